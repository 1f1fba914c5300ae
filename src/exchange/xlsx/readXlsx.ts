/**
 * The sheets of a workbook that are tables of the exchange format, as rows of text. Whatever could reach out or compute
 * (formulas, links to other files, macros, entities) is refused with its place; sizes are counted, never believed.
 */
import { err, ok, type Result } from '../../shared/result.ts'
import { type Job, pause } from '../job.ts'
import type { Limits } from '../limits.ts'
import type { ImportNotice, ImportProblem } from '../problem.ts'
import type { TableBytes, TableSet } from '../tableBytes.ts'
import { restoreCell } from '../csv/defuseCell.ts'
import { writeCsv } from '../csv/writeCsv.ts'
import { attachmentNames, type FileTable, tableNames } from '../tables/tableFormat.ts'
import { readDirectory } from '../zip/readDirectory.ts'
import { MAP_SHEET } from './mapSheet.ts'
import { readSheet } from './readSheet.ts'
import { readSharedStrings, readSheetList, readDateStyles } from './workbookParts.ts'
import { type PackedParts, withWorkbook } from './PackedParts.ts'

type Problems = readonly ImportProblem[]

const KNOWN: readonly FileTable[] = [...tableNames, ...attachmentNames]
const ODD_BYTES = 0xd0

/** The entry that every workbook has. */
export function looksLikeWorkbook(bytes: Uint8Array): boolean {
  return readDirectory(bytes)?.some(({ name }) => name === 'xl/workbook.xml') === true
}

/** Workbooks before 2007 are no zips. */
export function looksLikeOldWorkbook(bytes: Uint8Array): boolean {
  return bytes[0] === ODD_BYTES && bytes[1] === 0xcf && bytes[2] === 0x11 && bytes[3] === 0xe0
}

export function readXlsx(
  archive: Uint8Array,
  file: string,
  limits: Limits,
  job: Job,
): Promise<Result<TableSet, Problems>> {
  return withWorkbook(archive, file, limits, (parts) => readSheets(parts, file, limits, job))
}

async function readSheets(
  parts: PackedParts,
  file: string,
  limits: Limits,
  job: Job,
): Promise<Result<TableSet, Problems>> {
  const sheets = readSheetList(parts.require('xl/workbook.xml'), parts.require('xl/_rels/workbook.xml.rels'))
  const strings = readSharedStrings(parts.text('xl/sharedStrings.xml'))
  const dates = readDateStyles(parts.text('xl/styles.xml'))
  const tables: TableBytes[] = []
  const notices: ImportNotice[] = []
  const problems: ImportProblem[] = []
  for (const [index, { name, part }] of sheets.entries()) {
    const table = KNOWN.find((known) => known === name.trim().toLowerCase())
    const place = `${file} › ${name}`
    if (table === undefined) {
      if (name !== MAP_SHEET) notices.push({ code: 'sheetIgnored', file: place })
      continue
    }
    if (tables.some((one) => one.table === table)) problems.push({ code: 'duplicateFile', file: place })
    if (await pause(job)) return err([{ code: 'cancelled', file }])
    const read = readSheet(parts.require(part), { file: place, strings, dates, limits })
    problems.push(...read.problems)
    tables.push({ table, file: place, rows: read.rows, bytes: bytesOf(read.rows) })
    job.onProgress?.((index + 1) / sheets.length)
  }
  if (problems.length > 0) return err(problems.slice(0, limits.problems))
  return tables.length === 0 ? err([{ code: 'xlsxNoTables', file }]) : ok({ tables, notices })
}

/** What a file beside the document would be as a table of its own. */
function bytesOf(rows: TableBytes['rows']): Uint8Array {
  return new TextEncoder().encode(writeCsv((rows ?? []).map(({ cells }) => cells.map(restoreCell))))
}
