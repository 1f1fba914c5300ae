/**
 * Files become a new workshop: read, checked in whole, written, kept. Whatever is wrong is found before anything is
 * written; after a cancel or a failure nothing of it is left.
 */
import { applyToNew } from '../../exchange/applyToNew.ts'
import type { ImportPlan } from '../../exchange/ImportPlan.ts'
import { readInWorker } from '../../exchange/worker/readInWorker.ts'
import type { ImportNotice, ImportProblem } from '../../exchange/problem.ts'
import { importTexts } from '../../i18n/exchangeTexts.ts'
import type { Locale, Translate } from '../../i18n/translate.ts'
import { createWorkshop } from '../../model/commands/createWorkshop.ts'
import { createWorkshopDocument } from '../../model/workshopDocument.ts'
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { AppServices } from '../services.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'
import { keepAttachments } from '../exchange/keepAttachments.ts'
import { keepNewWorkshop, moderatorPatch } from './keepNewWorkshop.ts'
import { templateTexts } from './templateTexts.ts'

/** From here on it is being kept on the device and cannot be cancelled any more. */
export const KEEPING = 0.9

export interface ImportWorkshopArgs {
  readonly files: readonly File[]
  readonly locale: Locale
  readonly t: Translate
  readonly signal: AbortSignal
  readonly onProgress: (done: number) => void
}

export type ImportFailure =
  /** Its columns have to be named first. */
  | { readonly code: 'notes' }
  | { readonly code: 'problems'; readonly problems: readonly ImportProblem[] }
  | { readonly code: 'notKept'; readonly failure: StorageFailure }

export interface ImportedWorkshop {
  readonly session: WorkshopSession
  readonly notices: readonly ImportNotice[]
}

export async function importWorkshop(
  services: AppServices,
  args: ImportWorkshopArgs,
): Promise<Result<ImportedWorkshop, ImportFailure>> {
  const { signal, onProgress } = args
  const wanted = { kind: 'files', files: args.files, texts: importTexts(args.locale) } as const
  const read = await readInWorker(wanted, { signal, onProgress: (done) => onProgress(done * 0.6) })
  if (!read.ok) return err({ code: 'problems', problems: read.error })
  if (read.value.kind === 'notes') return err({ code: 'notes' })
  const { plan } = read.value
  const document = write(services, plan, args)
  if (signal.aborted) {
    document.destroy()
    return err({ code: 'problems', problems: [{ code: 'cancelled', file: '' }] })
  }
  onProgress(KEEPING)
  const kept = await keepNewWorkshop(services, document, moderatorPatch(), (workshopId) =>
    keepAttachments(services, workshopId, plan),
  )
  if (!kept.ok) {
    document.destroy()
    return err({ code: 'notKept', failure: kept.error })
  }
  onProgress(1)
  return ok({ session: kept.value, notices: plan.notices })
}

function write(
  services: AppServices,
  plan: ImportPlan,
  { files, locale, t, onProgress }: ImportWorkshopArgs,
) {
  const document = createWorkshopDocument({ clock: services.clock })
  const actor = { personId: null }
  const framed = createWorkshop(document, actor, {
    title: plan.title,
    language: locale,
    template: 'import',
    texts: templateTexts(t),
  })
  const applied = framed.ok
    ? applyToNew(plan, document, actor, {
        name: nameOfFiles(files),
        onProgress: (done) => onProgress(0.6 + done * 0.3),
      })
    : framed
  if (!applied.ok)
    throw new Error(`a checked import was refused: ${applied.error.code} ${applied.error.what}`)
  return document
}

/** What the list of imports calls it: the file, or the first of several. */
function nameOfFiles(files: readonly File[]): string {
  const [first] = files.map(({ name }) => name).sort()
  return files.length > 1 ? `${first ?? ''} + ${files.length - 1}` : (first ?? '')
}
