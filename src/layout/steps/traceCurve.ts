/** Step 9: the performance curve: bands, scale, pins at the agreed value or the median, strings, spread and gap. */
import type { ActivityId } from '../../model/records/activity.ts'
import type { LaneId } from '../../model/records/lane.ts'
import type { RatingView } from '../../model/records/rating.ts'
import {
  type CurveBand,
  type CurveLayout,
  type CurveString,
  FAIR_FROM,
  GOOD_FROM,
  HIGHEST,
  LOWEST,
  type Pin,
  valueToY,
} from '../curveLayout.ts'
import { type CurveStats, curveStats } from '../curveStats.ts'
import { hatchGap } from '../hatchGap.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import type { Rect } from '../scene.ts'
import { outlineOfSpread, overlapOutlines, spreadsOf } from '../spreadOutlines.ts'
import { faceOfValue } from '../symbols/smileys.ts'
import { EMPTY_BLOCK, moveText, setText } from '../textBlock.ts'
import type { ColumnPlan } from './placeColumns.ts'
import type { LaneRows } from './placeLanes.ts'
import { placeSingleRatings } from './placeSingleRatings.ts'
import type { MapSource } from './readMap.ts'

interface Traced {
  readonly inputs: readonly unknown[]
  readonly curve: CurveLayout
}

/** The last curve over the same ratings: most changes of a map move nothing in it. */
const traced = new WeakMap<CurveStats, Traced>()

export function traceCurve(
  source: MapSource,
  plan: ColumnPlan,
  measures: MapMeasures,
  rows: LaneRows,
): CurveLayout | null {
  if (rows.curve === null) return null
  const { snapshot, options } = source
  const { lane, y, height } = rows.curve
  const pad = measures.cellPadding.y
  const faceRow = measures.face + 2 * pad
  const plot = { x: plan.left, y: y + pad, width: plan.right - plan.left, height: height - pad - faceRow }
  const views = [...new Set(options.views)]
  const stats = views.map((view) => curveStats(snapshot, view, options.roundId))
  const columns = plan.columns.flatMap(({ key, x, width }) => [key, x, width])
  const frame = [lane.id, plot.x, plot.y, plot.width, plot.height, measures.textSize, measures.columnWidth]
  const dots = options.showSingleRatings ? [snapshot.ratings, snapshot.persons] : [null]
  const inputs = [...views, ...stats, ...frame, ...dots, options.metrics, options.labels, ...columns]
  const first = stats[0]
  const before = first && traced.get(first)
  if (before && sameInputs(before.inputs, inputs)) return before.curve
  const bare = views.map((view, index) => stringOf(plan, plot, view, stats[index] ?? new Map()))
  const curve = {
    ...curveOf(source, lane.id, plot, bare, measures),
    singles: options.showSingleRatings ? placeSingleRatings(source, plan, plot, views, measures) : [],
  }
  if (first) traced.set(first, { inputs, curve })
  return curve
}

function sameInputs(one: readonly unknown[], other: readonly unknown[]): boolean {
  return one.length === other.length && one.every((input, index) => input === other[index])
}

function curveOf(
  source: MapSource,
  laneId: LaneId,
  plot: Rect,
  bare: readonly CurveString[],
  measures: MapMeasures,
): Omit<CurveLayout, 'singles'> {
  const strings = bare.map((string, index) => labelPins(source, string, bare[1 - index] ?? null, measures))
  const [first, second] = strings
  return {
    laneId,
    plot,
    bands: bandsOf(plot),
    gridlines: gridlinesOf(source, plot, measures),
    strings,
    overlap:
      first && second ? overlapOutlines(spreadsOf(first.pins, plot), spreadsOf(second.pins, plot)) : [],
    gap: first && second ? hatchGap(first.pins, second.pins, measures.textSize * 0.75) : [],
    faces: facesOf(strings, plot, measures),
  }
}

function bandsOf(plot: Rect): readonly CurveBand[] {
  const fair = valueToY(plot, FAIR_FROM)
  const good = valueToY(plot, GOOD_FROM)
  const { x, y, width } = plot
  return [
    { mood: 'good', x, y, width, height: good - y },
    { mood: 'fair', x, y: good, width, height: fair - good },
    { mood: 'bad', x, y: fair, width, height: y + plot.height - fair },
  ]
}

/** Numbers stand in the gap between the lane's title and the first column. */
function gridlinesOf(source: MapSource, plot: Rect, measures: MapMeasures): CurveLayout['gridlines'] {
  const style = measures.text.scale
  const every = plot.height / (HIGHEST - LOWEST + 1) >= style.size * 1.1 ? 1 : 3
  return Array.from({ length: HIGHEST - LOWEST + 1 }, (_, index) => {
    const value = LOWEST + index
    const y = valueToY(plot, value)
    const labelled = (value - LOWEST) % every === 0
    const place = {
      x: plot.x - measures.phaseGap * 1.9,
      y: y - (style.size * style.lineHeight) / 2,
      width: measures.phaseGap * 1.7,
      align: 'right' as const,
    }
    return { value, y, label: labelled ? setText(String(value), style, place, source.options.metrics) : null }
  })
}

function stringOf(plan: ColumnPlan, plot: Rect, view: RatingView, stats: CurveStats): CurveString {
  const pins: Pin[] = []
  for (const { activity, x, width } of plan.columns) {
    const rated = activity && stats.get(activity.id)
    if (!rated) continue
    const place = { x: x + width / 2, y: valueToY(plot, rated.value) }
    pins.push({ activityId: activity.id, ...place, ...rated, label: EMPTY_BLOCK })
  }
  return { view, pins, spread: spreadsOf(pins, plot).map(outlineOfSpread) }
}

/** The number goes away from the other string: above the upper pin, below the lower one. */
function labelPins(
  source: MapSource,
  string: CurveString,
  other: CurveString | null,
  measures: MapMeasures,
): CurveString {
  const style = measures.text.pin
  const height = style.size * style.lineHeight
  const others = new Map(other?.pins.map((pin) => [pin.activityId, pin.value]))
  const pins = string.pins.map((pin): Pin => {
    const opposite = others.get(pin.activityId)
    const above =
      opposite === undefined || pin.value > opposite || (pin.value === opposite && string.view === 'inside')
    const same = pin.value === opposite && string.view === 'outside'
    if (same) return pin
    const text = source.options.labels.formatNumber(Math.round(pin.value * 10) / 10)
    const width = measures.columnWidth
    const block = setText(
      text,
      style,
      { x: pin.x - width / 2, y: 0, width, align: 'centre' },
      source.options.metrics,
    )
    const away = measures.textSize * 0.42
    return { ...pin, label: moveText(block, 0, above ? pin.y - away - height : pin.y + away) }
  })
  return { ...string, pins }
}

/** One face per activity under the plot: what the group agreed on, else what customers say, else what staff says. */
function facesOf(strings: readonly CurveString[], plot: Rect, measures: MapMeasures): CurveLayout['faces'] {
  const pinsOf = (view: RatingView) => strings.find((string) => string.view === view)?.pins ?? []
  const all = [...pinsOf('outside'), ...pinsOf('inside')]
  const shown = new Map<ActivityId, Pin>()
  for (const pin of [...all.filter(({ agreed }) => agreed), ...all]) {
    if (!shown.has(pin.activityId)) shown.set(pin.activityId, pin)
  }
  const size = measures.face
  return [...shown.values()].map((pin) => ({
    activityId: pin.activityId,
    level: faceOfValue(pin.value),
    x: pin.x - size / 2,
    y: plot.y + plot.height + measures.cellPadding.y,
    size,
  }))
}
