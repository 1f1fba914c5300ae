/** One sheet as XML. Texts stand in their cells as texts: no formula is ever written. */
import { columnName } from './cellName.ts'
import type { Sheet, SheetCell } from './sheet.ts'
import type { Styles } from './styles.ts'
import { escapeXml } from './xmlText.ts'

/** The number that spreadsheets know the paper by. */
const A3 = 8

export function sheetXml(sheet: Sheet, styles: Styles): string {
  const { rows, widths, heights = [], merges = [] } = sheet
  const parts = ['<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">']
  // On paper as wide as the sheet, as many pages long as it takes.
  parts.push('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
  parts.push(`<sheetViews><sheetView workbookViewId="0">${pane(sheet)}</sheetView></sheetViews>`)
  parts.push('<sheetFormatPr defaultRowHeight="15"/>')
  if (widths.length > 0) parts.push(`<cols>${widths.map(column).join('')}</cols>`)
  parts.push('<sheetData>')
  for (const [index, cells] of rows.entries()) {
    const height = heights[index] ?? 0
    const size = height > 0 ? ` ht="${height}" customHeight="1"` : ''
    parts.push(`<row r="${index + 1}"${size}>`)
    for (const [at, cell] of cells.entries()) if (cell !== null) parts.push(cellXml(cell, index, at, styles))
    parts.push('</row>')
  }
  parts.push('</sheetData>')
  if (merges.length > 0) {
    const ranges = merges.map((range) => `<mergeCell ref="${range}"/>`).join('')
    parts.push(`<mergeCells count="${merges.length}">${ranges}</mergeCells>`)
  }
  parts.push('<pageMargins left="0.4" right="0.4" top="0.4" bottom="0.4" header="0.2" footer="0.2"/>')
  parts.push(`<pageSetup paperSize="${A3}" orientation="landscape" fitToWidth="1" fitToHeight="0"/>`)
  parts.push('</worksheet>')
  return parts.join('')
}

function cellXml({ value, style }: SheetCell, row: number, column: number, styles: Styles): string {
  const start = `<c r="${columnName(column)}${row + 1}" s="${styles.of(style)}"`
  if (typeof value === 'number') return `${start}><v>${value}</v></c>`
  if (typeof value === 'boolean') return `${start} t="b"><v>${value ? 1 : 0}</v></c>`
  if (value === '') return `${start}/>`
  return `${start} t="inlineStr"><is><t xml:space="preserve">${escapeXml(value)}</t></is></c>`
}

function column(width: number, index: number): string {
  return `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`
}

function pane({ frozen: { rows, columns } }: Sheet): string {
  if (rows === 0 && columns === 0) return ''
  const part = rows > 0 && columns > 0 ? 'bottomRight' : rows > 0 ? 'bottomLeft' : 'topRight'
  const x = columns > 0 ? ` xSplit="${columns}"` : ''
  const y = rows > 0 ? ` ySplit="${rows}"` : ''
  return `<pane${x}${y} topLeftCell="${columnName(columns)}${rows + 1}" activePane="${part}" state="frozen"/>`
}
