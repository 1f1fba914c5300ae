/**
 * Whatever somebody picked, as one of two things: a workshop in one of the formats, checked in whole, or notes whose
 * columns a person has to name. Both are read here, so that a worker can do it and the command line reads the same.
 */
import { err, ok, type Result } from '../shared/result.ts'
import { isTablePath } from './arrangeFiles.ts'
import type { ImportPlan } from './ImportPlan.ts'
import type { ImportTexts } from './importTexts.ts'
import type { InputFile } from './inputFile.ts'
import type { Job } from './job.ts'
import { type Limits, LIMITS, mebibytes } from './limits.ts'
import { checkNotes } from './notes/checkNotes.ts'
import { decodeNotes } from './notes/decodeNotes.ts'
import { type NoteRows, readNotes } from './notes/readNotes.ts'
import { planFiles } from './planFiles.ts'
import type { ImportNotice, ImportProblem } from './problem.ts'
import { readNoteSheet } from './xlsx/readNoteSheet.ts'

type Problems = readonly ImportProblem[]

export interface NotesSource {
  readonly kind: 'notes'
  readonly name: string
  readonly notes: NoteRows
  readonly notices: readonly ImportNotice[]
}

export type Source = NotesSource | { readonly kind: 'plan'; readonly plan: ImportPlan }
export type ReadSource = Result<Source, Problems>

const TEXT_FILE = /\.(csv|tsv|txt|md)$/i
const HAS_DIAGRAM = /^\s*journey\s*$/im

export async function readSource(
  files: readonly InputFile[],
  texts: ImportTexts,
  job: Job = {},
  limits: Limits = LIMITS,
): Promise<ReadSource> {
  const [only] = files
  const single = files.length === 1 && only !== undefined && !isTablePath(only.name) ? only : null
  if (single !== null && TEXT_FILE.test(single.name)) {
    const notes = await readNotesFile(single, limits)
    if (notes !== null) return notes
  }
  const planned = await planFiles(files, texts, job, limits)
  if (planned.ok) return ok({ kind: 'plan', plan: planned.value })
  if (single !== null && planned.error[0]?.code === 'xlsxNoTables') return readNotesSheet(single, limits)
  return planned
}

/** What was pasted instead of picked. */
export function readPasted(text: string, name: string, limits: Limits = LIMITS): ReadSource {
  return sourceOf(readNotes(text), name, [], limits)
}

/** Null for what is a diagram or data after all. */
async function readNotesFile(file: InputFile, limits: Limits): Promise<ReadSource | null> {
  const { name } = file
  if (file.size > limits.fileBytes)
    return err([{ code: 'fileTooLarge', file: name, limit: mebibytes(limits.fileBytes) }])
  const bytes = await bytesOf(file)
  if (!bytes.ok) return bytes
  // A zip under the name of a table is explained as what it is.
  if (bytes.value[0] === 0x50 && bytes.value[1] === 0x4b) return null
  const decoded = decodeNotes(bytes.value)
  if (decoded === null) return err([{ code: 'noText', file: name }])
  const { text, encoding } = decoded
  if (HAS_DIAGRAM.test(text) && !/\.csv$/i.test(name)) return null
  if (text.trimStart().startsWith('{"format"') || /^\s*\{\s*"format":/.test(text)) return null
  const notices: ImportNotice[] = encoding === 'windows1252' ? [{ code: 'oldEncoding', file: name }] : []
  return sourceOf(readNotes(text), name, notices, limits)
}

async function readNotesSheet(file: InputFile, limits: Limits): Promise<ReadSource> {
  const bytes = await bytesOf(file)
  if (!bytes.ok) return bytes
  const sheet = await readNoteSheet(bytes.value, file.name, limits)
  return sheet.ok ? sourceOf(sheet.value.notes, file.name, sheet.value.notices, limits) : sheet
}

function sourceOf(
  notes: NoteRows,
  name: string,
  notices: readonly ImportNotice[],
  limits: Limits,
): ReadSource {
  const problems = checkNotes(notes, name, limits)
  return problems.length > 0 ? err(problems) : ok({ kind: 'notes', name, notes, notices })
}

/** It can vanish or be locked between picking and reading. */
async function bytesOf(file: InputFile): Promise<Result<Uint8Array, Problems>> {
  try {
    return ok(new Uint8Array(await file.arrayBuffer()))
  } catch (error) {
    return err([{ code: 'unreadable', file: file.name, value: error instanceof Error ? error.message : '' }])
  }
}
