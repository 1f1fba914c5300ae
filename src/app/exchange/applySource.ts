/** Writes an import that somebody has looked at: into the open workshop as one step, or as a workshop of its own. */
import { applyImport } from '../../exchange/applyImport.ts'
import { applyToNew } from '../../exchange/applyToNew.ts'
import type { ImportPlan } from '../../exchange/ImportPlan.ts'
import { importUndoneText } from '../../i18n/importUndoneText.ts'
import type { Locale, Translate } from '../../i18n/translate.ts'
import type { ImportDecision } from '../../features/exchange/importTools.ts'
import type { Actor } from '../../model/actor.ts'
import { undoImport } from '../../model/commands/undoImport.ts'
import type { FileImportId } from '../../model/records/fileImport.ts'
import type { UndoHistory } from '../../model/undo.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { showToast } from '../../ui/toastStore.ts'
import { keepNewWorkshop, moderatorPatch } from '../home/keepNewWorkshop.ts'
import { reasonText } from '../reasonText.ts'
import type { AppServices } from '../services.ts'
import { keepAttachments } from './keepAttachments.ts'

export interface OpenWorkshop {
  readonly workshop: WorkshopDocument
  readonly actor: Actor
  readonly history: UndoHistory
  readonly workshopId: string
}

export interface ImportContext {
  readonly services: AppServices
  readonly t: Translate
  readonly locale: Locale
  /** Null on the start page. */
  readonly here: OpenWorkshop | null
  /** A workshop was made of it. */
  readonly onMade: (workshopId: string) => void
}

/** Lets the page say that it is writing before it is busy. */
const breathe = () =>
  new Promise((resolve) => {
    setTimeout(resolve, 30)
  })

export async function applyHere(
  context: ImportContext,
  plan: ImportPlan,
  { takeChanges, binMissing, name }: ImportDecision & { readonly name: string },
): Promise<boolean> {
  const { services, t, here } = context
  if (here === null) throw new Error('no workshop is open')
  const kept = await keepAttachments(services, here.workshopId, plan)
  if (!kept.ok) {
    showToast(reasonText(t, kept.error), { tone: 'error' })
    return false
  }
  await breathe()
  const existing = takeChanges ? 'update' : 'keep'
  const options = { existing, binMissing, name, undoable: true } as const
  const written = here.history.gesture(() => applyImport(plan, here.workshop, here.actor, options))
  if (!written.ok) {
    services.logger.error('a checked import was refused', { ...written.error })
    showToast(t('importDialog.failed'), { tone: 'error' })
    return false
  }
  const { importId } = written.value
  if (importId === null) return true
  const action = { label: t('frame.undo'), onAction: () => takeBack(here, t, importId) }
  showToast(t('importDialog.done'), { action })
  return true
}

/** Whatever was done since stays; the import alone goes. */
function takeBack({ workshop, actor, history }: OpenWorkshop, t: Translate, importId: FileImportId): void {
  const undone = history.gesture(() => undoImport(workshop, actor, { importId }))
  if (undone.ok) showToast(importUndoneText(t, undone.value))
  // Undo was quicker, or somebody else took it back.
  else showToast(undone.error.code === 'notFound' ? t('importDialog.undone') : reasonText(t, undone.error))
}

export async function applyNew(
  { services, t, onMade }: ImportContext,
  document: WorkshopDocument,
  plan: ImportPlan,
  name: string,
): Promise<boolean> {
  await breathe()
  const written = applyToNew(plan, document, { personId: null }, { name })
  if (!written.ok)
    throw new Error(`a checked import was refused: ${written.error.code} ${written.error.what}`)
  const kept = await keepNewWorkshop(services, document, moderatorPatch(), (workshopId) =>
    keepAttachments(services, workshopId, plan),
  )
  if (!kept.ok) {
    document.destroy()
    showToast(t('home.importNotSaved', { reason: reasonText(t, kept.error) }), { tone: 'error' })
    return false
  }
  onMade(kept.value.workshopId)
  return true
}
