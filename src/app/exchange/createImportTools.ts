/**
 * What the import dialog asks for: files are read in the worker, a look writes nothing, and what is taken over can be taken
 * back: at once by undo or the message, later in the list of imported files.
 */
import type { ImportPlan } from '../../exchange/ImportPlan.ts'
import { coloursIn } from '../../exchange/notes/noteColours.ts'
import type { UnplacedNote } from '../../exchange/notes/notesWish.ts'
import { planNotes } from '../../exchange/notes/planNotes.ts'
import { previewImport } from '../../exchange/previewImport.ts'
import type { NotesSource, Source } from '../../exchange/readSource.ts'
import { readInWorker } from '../../exchange/worker/readInWorker.ts'
import type { Wanted } from '../../exchange/worker/readMessages.ts'
import type {
  Ahead,
  Found,
  ImportTarget,
  ImportTools,
  NoteWish,
} from '../../features/exchange/importTools.ts'
import { importTexts } from '../../i18n/exchangeTexts.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { applyHere, applyNew, type ImportContext } from './applySource.ts'
import { draftWorkshop, journeyOf, laneNames, placesOf } from './importTarget.ts'
import { labelAhead } from './labelAhead.ts'
import { noteTableOf, rememberedLane, rememberWish } from './noteMemory.ts'
import { troubleOf } from './troubleOf.ts'

export function createImportTools(context: ImportContext): ImportTools {
  const { here } = context
  const open = new OpenImport(context)
  return {
    targets: here === null ? ['new'] : ['here', 'new'],
    placesIn: (target) => placesOf(open.workshop(target).snapshot(), context.locale),
    read: (files, signal, onProgress) => open.readFiles(files, { signal, onProgress }),
    readText: (text, signal) =>
      open.read({ kind: 'pasted', text, name: context.t('importDialog.pasted') }, { signal }),
    coloursIn: (mapping) => (open.notes === null ? [] : coloursIn(open.notes.notes, mapping)),
    laneOfColour: (target, colour) =>
      rememberedLane(
        context.services,
        colour,
        placesOf(open.workshop(target).snapshot(), context.locale).lanes,
      ),
    lookAhead: (target, wish) => open.lookAhead(target, wish),
    apply: (target, decision) => {
      const { planned, name } = open
      if (planned === null) throw new Error('nothing was looked at')
      return target === 'here'
        ? applyHere(context, planned, { ...decision, name })
        : applyNew(context, open.takeDraft(), planned, name)
    },
  }
}

/** What was read last, and the workshop that would be made for it. */
class OpenImport {
  notes: NotesSource | null = null
  planned: ImportPlan | null = null
  name = ''
  private source: Source | null = null
  private draft: WorkshopDocument | null = null
  private readonly context: ImportContext

  constructor(context: ImportContext) {
    this.context = context
  }

  readFiles(
    files: readonly File[],
    job: { readonly signal: AbortSignal; readonly onProgress: (done: number) => void },
  ): Promise<Found> {
    const { t, locale } = this.context
    const workshopFile = files.find(({ name }) => name.toLowerCase().endsWith('.etappe'))
    if (workshopFile === undefined)
      return this.read({ kind: 'files', files, texts: importTexts(locale) }, job)
    const trouble = { file: workshopFile.name, line: null, column: null, text: t('importDialog.etappe') }
    return Promise.resolve({ kind: 'troubles', troubles: [trouble] })
  }

  async read(
    wanted: Wanted,
    job: { readonly signal: AbortSignal; readonly onProgress?: (done: number) => void },
  ): Promise<Found> {
    const { t, services } = this.context
    try {
      const read = await readInWorker(wanted, job)
      if (!read.ok) return { kind: 'troubles', troubles: read.error.map((problem) => troubleOf(t, problem)) }
      this.name = wanted.kind === 'pasted' ? wanted.name : nameOfFiles(wanted.files)
      return this.take(read.value)
    } catch (cause) {
      services.logger.error('an import broke off', { cause: String(cause) })
      const trouble = { file: '', line: null, column: null, text: t('importDialog.failed') }
      return { kind: 'troubles', troubles: [trouble] }
    }
  }

  workshop(target: ImportTarget): WorkshopDocument {
    const { here, services, t, locale } = this.context
    if (target === 'here' && here !== null) return here.workshop
    if (this.draft === null) {
      const { source } = this
      const forNotes = source?.kind !== 'plan'
      const title = source?.kind === 'plan' ? source.plan.title : titleOf(this.name)
      this.draft = draftWorkshop(services, t, locale, { title, forNotes })
    }
    return this.draft
  }

  takeDraft(): WorkshopDocument {
    const draft = this.workshop('new')
    this.draft = null
    return draft
  }

  lookAhead(target: ImportTarget, wish: NoteWish | null): Ahead {
    const workshop = this.workshop(target)
    const { plan, unplaced } = this.plan(target, workshop, wish)
    this.planned = plan
    return labelAhead(
      { t: this.context.t, isNew: target === 'new' },
      plan,
      previewImport(plan, workshop.snapshot(), workshop.randomBytes),
      unplaced,
    )
  }

  private plan(
    target: ImportTarget,
    workshop: WorkshopDocument,
    wish: NoteWish | null,
  ): { readonly plan: ImportPlan; readonly unplaced: readonly UnplacedNote[] } {
    const { source } = this
    if (source === null) throw new Error('nothing was read')
    if (source.kind === 'plan') return { plan: source.plan, unplaced: [] }
    if (wish === null) throw new Error('the columns have no names')
    const snapshot = workshop.snapshot()
    const { services, t, locale } = this.context
    rememberWish(services, source.notes, wish, placesOf(snapshot, locale).lanes)
    const { roles, hasHeader, ...places } = wish
    return planNotes(source.notes, snapshot, {
      ...places,
      makesMissing: wish.makesMissing || target === 'new',
      mapping: { roles, hasHeader },
      journeyId: journeyOf(snapshot),
      firstPhase: t('importDialog.firstPhase'),
      laneNames,
    })
  }

  private take(source: Source): Found {
    const { services, t } = this.context
    this.source = source
    this.notes = source.kind === 'notes' ? source : null
    this.planned = null
    this.draft?.destroy()
    this.draft = null
    if (source.kind === 'plan') return { kind: 'records', name: this.name }
    const notices = source.notices.map((notice) => troubleOf(t, notice))
    return { kind: 'notes', name: this.name, table: { ...noteTableOf(services, source.notes), notices } }
  }
}

/** What the list of imports calls it: the file, or the first of several. */
function nameOfFiles(files: readonly File[]): string {
  const [first = ''] = files.map(({ name }) => name).toSorted()
  return files.length > 1 ? `${first} + ${String(files.length - 1)}` : first
}

function titleOf(name: string): string {
  return name.replace(/\.(csv|tsv|txt|md|xlsx)$/i, '')
}
