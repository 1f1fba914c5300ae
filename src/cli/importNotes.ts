/**
 * A table or list of notes → a workshop with the lanes of the method, as in the app: columns are guessed unless they are
 * named, what the map does not have is made, and every row without a place is told.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { applyImport } from '../exchange/applyImport.ts'
import { describeProblem } from '../exchange/describeProblem.ts'
import { guessMapping, type NoteMapping } from '../exchange/notes/noteMapping.ts'
import type { UnplacedNote } from '../exchange/notes/notesWish.ts'
import { planNotes } from '../exchange/notes/planNotes.ts'
import type { NotesSource } from '../exchange/readSource.ts'
import { laneLabels } from '../i18n/laneLabels.ts'
import { LOCALES, type Locale, type Translate, translator } from '../i18n/translate.ts'
import { createWorkshop } from '../model/commands/createWorkshop.ts'
import type { LaneKind } from '../model/records/lane.ts'
import { mainJourney } from '../model/select/journeys.ts'
import { allLanes } from '../model/select/orderedLanes.ts'
import { createWorkshopDocument, type WorkshopDocument } from '../model/workshopDocument.ts'
import { systemClock } from '../shared/clock.ts'
import { cryptoRandomBytes } from '../shared/ids.ts'
import type { CliIo } from './CliIo.ts'
import type { LoadedWorkshop } from './LoadedWorkshop.ts'
import type { NotesOptions } from './notesOptions.ts'
import { seededBytes } from './seededBytes.ts'

const REASONS = {
  noText: 'importDialog.noText',
  noActivity: 'importDialog.noActivity',
  unknownActivity: 'importDialog.unknownActivity',
  unknownLane: 'importDialog.unknownLane',
  noLane: 'importDialog.noLane',
} as const

const laneNames = (kind: string) => LOCALES.map((locale) => laneLabels(translator(locale))[kind as LaneKind])
const plain = (text: string) => text.trim().toLowerCase()

/** Undefined when an option names what is not there; it was said. */
export function importNotes(
  { notes, name, notices }: NotesSource,
  options: NotesOptions,
  livesOn: boolean,
  locale: Locale,
  io: CliIo,
): LoadedWorkshop | undefined {
  const t = translator(locale)
  const mapping = mappingOf(notes.rows, options, t, io)
  if (mapping === undefined) return undefined
  const workshop = emptyMap(name, JSON.stringify([notes.rows, mapping]), livesOn, locale)
  const lanes = lanesOf(workshop)
  const wanted = [options.lane, ...options.colours.values()].filter((title) => title !== '')
  const unknown = wanted.find((title) => !lanes.has(plain(title)))
  if (unknown !== undefined) {
    io.complain(t('cli.unknownLane', { value: unknown, lanes: titlesOf(workshop).join(', ') }))
    return undefined
  }
  const snapshot = workshop.snapshot()
  const journey = mainJourney(snapshot)
  if (journey === null) throw new Error('a template without a journey')
  const laneOf = (title: string) => lanes.get(plain(title)) ?? ''
  const { plan, unplaced } = planNotes(notes, snapshot, {
    mapping,
    journeyId: journey.id,
    laneId: laneOf(options.lane),
    activityId: '',
    activityText: options.activity,
    colours: Object.fromEntries([...options.colours].map(([colour, title]) => [colour, laneOf(title)])),
    makesMissing: true,
    firstPhase: t('importDialog.firstPhase'),
    laneNames,
  })
  for (const notice of notices) io.complain(describeProblem(notice, t))
  for (const row of unplaced)
    io.complain(`${t('exchange.placeLine', { file: name, line: String(row.line) })}: ${reason(row, t)}`)
  const written = applyImport(plan, workshop, { personId: null }, { name })
  if (!written.ok) throw new Error(`checked notes were refused: ${written.error.code}`)
  return { workshop, media: [], checkpoints: [], writtenAt: null }
}

function reason({ reason: why, value }: UnplacedNote, t: Translate): string {
  const key = REASONS[why]
  return key === 'importDialog.unknownActivity' || key === 'importDialog.unknownLane'
    ? t(key, { value })
    : t(key)
}

function mappingOf(
  rows: readonly (readonly string[])[],
  { columns, hasHeader }: NotesOptions,
  t: Translate,
  io: CliIo,
): NoteMapping | undefined {
  const guessed = guessMapping({ rows, lines: [] })
  const [header = []] = rows
  const named = [...columns.keys()].some((column) => header.some((cell) => plain(cell) === plain(column)))
  const mapping = { ...guessed, hasHeader: hasHeader ?? (named || guessed.hasHeader) }
  const names = guessed.roles.map((_, index) =>
    mapping.hasHeader && header[index] !== undefined ? header[index] : String(index + 1),
  )
  // Whoever names columns means these and no others.
  const roles =
    columns.size === 0
      ? [...guessed.roles]
      : guessed.roles.map(() => 'skip' as const as NoteMapping['roles'][number])
  for (const [column, role] of columns) {
    const index = names.findIndex((name, at) => plain(name) === plain(column) || String(at + 1) === column)
    if (index < 0) {
      io.complain(t('cli.unknownColumn', { value: column, columns: names.join(', ') }))
      return undefined
    }
    roles[index] = role
  }
  if (!roles.includes('text')) {
    io.complain(t('importDialog.needsText'))
    return undefined
  }
  const taken = roles.flatMap((role, index) => (role === 'skip' ? [] : [`${names[index] ?? ''} = ${role}`]))
  io.complain(t('cli.columnsTaken', { value: taken.join(', ') }))
  return { ...mapping, roles }
}

function emptyMap(name: string, seed: string, livesOn: boolean, locale: Locale): WorkshopDocument {
  const t = translator(locale)
  const workshop = createWorkshopDocument({
    clock: livesOn ? systemClock : { now: () => 0 },
    randomBytes: livesOn
      ? cryptoRandomBytes
      : seededBytes(bytesToHex(sha256(new TextEncoder().encode(seed)))),
  })
  const title = name.replace(/\.[a-z]{2,5}$/i, '')
  const texts = { journeyTitle: title, personaName: t('template.persona'), lanes: laneLabels(t), phases: [] }
  const made = createWorkshop(
    workshop,
    { personId: null },
    { title, language: locale, texts, template: 'firstWorkshop' },
  )
  if (!made.ok) throw new Error(`a new workshop was refused: ${made.error.code}`)
  return workshop
}

function lanesOf(workshop: WorkshopDocument): ReadonlyMap<string, string> {
  const snapshot = workshop.snapshot()
  const journey = mainJourney(snapshot)
  const all = journey === null ? [] : allLanes(snapshot, journey.id)
  return new Map(
    all.flatMap(({ id, kind }) =>
      [kind, ...laneNames(kind)].map((title): [string, string] => [plain(title), id]),
    ),
  )
}

function titlesOf(workshop: WorkshopDocument): readonly string[] {
  const snapshot = workshop.snapshot()
  const journey = mainJourney(snapshot)
  return journey === null ? [] : allLanes(snapshot, journey.id).map(({ title }) => title)
}
