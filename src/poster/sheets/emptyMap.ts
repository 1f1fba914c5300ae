/**
 * The map without anything on it, to be pinned up and written on: the phases of this workshop or blank ones, all chosen
 * lanes with lines to write on, the grid of the curve, and in each cell the id by which a photo of it finds its place.
 */
import type { Rect, Scene, SceneOp } from '../../layout/scene.ts'
import { codeFor, codeHeight, codeOps } from './codeOps.ts'
import { curveGrid } from './curveGrid.ts'
import { emptyColumns, type EmptyColumn, type EmptyPhase } from './emptyColumns.ts'
import { activityOps, laneTitleOps, personaOps, phaseOps } from './emptyHeads.ts'
import { type SheetLane, sheetLanes, takesCards } from './sheetLanes.ts'
import { framedPages, type SheetPage, sheetPage } from './sheetFrame.ts'
import { setInside, type SheetSource } from './sheetSource.ts'
import { ruleAt } from './textPieces.ts'

/** Codes smaller than this cannot be photographed by hand. */
const SMALLEST_CODE = 8
const LARGEST_CODE = 20

export interface EmptyMap {
  readonly scenes: readonly Scene[]
  /** False when the cells are too small for codes, or there are none to print. */
  readonly withCodes: boolean
}

interface Grid {
  readonly page: SheetPage
  /** 1 on A4, 4 on A0. */
  readonly scale: number
  readonly map: Rect
  readonly columns: readonly EmptyColumn[]
  readonly phases: readonly EmptyPhase[]
  readonly rows: readonly Row[]
}

interface Row {
  readonly lane: SheetLane
  readonly y: number
  readonly height: number
}

/** One sheet, or several where there are more columns than anybody could write in. */
export function emptyMap(source: SheetSource): EmptyMap {
  const grids = gridsOf(source)
  const codeSize = codeSizeOf(source, grids)
  const [first] = grids
  if (first === undefined) throw new Error('an empty map without columns')
  const contents = grids.map((grid) => [
    ...titleOps(source, grid),
    ...personaOps(source, cornerOf(grid), grid.scale),
    ...grid.phases.flatMap((phase) => phaseOps(source, phase, phaseRow(grid), grid.scale)),
    ...grid.columns.flatMap((column) => activityOps(source, column, activityRow(grid), grid.scale)),
    ...grid.rows.flatMap((row) => rowOps(source, grid, row, codeSize)),
  ])
  const scenes = framedPages(source, first.page, source.t('sheets.empty'), contents)
  return { scenes, withCodes: codeSize !== null }
}

const TITLE = 14
const PHASE = 11
const ACTIVITY = 22
const LANE_TITLE = 30
const NARROWEST = 24

/** Larger paper is seen from further away, but nobody writes four times as large on it. */
function growth(scale: number): number {
  return 0.35 + 0.65 * scale
}

function gridsOf(source: SheetSource): readonly Grid[] {
  const page = sheetPage(source, 'landscape')
  const scale = page.height / 210
  const by = growth(scale)
  const { body } = page
  const top = body.y + (TITLE + PHASE + ACTIVITY) * by
  const left = body.x + LANE_TITLE * by
  const map = { x: left, y: top, width: body.x + body.width - left, height: body.y + body.height - top }
  const rows = rowsOf(sheetLanes(source), map)
  const sets = emptyColumns(source, map, NARROWEST * (0.6 + 0.4 * scale))
  return sets.map((set) => ({ page, scale, map, rows, ...set }))
}

/** The curve and pictures need more height; the line of visibility is only a line. */
function weight({ kind }: SheetLane): number {
  return kind === 'curve' ? 1.7 : kind === 'storyboard' ? 1.3 : kind === 'lineOfVisibility' ? 0.3 : 1
}

function rowsOf(lanes: readonly SheetLane[], map: Rect): readonly Row[] {
  const all = lanes.reduce((sum, lane) => sum + weight(lane), 0)
  let y = map.y
  return lanes.map((lane) => {
    const row = { lane, y, height: (map.height * weight(lane)) / all }
    y += row.height
    return row
  })
}

