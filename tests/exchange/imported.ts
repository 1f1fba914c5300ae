/** Any file into a new workshop, or its problems as sentences: the way of the app and of the command line. */
import { applyImport } from '../../src/exchange/applyImport.ts'
import { describeProblem } from '../../src/exchange/describeProblem.ts'
import { type InputFile, inputFileOf } from '../../src/exchange/inputFile.ts'
import { LIMITS, type Limits } from '../../src/exchange/limits.ts'
import { planFiles } from '../../src/exchange/planFiles.ts'
import { importTexts } from '../../src/i18n/exchangeTexts.ts'
import { translator } from '../../src/i18n/translate.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'
import { emptyWorkshop } from './importedSample.ts'

export const texts = importTexts('en')

export function fileOf(name: string, content: string | Uint8Array): InputFile {
  return inputFileOf(name, typeof content === 'string' ? new TextEncoder().encode(content) : content)
}

export async function imported(
  files: readonly InputFile[],
  workshop = emptyWorkshop(),
): Promise<WorkshopDocument> {
  const plan = await planFiles(files, texts)
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  const written = applyImport(plan.value, workshop, { personId: null })
  if (!written.ok) throw new Error(JSON.stringify(written.error))
  return workshop
}

export async function complaints(file: InputFile, limits: Limits = LIMITS): Promise<readonly string[]> {
  const plan = await planFiles([file], texts, {}, limits)
  const say = translator('en')
  return plan.ok ? [] : plan.error.map((problem) => describeProblem(problem, say))
}
