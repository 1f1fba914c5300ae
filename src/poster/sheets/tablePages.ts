/**
 * A table over as many pages as it takes, with its head on each. Rows stay whole; only one that is higher than a page
 * goes on in the next. What is left of the last page is ruled, for what is added by hand.
 */
import { moveOps } from '../../layout/ops/moveOps.ts'
import { opsOfText } from '../../layout/ops/opsOfText.ts'
import type { Rect, SceneOp } from '../../layout/scene.ts'
import { setBlock, type SheetSource, type Style } from './sheetSource.ts'

export interface TableColumn {
  readonly title: string
  /** Of the whole width, all together 1. */
  readonly share: number
}

/** Parts of a cell stand below each other. */
export interface CellPart {
  readonly text: string
  readonly style?: Style
}
export type TableCell = readonly CellPart[]

export interface Table {
  readonly title: string
  readonly columns: readonly TableColumn[]
  readonly rows: readonly (readonly TableCell[])[]
}

const PAD = { x: 1.8, y: 1.6 }
const CELL: Style = { points: 9.5 }
const HEAD: Style = { points: 8.5, font: 'bold' }
const BLANK_ROW = 11
const ABOVE_TITLE = 8

interface Line {
  readonly height: number
  readonly ops: readonly SceneOp[]
}

interface Page {
  readonly ops: SceneOp[]
  y: number
}

export function tablePages(
  source: SheetSource,
  body: Rect,
  tables: readonly Table[],
): readonly (readonly SceneOp[])[] {
  const pages: Page[] = []
  const bottom = body.y + body.height
  const begin = (): Page => {
    const page = { ops: [], y: body.y }
    pages.push(page)
    return page
  }
  let page = begin()
  for (const [index, table] of tables.entries()) {
    const isLast = index === tables.length - 1
    const head = headOf(source, table, body.width, true)
    const again = headOf(source, table, body.width, false)
    const startHead = (first: boolean): void => {
      const { height, ops } = first ? head : again
      page.ops.push(...moveOps(ops, body.x, page.y))
      page.y += height
    }
    if (page.y > body.y) page.y += ABOVE_TITLE
    if (page.y + head.height + 2 * BLANK_ROW > bottom) page = begin()
    startHead(true)
    const fresh = (): void => {
      page = begin()
      startHead(false)
    }
    for (const row of table.rows) {
      const cells = cellsOf(source, table, row, body.width)
      const height = rowHeight(cells)
      const room = bottom - body.y - again.height
      if (page.y + height > bottom && height <= room) fresh()
      placeRow(cells, () => page, body, bottom, fresh)
      endRow(source, page, body)
    }
    const blanks = isLast ? Math.floor((bottom - page.y) / BLANK_ROW) : table.rows.length === 0 ? 3 : 0
    for (let count = 0; count < blanks && page.y + BLANK_ROW <= bottom; count += 1) {
      page.y += BLANK_ROW
      endRow(source, page, body)
    }
  }
  return pages.map(({ ops }) => ops)
}

function headOf(source: SheetSource, table: Table, width: number, isFirst: boolean): Line {
  const { theme, t } = source
  const title = isFirst ? table.title : t('sheets.continued', { title: table.title })
  const heading = setBlock(source, title, { points: 15, font: 'bold' }, { x: 0, y: 0, width })
  const top = heading.height + 2.5
  const cells = starts(table, width).map(({ x, width: room }, index) =>
    setBlock(source, table.columns[index]?.title ?? '', HEAD, {
      x: x + PAD.x,
      y: top + PAD.y,
      width: room - 2 * PAD.x,
    }),
  )
  const height = Math.max(...cells.map((cell) => cell.height)) + 2 * PAD.y
  return {
    height: top + height,
    ops: [
      ...opsOfText(heading, theme.ink),
      { kind: 'rect', x: 0, y: top, width, height, fill: theme.lane },
      { kind: 'rect', x: 0, y: top + height - 0.25, width, height: 0.5, fill: theme.quietInk },
      ...cells.flatMap((cell) => opsOfText(cell, theme.ink)),
    ],
  }
}

function starts({ columns }: Table, width: number) {
  let x = 0
  return columns.map(({ share }) => {
    const at = { x, width: share * width }
    x += at.width
    return at
  })
}

/** Every cell as lines. */
function cellsOf(
  source: SheetSource,
  table: Table,
  row: readonly TableCell[],
  width: number,
): readonly (readonly Line[])[] {
  return starts(table, width).map(({ x, width: room }, index) =>
    (row[index] ?? []).flatMap(({ text, style = CELL }) => {
      if (text.trim() === '') return []
      const block = setBlock(source, text, style, { x: x + PAD.x, y: 0, width: room - 2 * PAD.x })
      const height = block.height / block.lines.length
      return block.lines.map((line, at) => ({
        height,
        ops: opsOfText(
          { ...block, lines: [{ ...line, baseline: line.baseline - at * height }] },
          style.colour ?? source.theme.ink,
        ),
      }))
    }),
  )
}

function rowHeight(cells: readonly (readonly Line[])[]): number {
  const heights = cells.map((lines) => lines.reduce((sum, { height }) => sum + height, 0))
  return Math.max(0, ...heights) + 2 * PAD.y
}

function placeRow(
  cells: readonly (readonly Line[])[],
  pageNow: () => Page,
  body: Rect,
  bottom: number,
  fresh: () => void,
): void {
  let rest = cells
  for (;;) {
    const page = pageNow()
    const top = page.y + PAD.y
    let lowest = top
    rest = rest.map((lines) => {
      let y = top
      let taken = 0
      for (const { height, ops } of lines) {
        if (y + height > bottom - PAD.y + 1e-6) break
        page.ops.push(...moveOps(ops, body.x, y))
        y += height
        taken += 1
      }
      lowest = Math.max(lowest, y)
      return lines.slice(taken)
    })
    page.y = lowest + PAD.y
    if (rest.every((lines) => lines.length === 0)) return
    fresh()
  }
}

function endRow({ theme }: SheetSource, page: Page, body: Rect): void {
  page.ops.push({
    kind: 'rect',
    x: body.x,
    y: page.y - 0.125,
    width: body.width,
    height: 0.25,
    fill: theme.markEdge,
  })
}
