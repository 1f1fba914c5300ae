/** One journey as a workbook: a sheet that looks like the map, then a sheet per table of the exchange format. */
import { decodeUtf8 } from '../csv/decodeUtf8.ts'
import { defuseCell } from '../csv/defuseCell.ts'
import { CsvScanner } from '../csv/CsvScanner.ts'
import { sniffDelimiter } from '../csv/sniffDelimiter.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { ColumnType } from '../tables/columnType.ts'
import { attachmentNames, type TableName, tableFormats } from '../tables/tableFormat.ts'
import { writeSheets } from '../tablesOut/writeTables.ts'
import { type MapTexts, mapSheet } from './mapSheet.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import type { Style } from './styles.ts'
import { writeWorkbook } from './writeWorkbook.ts'

const HEADER: Style = { bold: true, fill: '#e6e1d6' }
const WRAPPED: Style = { wrap: true }
const LONG = 40
const WIDEST = 60

export interface WrittenWorkbook {
  readonly bytes: Uint8Array
  readonly leftOut: Readonly<Record<string, number>>
}

/** `content`: the bytes of attachments by their hash. */
export function writeXlsx(
  snapshot: WorkshopSnapshot,
  journeyId: JourneyId,
  content: ReadonlyMap<string, Uint8Array>,
  texts: MapTexts,
): WrittenWorkbook {
  const { sheets, leftOut } = writeSheets(snapshot, journeyId)
  const attached = attachmentSheets(snapshot, content)
  const { attachments = 0, ...lost } = leftOut
  const missing = attachments - attached.length
  const all = [
    mapSheet(snapshot, journeyId, texts),
    ...sheets.map(({ table, rows }) => tableSheet(table, rows, tableFormats[table].columns)),
    ...attached.map(({ name, rows }) => tableSheet(name, rows, {})),
  ]
  return { bytes: writeWorkbook(all), leftOut: missing > 0 ? { ...lost, attachments: missing } : lost }
}

function tableSheet(
  name: TableName | (typeof attachmentNames)[number],
  [header = [], ...body]: readonly (readonly string[])[],
  columns: Readonly<Record<string, ColumnType<unknown>>>,
): Sheet {
  const kinds = header.map((column) => columns[column]?.kind ?? 'text')
  const widths = header.map((column, index) => {
    const longest = Math.max(column.length, ...body.slice(0, 200).map((row) => row[index]?.length ?? 0))
    return Math.min(WIDEST, Math.max(8, longest + 2))
  })
  return {
    name,
    rows: [
      header.map((value) => ({ value, style: HEADER })),
      ...body.map((row) => row.map((text, index) => cellOf(text, kinds[index] ?? 'text'))),
    ],
    widths,
    frozen: { rows: 1, columns: 1 },
  }
}

function cellOf(text: string, kind: NonNullable<ColumnType<unknown>['kind']>): SheetCell | null {
  if (text === '') return null
  if (kind === 'number' && Number.isFinite(Number(text))) return { value: Number(text), style: {} }
  if (kind === 'boolean' && (text === 'true' || text === 'false'))
    return { value: text === 'true', style: {} }
  const quoted = /^[=+\-@]/.test(text) ? { quoted: true } : {}
  // Only apostrophes are doubled: a text that begins like a formula is a text by the type of its cell.
  const value = text.startsWith("'") ? defuseCell(text) : text
  return { value, style: { text: true, ...quoted, ...(text.length > LONG ? WRAPPED : {}) } }
}

/** Logs and surveys that are as an import would write them; another spelling of the same would be another file. */
function attachmentSheets({ attachments }: WorkshopSnapshot, content: ReadonlyMap<string, Uint8Array>) {
  return [...attachments.values()].flatMap(({ name, sha256 }) => {
    const table = attachmentNames.find((known) => name.toLowerCase() === `${known}.csv`)
    const bytes = content.get(sha256)
    const text = bytes === undefined || table === undefined ? undefined : decodeUtf8(bytes)
    if (table === undefined || text === undefined || !text.ok) return []
    const rows = [...new CsvScanner(text.value, sniffDelimiter(text.value)).rows()].map(({ cells }) => cells)
    return [{ name: table, rows }]
  })
}