/** As large as the smallest cell allows; null when that is too small. */
function codeSizeOf(source: SheetSource, grids: readonly Grid[]): number | null {
  const rows = grids[0]?.rows ?? []
  const columns = grids.flatMap((grid) => grid.columns)
  if (!source.hasCodes) return null
  const heights = rows.filter(({ lane }) => takesCards(lane)).map(({ height }) => height)
  const width = Math.min(...columns.map((column) => column.width))
  const size = Math.min(LARGEST_CODE, width * 0.36, Math.min(...heights) * 0.62)
  return size >= SMALLEST_CODE ? size : null
}

const phaseRow = ({ page, scale, map }: Grid): Rect => ({
  x: map.x,
  y: page.body.y + TITLE * growth(scale),
  width: map.width,
  height: PHASE * growth(scale) * 0.86,
})

const activityRow = ({ scale, map }: Grid): Rect => ({
  x: map.x,
  y: map.y - ACTIVITY * growth(scale),
  width: map.width,
  height: ACTIVITY * growth(scale) * 0.9,
})

/** Left of the arrows, above the lane titles. */
const cornerOf = (grid: Grid): Rect => {
  const { y } = phaseRow(grid)
  const { x } = grid.page.body
  const { height, y: below } = activityRow(grid)
  return { x, y, width: grid.map.x - x - 3 * growth(grid.scale), height: below + height - y }
}

function titleOps(source: SheetSource, { page, scale }: Grid): readonly SceneOp[] {
  const by = growth(scale)
  const { journey, labels } = source
  const title = journey.title || labels.unnamedJourney
  const { x, y, width } = page.body
  return setInside(
    source,
    title,
    { points: 18 * by, font: 'bold', lineHeight: 1.15 },
    { x, y, width, height: (TITLE - 3) * by },
  ).ops
}

function rowOps(source: SheetSource, grid: Grid, row: Row, codeSize: number | null): readonly SceneOp[] {
  const { theme } = source
  const { map, columns, scale } = grid
  const { lane, y, height } = row
  const titleRect = { x: grid.page.body.x, y, width: map.x - grid.page.body.x, height }
  const ground = { x: map.x, y: y + 0.4, width: map.width, height: height - 0.8 }
  const edge = { kind: 'rect', ...ground, stroke: theme.markEdge, strokeWidth: 0.3 } as const
  const title = laneTitleOps(source, lane, titleRect, scale)
  if (lane.kind === 'lineOfVisibility') {
    const middle = { x: map.x, y: y + height / 2 - 0.4, width: map.width, height: 0.8 }
    return [...title, { kind: 'rect', ...middle, fill: theme.quietInk }]
  }
  const separators = columns.slice(1).map(
    (column): SceneOp => ({
      kind: 'path',
      segments: [
        ['M', column.x, ground.y],
        ['L', column.x, ground.y + ground.height],
      ],
      stroke: theme.markEdge,
      strokeWidth: 0.25,
      ...(column.startsPhase ? {} : { dash: [1.2, 1.6] as const }),
    }),
  )
  const inside =
    lane.kind === 'curve'
      ? curveGrid(source, ground, scale)
      : columns.flatMap((column) => cellOps(source, { row, column, scale, codeSize }))
  return [edge, ...title, ...separators, ...inside]
}

interface Cell {
  readonly row: Row
  readonly column: EmptyColumn
  readonly scale: number
  readonly codeSize: number | null
}

/** Lines to write on, the code in the lower right corner; storyboards are drawn, so they have no lines. */
function cellOps(source: SheetSource, { row, column, scale, codeSize }: Cell): readonly SceneOp[] {
  const { lane, y, height } = row
  const pad = 1.6 * growth(scale)
  const spacing = 5.5 + 1.6 * scale
  const codeX = column.x + column.width - pad - (codeSize ?? 0)
  const codeY = y + height - pad * 0.7 - (codeSize === null ? 0 : codeHeight(codeSize))
  const ops: SceneOp[] = []
  const first = y + spacing + 0.4
  for (let line = first; lane.kind !== 'storyboard' && line <= y + height - pad; line += spacing) {
    const isBeside = codeSize !== null && line > codeY - 1
    const right = isBeside ? codeX - 1.5 : column.x + column.width - pad
    ops.push(ruleAt(source, column.x + pad, line, right - column.x - pad))
  }
  if (codeSize === null) return ops
  const code = codeFor(source, lane.id, column.placeId, column.number)
  return [...ops, ...codeOps(source, code, codeX, codeY, codeSize)]
}
