/**
 * Gives full columns a little of the width that emptier ones do not need, so that a sheet holds larger text: a lane is
 * as high as its fullest cell. Heights are sampled at a few widths and interpolated; then width moves in small steps
 * from where it is missed least to where it helps most. Only + − × ÷, so every engine decides alike.
 */
import type { ActivityId } from '../../model/records/activity.ts'
import type { ColumnShares, MapOptions } from '../mapOptions.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { measureMap } from '../steps/measureMap.ts'
import { activityText } from '../steps/placeActivities.ts'
import { placeColumns } from '../steps/placeColumns.ts'
import { readMap } from '../steps/readMap.ts'
import { stackCells } from '../steps/stackCells.ts'

/** Widths at which heights are sampled, as shares of an equal column. */
const SAMPLES = [0.35, 0.5, 0.62, 0.75, 0.87, 1, 1.15, 1.3, 1.5, 1.75, 2, 2.5] as const
/** Never take more than this from a column, however empty. */
const LEAST = 0.35
const MOST = 2.5
const STEP = 0.02
const MOST_MOVES = 3000

/** Height of each row (activity, lanes) of one column at each sampled width. */
type Heights = readonly (readonly number[])[]

interface Sampled {
  readonly ids: readonly ActivityId[]
  /** Per column, per row, per sample. */
  readonly columns: readonly Heights[]
  readonly rows: number
  /** Widths as shares of an equal column. */
  readonly samples: readonly number[]
}

function sample(snapshot: WorkshopSnapshot, options: MapOptions, least: number): Sampled {
  const enough = SAMPLES.findLastIndex((share) => share <= least)
  const samples = SAMPLES.slice(Math.max(0, enough))
  const byWidth = samples.map((share) => {
    const source = readMap(snapshot, {
      ...options,
      columnWidth: options.columnWidth * share,
      columnShares: null,
    })
    const measures = measureMap(source)
    const plan = placeColumns(source, measures)
    const lanes = stackCells(source, plan, measures)
    const columns = plan.columns.filter(({ activity }) => activity !== null)
    const inset = 2 * measures.cellPadding.x
    return columns.map((column, index) => [
      column.activity ? activityText(source, column.activity, column.width - inset, measures).height : 0,
      ...lanes.map(({ cells }) => cells[index]?.stack.height ?? 0),
    ])
  })
  const plan = placeColumns(readMap(snapshot, options), measureMap(readMap(snapshot, options)))
  const ids = plan.columns.flatMap(({ activity }) => activity?.id ?? [])
  const rows = byWidth[0]?.[0]?.length ?? 0
  const columns = ids.map((_, column) =>
    Array.from({ length: rows }, (_row, row) => byWidth.map((heights) => heights[column]?.[row] ?? 0)),
  )
  return { ids, columns, rows, samples }
}

function heightAtShare(samples: readonly number[], heights: readonly number[], share: number): number {
  for (let index = 1; index < samples.length; index++) {
    const left = samples[index - 1] ?? 1
    const right = samples[index] ?? 1
    if (share > right && index < samples.length - 1) continue
    const from = heights[index - 1] ?? 0
    const to = heights[index] ?? 0
    return from + ((to - from) * (share - left)) / (right - left)
  }
  return heights[0] ?? 0
}

/** How much a cell counts: the fullest of a row fully, one half as full practically not. */
function weight(height: number, highest: number): number {
  if (highest <= 0) return 0
  const ratio = height / highest
  const squared = ratio * ratio
  const fourth = squared * squared
  const eighth = fourth * fourth
  return eighth * eighth
}

function moveWidths({ columns, rows, samples }: Sampled, least: number): readonly number[] {
  const shares = columns.map(() => 1)
  const height = (column: number, row: number, share: number): number =>
    heightAtShare(samples, columns[column]?.[row] ?? [], share)
  for (let move = 0; move < MOST_MOVES; move++) {
    const highest = Array.from({ length: rows }, (_, row) =>
      Math.max(...shares.map((share, column) => height(column, row, share))),
    )
    /** What the rows would lose in height if this column changed by `delta`. */
    const effect = (column: number, delta: number): number => {
      const share = shares[column] ?? 1
      return highest.reduce((sum, top, row) => {
        const now = height(column, row, share)
        const then = height(column, row, share + delta)
        return sum + weight(delta > 0 ? now : then, top) * (now - then)
      }, 0)
    }
    const winner = bestOf(shares, (share, column) => (share + STEP > MOST ? -1 : effect(column, STEP)))
    const giver = bestOf(shares, (share, column) =>
      column === winner.index || share - STEP < least ? Number.NEGATIVE_INFINITY : effect(column, -STEP),
    )
    if (winner.value + giver.value <= 1e-9) break
    shares[winner.index] = (shares[winner.index] ?? 1) + STEP
    shares[giver.index] = (shares[giver.index] ?? 1) - STEP
  }
  return shares
}

function bestOf(shares: readonly number[], rate: (share: number, column: number) => number) {
  let best = { index: 0, value: Number.NEGATIVE_INFINITY }
  for (const [index, share] of shares.entries()) {
    const value = rate(share, index)
    if (value > best.value) best = { index, value }
  }
  return best
}

/**
 * Shares around 1 that sum up to the number of columns; null when there is nothing to balance.
 * @param least the smallest share that the shortest sensible line allows.
 */
export function balanceColumns(
  snapshot: WorkshopSnapshot,
  options: MapOptions,
  least: number,
): ColumnShares | null {
  const smallest = Math.max(LEAST, least)
  const sampled = sample(snapshot, options, smallest)
  if (sampled.ids.length < 2) return null
  const shares = moveWidths(sampled, smallest)
  return new Map(sampled.ids.map((id, index) => [id, shares[index] ?? 1]))
}
