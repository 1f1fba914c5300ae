/**
 * The sheet that comes before the tiles: the poster in small with the sheets drawn over it, how to print and how to
 * put them together. Without it, forty sheets of paper are a puzzle.
 */
import type { FontMetrics } from '../../layout/font/fontMetrics.ts'
import { opsOfText } from '../../layout/ops/opsOfText.ts'
import { moveOps } from '../../layout/ops/moveOps.ts'
import type { Scene, SceneOp } from '../../layout/scene.ts'
import { setText } from '../../layout/textBlock.ts'
import { scaleOps } from './scaleOps.ts'
import type { Tile, TileGrid } from './tileGrid.ts'

export interface PlanLabels {
  readonly title: string
  /** What to do, in order; each becomes a numbered line. */
  readonly steps: readonly string[]
  /** In the middle of a sheet of the miniature, for instance “2/3”. Numbers count from 1. */
  readonly place: (place: { row: number; column: number }) => string
  /** That sheets are not there because they would be blank, with their places. */
  readonly leftOut: (places: readonly string[]) => string
}

const INK = '#2a2520'
const CUT = '#c8242b'
/** Millimetres of text size. */
const TITLE = 6
const STEP = 3.9

export interface PlanOptions {
  readonly poster: Scene
  readonly grid: TileGrid
  /** The tiles that are printed; the others would be blank. */
  readonly printed: readonly Tile[]
  readonly labels: PlanLabels
  readonly metrics: FontMetrics
}

export function assemblyPlan({ poster, grid, printed, labels, metrics }: PlanOptions): Scene {
  const { width, height, margin } = grid.sheet
  const inner = width - 2 * margin
  let y = margin
  const words: SceneOp[] = []
  const write = (text: string, size: number, font: 'regular' | 'bold', x = margin): void => {
    const block = setText(
      text,
      { font, size, lineHeight: 1.35 },
      { x, y, width: inner - x + margin },
      metrics,
    )
    words.push(...opsOfText(block, INK))
    y += block.height
  }
  write(labels.title, TITLE, 'bold')
  y += 2
  for (const [index, step] of [...labels.steps, ...blankOnes(grid, printed, labels)].entries()) {
    const top = y
    write(`${String(index + 1)}.`, STEP, 'bold')
    y = top
    write(step, STEP, 'regular', margin + 6)
    y += 1
  }
  y += 4
  const scale = Math.min(inner / poster.width, (height - margin - y) / poster.height)
  const picture = [
    ...scaleOps(poster.ops.filter(isShape), scale),
    {
      kind: 'rect',
      x: 0,
      y: 0,
      width: poster.width * scale,
      height: poster.height * scale,
      stroke: INK,
      strokeWidth: 0.3,
    } as const,
    ...printed.flatMap((tile) => outline(tile, scale, labels, metrics)),
  ]
  return {
    width,
    height,
    ops: [...words, ...moveOps(picture, margin + (inner - poster.width * scale) / 2, y)],
  }
}

/** Whoever counts the sheets should not look for one that was never printed. */
function blankOnes({ tiles }: TileGrid, printed: readonly Tile[], labels: PlanLabels): readonly string[] {
  const places = tiles
    .filter((tile) => !printed.includes(tile))
    .map(({ row, column }) => labels.place({ row: row + 1, column: column + 1 }))
  return places.length === 0 ? [] : [labels.leftOut(places)]
}

/** Areas tell where one is; words and thin lines would only blur. */
function isShape(op: SceneOp): boolean {
  return (op.kind === 'rect' || op.kind === 'path') && op.fill !== undefined
}

function outline(
  { row, column, part }: Tile,
  scale: number,
  labels: PlanLabels,
  metrics: FontMetrics,
): readonly SceneOp[] {
  const box = { x: part.x * scale, y: part.y * scale, width: part.width * scale, height: part.height * scale }
  const text = labels.place({ row: row + 1, column: column + 1 })
  const size = Math.min(5, box.height * 0.4, box.width * 0.25)
  const textWidth = metrics.measure(text, 'bold', size)
  const [centre, middle] = [box.x + box.width / 2, box.y + box.height / 2]
  const pad = size * 0.35
  return [
    { kind: 'rect', ...box, stroke: CUT, strokeWidth: 0.25 },
    {
      kind: 'rect',
      x: centre - textWidth / 2 - pad,
      y: middle - size * 0.75,
      width: textWidth + 2 * pad,
      height: size * 1.5,
      radius: pad,
      fill: '#ffffff',
    },
    {
      kind: 'text',
      text,
      x: centre - textWidth / 2,
      baseline: middle + size * 0.34,
      font: 'bold',
      size,
      colour: CUT,
    },
  ]
}
