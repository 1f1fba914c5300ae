/**
 * The sheets of a workbook that are tables of the exchange format, as rows of text. Whatever could reach out or compute
 * (formulas, links to other files, macros, entities) is refused with its place; sizes are counted, never believed.
 */
import { err, ok, type Result } from '../../shared/result.ts'
import { type Job, pause } from '../job.ts'
import { type Limits, mebibytes } from '../limits.ts'
import type { ImportNotice, ImportProblem } from '../problem.ts'
import type { TableBytes, TableSet } from '../tableBytes.ts'
import { restoreCell } from '../csv/defuseCell.ts'
import { writeCsv } from '../csv/writeCsv.ts'
import { attachmentNames, type FileTable, tableNames } from '../tables/tableFormat.ts'
import { readDirectory } from '../zip/readDirectory.ts'
import { unpackEntry } from '../zip/unpackEntry.ts'
import type { ZipEntry } from '../zip/zipEntry.ts'
import { MAP_SHEET } from './mapSheet.ts'
import { readSheet } from './readSheet.ts'
import { readSharedStrings, readSheetList, readDateStyles } from './workbookParts.ts'
import { XmlFault } from './XmlReader.ts'

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

export async function readXlsx(
  archive: Uint8Array,
  file: string,
  limits: Limits,
  job: Job,
): Promise<Result<TableSet, Problems>> {
  const entries = readDirectory(archive)
  if (entries === undefined) return err([{ code: 'zipDamaged', file }])
  if (entries.length > limits.entries)
    return err([{ code: 'tooManyFiles', file, limit: String(limits.entries) }])
  const hostile = hostileEntry(entries)
  if (hostile !== undefined) return err([{ ...hostile, file }])
  const parts = new Parts(archive, entries, file, limits)
  try {
    return await readSheets(parts, file, limits, job)
  } catch (error) {
    if (error instanceof PartFault) return err([error.problem])
    if (!(error instanceof XmlFault)) throw error
    const code = error.kind === 'entity' ? 'xlsxEntity' : 'xlsxDamaged'
    return err([{ code, file, value: error.message }])
  }
}

function hostileEntry(entries: readonly ZipEntry[]): Pick<ImportProblem, 'code' | 'value'> | undefined {
  for (const { name, encrypted } of entries) {
    if (encrypted) return { code: 'zipEncrypted' }
    if (/^xl\/(externalLinks|embeddings|queryTables)\/|^xl\/connections\.xml$/i.test(name))
      return { code: 'xlsxExternal', value: name }
    if (/vbaProject|^xl\/(macrosheets|activeX)\//i.test(name)) return { code: 'xlsxMacro' }
  }
  return undefined
}

class PartFault extends Error {
  readonly problem: ImportProblem

  constructor(problem: ImportProblem) {
    super(problem.code)
    this.problem = problem
  }
}

/** Unpacks what is asked for, within what is left of the limits. */
class Parts {
  private readonly archive: Uint8Array
  private readonly entries: ReadonlyMap<string, ZipEntry>
  private readonly file: string
  private readonly limits: Limits
  private left: number

  constructor(archive: Uint8Array, entries: readonly ZipEntry[], file: string, limits: Limits) {
    this.archive = archive
    this.entries = new Map(entries.map((entry) => [entry.name, entry]))
    this.file = file
    this.limits = limits
    // XML of a sheet is about four times its texts.
    this.left = limits.totalBytes * 4
  }

  /** Null when the workbook has no such part. */
  text(name: string): string | null {
    const entry = this.entries.get(name)
    if (entry === undefined) return null
    const limits = { ...this.limits, fileBytes: this.limits.fileBytes * 4 }
    const bytes = unpackEntry(this.archive, entry, { limits, totalLeft: this.left })
    if (!bytes.ok) {
      const limit = bytes.error === 'zipBomb' ? String(this.limits.ratio) : mebibytes(limits.fileBytes)
      throw new PartFault({ code: bytes.error, file: `${this.file} › ${name}`, limit })
    }
    this.left -= bytes.value.length
    return decode(bytes.value)
  }

  require(name: string): string {
    const text = this.text(name)
    if (text === null) throw new XmlFault('damaged', name)
    return text
  }
}

function decode(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw new XmlFault('damaged', 'UTF-8')
    throw error
  }
}

async function readSheets(
  parts: Parts,
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
