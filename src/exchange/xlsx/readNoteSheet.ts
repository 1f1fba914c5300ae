/** The first filled sheet of a workbook that holds none of our tables, as rows of notes. */
import { err, ok, type Result } from '../../shared/result.ts'
import type { Limits } from '../limits.ts'
import type { NoteRows } from '../notes/readNotes.ts'
import type { ImportNotice, ImportProblem } from '../problem.ts'
import { type PackedParts, withWorkbook } from './PackedParts.ts'
import { readSheet } from './readSheet.ts'
import { readDateStyles, readSharedStrings, readSheetList } from './workbookParts.ts'

export interface NoteSheet {
  readonly notes: NoteRows
  /** The sheets that were passed over. */
  readonly notices: readonly ImportNotice[]
}

type Read = Result<NoteSheet, readonly ImportProblem[]>

export function readNoteSheet(archive: Uint8Array, file: string, limits: Limits): Promise<Read> {
  return withWorkbook(archive, file, limits, (parts) => firstFilled(parts, file, limits))
}

function firstFilled(parts: PackedParts, file: string, limits: Limits): Read {
  const sheets = readSheetList(parts.require('xl/workbook.xml'), parts.require('xl/_rels/workbook.xml.rels'))
  const strings = readSharedStrings(parts.text('xl/sharedStrings.xml'))
  const dates = readDateStyles(parts.text('xl/styles.xml'))
  for (const [index, { name, part }] of sheets.entries()) {
    const place = `${file} › ${name}`
    const { rows, problems } = readSheet(parts.require(part), { file: place, strings, dates, limits })
    if (problems.length > 0) return err(problems.slice(0, limits.problems))
    const filled = rows.filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
    if (filled.length === 0) continue
    const others = sheets.filter((_, other) => other > index)
    return ok({
      notes: { rows: filled.map(({ cells }) => cells), lines: filled.map(({ line }) => line) },
      notices: others.map((other) => ({ code: 'sheetPassedOver', file: `${file} › ${other.name}` })),
    })
  }
  return err([{ code: 'noNotes', file }])
}
