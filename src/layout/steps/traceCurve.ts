/** Step 9: the performance curve: bands, scale, pins at the agreed value or the median, strings, spread and gap. */
import type { RatingView } from '../../model/records/rating.ts'
import { curveValue, ratingStats } from '../../model/select/ratingStats.ts'
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
import { hatchGap } from '../hatchGap.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import type { Rect } from '../scene.ts'
import { outlineOfSpread, overlapOutlines, spreadsOf } from '../spreadOutlines.ts'
import { faceOfValue } from '../symbols/smileys.ts'
import { EMPTY_BLOCK, moveText, setText } from '../textBlock.ts'
import type { ColumnPlan } from './placeColumns.ts'
import type { LaneRows } from './placeLanes.ts'
import type { MapSource } from './readMap.ts'

export function traceCurve(
  source: MapSource,
  plan: ColumnPlan,
  measures: MapMeasures,
  rows: LaneRows,
): CurveLayout | null {
  if (rows.curve === null) return null
  const { lane, y, height } = rows.curve
  const pad = measures.cellPadding.y
  const faceRow = measures.face + 2 * pad
  const plot = { x: plan.left, y: y + pad, width: plan.right - plan.left, height: height - pad - faceRow }
  const views = [...new Set(source.options.views)]
  const bare = views.map((view) => stringOf(source, plan, plot, view))
  const strings = bare.map((string, index) => labelPins(source, string, bare[1 - index] ?? null, measures))
  const [first, second] = strings
  return {
    laneId: lane.id,
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

function stringOf(source: MapSource, plan: ColumnPlan, plot: Rect, view: RatingView): CurveString {
  const { snapshot, options } = source
  const query = { view, ...(options.roundId !== null && { roundId: options.roundId }) }
  const pins: Pin[] = []
  for (const column of plan.columns) {
    if (!column.activity) continue
    const stats = ratingStats(snapshot, { kind: 'activity', id: column.activity.id }, query)
    const value = curveValue(stats)
    if (value === null) continue
    pins.push({
      activityId: column.activity.id,
      x: column.x + column.width / 2,
      y: valueToY(plot, value),
      value,
      agreed: stats.agreed !== null,
      count: stats.statistics?.n ?? 0,
      quartiles: stats.statistics ? [stats.statistics.q3, stats.statistics.q1] : null,
      label: EMPTY_BLOCK,
    })
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

/** One face per activity under the plot: what customers say, else what staff says. */
function facesOf(strings: readonly CurveString[], plot: Rect, measures: MapMeasures): CurveLayout['faces'] {
  const outside = strings.find(({ view }) => view === 'outside')?.pins ?? []
  const rated = new Set(outside.map(({ activityId }) => activityId))
  const inside = strings.find(({ view }) => view === 'inside')?.pins ?? []
  const pins = [...outside, ...inside.filter(({ activityId }) => !rated.has(activityId))]
  const size = measures.face
  return pins.map((pin) => ({
    activityId: pin.activityId,
    level: faceOfValue(pin.value),
    x: pin.x - size / 2,
    y: plot.y + plot.height + measures.cellPadding.y,
    size,
  }))
}
