/**
 * Input path → a workshop in memory, with all that is wrong said as in the app. Ids and times of one that is read from
 * tables follow from the input, so that the same command gives the same output; unless the workshop is to live on.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex } from '@noble/hashes/utils.js'
import { applyToNew } from '../exchange/applyToNew.ts'
import { describeProblem } from '../exchange/describeProblem.ts'
import type { InputFile } from '../exchange/inputFile.ts'
import type { ImportPlan } from '../exchange/ImportPlan.ts'
import { LIMITS } from '../exchange/limits.ts'
import type { ImportNotice, ImportProblem } from '../exchange/problem.ts'
import { readSource } from '../exchange/readSource.ts'
import { importTexts } from '../i18n/exchangeTexts.ts'
import type { Locale, Translate } from '../i18n/translate.ts'
import { createWorkshop } from '../model/commands/createWorkshop.ts'
import { type LaneKind, laneKinds } from '../model/records/lane.ts'
import { createWorkshopDocument, type WorkshopDocument } from '../model/workshopDocument.ts'
import { cryptoRandomBytes } from '../shared/ids.ts'
import { systemClock } from '../shared/clock.ts'
import type { CliIo } from './CliIo.ts'
import { importNotes } from './importNotes.ts'
import type { LoadedWorkshop } from './LoadedWorkshop.ts'
import { loadWorkshopFile, workshopFileIn } from './loadWorkshopFile.ts'
import type { NotesOptions } from './notesOptions.ts'
import { readInput } from './readInput.ts'
import { seededBytes } from './seededBytes.ts'

export interface LoadWish {
  readonly path: string
  /** Devices will open and merge the result: its ids must be nobody else's, so they are random then. */
  readonly livesOn: boolean
  /** How a table of notes is to be read. */
  readonly notes: NotesOptions
}

/** Undefined when the input is no workshop; the reasons were said. */
export async function loadWorkshop(
  { path, livesOn, notes }: LoadWish,
  locale: Locale,
  t: Translate,
  io: CliIo,
): Promise<LoadedWorkshop | undefined> {
  const files = await readInput(path)
  if (!files.ok) {
    io.complain(t(`cli.${files.error}`, { value: path }))
    return undefined
  }
  const file = await workshopFileIn(files.value)
  if (file !== null) return loadWorkshopFile(file, path, t, io)
  return importFiles(files.value, { livesOn, notes }, locale, t, io)
}

async function importFiles(
  files: readonly InputFile[],
  { livesOn, notes }: Pick<LoadWish, 'livesOn' | 'notes'>,
  locale: Locale,
  t: Translate,
  io: CliIo,
): Promise<LoadedWorkshop | undefined> {
  const read = await readSource(files, importTexts(locale))
  if (!read.ok) {
    complainAbout(read.error, t, io)
    return undefined
  }
  if (read.value.kind === 'notes') return importNotes(read.value, notes, livesOn, locale, io)
  const { plan } = read.value
  for (const notice of plan.notices) if (matters(notice)) io.complain(describeProblem(notice, t))
  const workshop = emptyWorkshop(plan, locale, livesOn)
  const written = applyToNew(plan, workshop, { personId: null })
  const hasLiveCells = plan.hasLiveCells === true
  if (written.ok) return { workshop, media: mediaOf(plan), checkpoints: [], writtenAt: null, hasLiveCells }
  io.complain(t('cli.refused', { value: `${written.error.code} ${written.error.what}` }))
  return undefined
}

function mediaOf({ attachments }: ImportPlan): LoadedWorkshop['media'] {
  return attachments.map(({ sha256, content }) => ({ sha256, mime: 'text/csv', bytes: content }))
}

function complainAbout(problems: readonly ImportProblem[], t: Translate, io: CliIo): void {
  for (const problem of problems) io.complain(describeProblem(problem, t))
  if (problems.length >= LIMITS.problems) io.complain(t('cli.moreProblems', { n: LIMITS.problems }))
}

/** Files that are no tables at all are usual in a folder; a table with an unknown name may be a slip. */
function matters({ code, file }: ImportNotice): boolean {
  return code !== 'fileIgnored' || file.toLowerCase().endsWith('.csv')
}

/** The seed is what was read, not the bytes it was read from: the same tables give the same ids in every format. */
function emptyWorkshop(plan: ImportPlan, locale: Locale, livesOn: boolean): WorkshopDocument {
  const { title, tables, document, attachments } = plan
  const files = attachments.map(({ sha256: hash }) => hash)
  const seed = JSON.stringify([tables, document ?? null, files])
  const workshop = createWorkshopDocument({
    clock: livesOn ? systemClock : { now: () => 0 },
    randomBytes: livesOn
      ? cryptoRandomBytes
      : seededBytes(bytesToHex(sha256(new TextEncoder().encode(seed)))),
  })
  const lanes = Object.fromEntries(laneKinds.map((kind) => [kind, ''])) as Record<LaneKind, string>
  const texts = { journeyTitle: '', personaName: '', lanes, phases: [] }
  const created = createWorkshop(
    workshop,
    { personId: null },
    { title, language: locale, texts, template: 'import' },
  )
  if (!created.ok) throw new Error(`a new workshop was refused: ${created.error.code}`)
  return workshop
}
