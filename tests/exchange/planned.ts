/** Reading and planning in one step, with the problems as data or as sentences. */
import { describeProblem } from '../../src/exchange/describeProblem.ts'
import type { ImportPlan } from '../../src/exchange/ImportPlan.ts'
import type { InputFile } from '../../src/exchange/inputFile.ts'
import { LIMITS, type Limits } from '../../src/exchange/limits.ts'
import { planImport } from '../../src/exchange/planImport.ts'
import type { ImportProblem } from '../../src/exchange/problem.ts'
import { readTables } from '../../src/exchange/readTables.ts'
import { translator } from '../../src/i18n/translate.ts'
import { filesOf } from './sample.ts'

export async function plan(files: readonly InputFile[], limits: Limits = LIMITS) {
  const set = await readTables(files, {}, limits)
  return set.ok ? planImport(set.value, {}, limits) : set
}

export async function planned(files: readonly InputFile[]): Promise<ImportPlan> {
  const result = await plan(files)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

export async function problemsOf(
  contents: Readonly<Record<string, Uint8Array>>,
): Promise<readonly ImportProblem[]> {
  const result = await plan(filesOf(contents))
  return result.ok ? [] : result.error
}

const say = translator('en')

export function spoken(problems: readonly ImportProblem[]): string[] {
  return problems.map((problem) => describeProblem(problem, say))
}
