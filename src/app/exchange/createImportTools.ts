/**
 * What the import dialog asks for, over the open workshop: files are read in the worker, a look writes nothing, and what is
 * taken over is one step of this person's undo.
 */
import { applyImport } from '../../exchange/applyImport.ts'
import type { ImportPlan } from '../../exchange/ImportPlan.ts'
import { guessMapping } from '../../exchange/notes/noteMapping.ts'
import { planNotes, type PlannedNotes } from '../../exchange/notes/planNotes.ts'
import { type NoteRows, readNotes } from '../../exchange/notes/readNotes.ts'
import { previewImport } from '../../exchange/previewImport.ts'
import { planInWorker } from '../../exchange/worker/planInWorker.ts'
import type { Ahead, Found, ImportTools, NoteTable, NoteWish } from '../../features/exchange/importTools.ts'
import { NOTE_ROLES } from '../../features/exchange/importTools.ts'
import { importTexts } from '../../i18n/exchangeTexts.ts'
import { mapLabels } from '../../i18n/mapLabels.ts'
import type { Locale, Translate } from '../../i18n/translate.ts'
import type { Actor } from '../../model/actor.ts'
import type { LaneKind } from '../../model/records/lane.ts'
import { orderedColumns } from '../../model/select/activitiesByPhase.ts'
import { mainJourney } from '../../model/select/journeys.ts'
import { allLanes } from '../../model/select/orderedLanes.ts'
import type { UndoHistory } from '../../model/undo.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { showToast } from '../../ui/toastStore.ts'
import { reasonText } from '../reasonText.ts'
import type { AppServices } from '../services.ts'
import { labelAhead } from './labelAhead.ts'
import { notesIn } from './notesIn.ts'
import { troubleOf } from './troubleOf.ts'

export interface ImportContext {
  readonly services: AppServices
  readonly t: Translate
  readonly locale: Locale
  readonly workshop: WorkshopDocument
  readonly actor: Actor
  readonly history: UndoHistory
  readonly workshopId: string
}

export function createImportTools(context: ImportContext): ImportTools {
  const { t, locale, workshop } = context
  const labels = mapLabels(locale)
  const snapshot = workshop.snapshot()
  const journey = mainJourney(snapshot)
  let notes: NoteRows | null = null
  let planned: ImportPlan | null = null
  const look = (plan: ImportPlan, unplaced: PlannedNotes['unplaced'] = []): Ahead => {
    planned = plan
    return labelAhead(context, plan, previewImport(plan, workshop.snapshot(), workshop.randomBytes), unplaced)
  }
  const foundNotes = (rows: NoteRows, name: string): Found => {
    notes = rows
    return { kind: 'notes', name, table: noteTableOf(context, rows) }
  }
  return {
    lanes:
      journey === null
        ? []
        : allLanes(snapshot, journey.id).map(({ id, title, kind }) => ({
            value: id,
            label: title || labels.lanes[kind],
          })),
    activities:
      journey === null
        ? []
        : orderedColumns(snapshot, journey.id).map(({ id, text }) => ({ value: id, label: text })),
    readText: (text) => foundNotes(readNotes(text), t('importDialog.pasted')),
    read: async (files, signal, onProgress) => {
      const [only] = files
      const loose = files.length === 1 && only !== undefined ? await notesIn(only) : null
      if (loose !== null) return foundNotes(loose, only?.name ?? '')
      return readFiles(context, files, { signal, onProgress }, look)
    },
    lookAhead: (wish) => {
      const { roles, hasHeader } = wish
      if (notes === null || journey === null) throw new Error('no notes were read')
      remember(context, notes, wish)
      const laneName = (kind: string) => labels.lanes[kind as LaneKind]
      const { plan, unplaced } = planNotes(notes, workshop.snapshot(), {
        mapping: { roles, hasHeader },
        journeyId: journey.id,
        laneId: wish.laneId,
        activityId: wish.activityId,
        laneName,
      })
      return look(plan, unplaced)
    },
    apply: (takeChanges) => {
      if (planned === null) throw new Error('nothing was looked at')
      return apply(context, planned, takeChanges)
    },
  }
}

/** As it was read the last time, else as its header suggests. */
function noteTableOf({ services }: ImportContext, rows: NoteRows): NoteTable {
  const guessed = guessMapping(rows)
  const remembered = services.settings.get().noteColumns[headerOf(rows)]
  const roles = guessed.roles.map(
    (role, index) => NOTE_ROLES.find((known) => known === remembered?.[index]) ?? role,
  )
  return { sample: rows.rows.slice(0, 3), rows: rows.rows.length, ...guessed, roles }
}

async function readFiles(
  { services, t, locale }: ImportContext,
  files: readonly File[],
  job: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void },
  look: (plan: ImportPlan) => Ahead,
): Promise<Found> {
  const workshopFile = files.find(({ name }) => name.toLowerCase().endsWith('.etappe'))
  if (workshopFile !== undefined) {
    const trouble = { file: workshopFile.name, line: null, column: null, text: t('importDialog.etappe') }
    return { kind: 'troubles', troubles: [trouble] }
  }
  try {
    const plan = await planInWorker(files, importTexts(locale), job)
    if (!plan.ok) return { kind: 'troubles', troubles: plan.error.map((problem) => troubleOf(t, problem)) }
    return { kind: 'records', name: files[0]?.name ?? '', ahead: look(plan.value) }
  } catch (cause) {
    services.logger.error('an import broke off', { cause: String(cause) })
    return {
      kind: 'troubles',
      troubles: [{ file: '', line: null, column: null, text: t('importDialog.failed') }],
    }
  }
}

function headerOf({ rows }: NoteRows): string {
  return JSON.stringify(rows[0]?.map((cell) => cell.slice(0, 60)) ?? [])
}

/** The same table next time is read the same way. */
function remember({ services }: ImportContext, notes: NoteRows, { roles, hasHeader }: NoteWish): void {
  if (!hasHeader) return
  const held = Object.entries(services.settings.get().noteColumns).slice(-20)
  void services.settings.change({ noteColumns: { ...Object.fromEntries(held), [headerOf(notes)]: roles } })
}

/** Files beside the document first: the map never names what is not here. */
async function apply(context: ImportContext, plan: ImportPlan, takeChanges: boolean): Promise<boolean> {
  const { services, t, workshop, actor, history, workshopId } = context
  const { device } = services
  for (const { content } of plan.attachments) {
    const saved = device.ok ? await device.value.media.save(workshopId, content, 'text/csv') : device
    if (saved.ok) continue
    showToast(reasonText(t, saved.error), { tone: 'error' })
    return false
  }
  const options = { existing: takeChanges ? 'update' : 'keep', undoable: true } as const
  const written = history.gesture(() => applyImport(plan, workshop, actor, options))
  if (!written.ok) {
    services.logger.error('a checked import was refused', { ...written.error })
    showToast(t('importDialog.failed'), { tone: 'error' })
    return false
  }
  showToast(t('importDialog.done'), { action: { label: t('frame.undo'), onAction: undoOnce(history, t) } })
  return true
}

/** Takes the import back while it is the newest step; after that only the undo button knows what comes first. */
function undoOnce(history: UndoHistory, t: Translate): () => void {
  let isNewest = true
  const stop = history.subscribe(() => {
    isNewest = false
    stop()
  })
  return () => {
    if (!isNewest) return void showToast(t('importDialog.undoLater'))
    stop()
    history.undo()
  }
}
