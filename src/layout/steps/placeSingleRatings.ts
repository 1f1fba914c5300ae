/**
 * What each person rated, as dots behind the curve. Apart from the curve because it is off unless somebody asks for it:
 * in a small group a dot can be somebody.
 */
import type { RatingView } from '../../model/records/rating.ts'
import { firstRound } from '../../model/records/round.ts'
import { ratingsBySubject } from '../../model/select/ratingsBySubject.ts'
import { subjectAsKey } from '../../model/select/subjectAs.ts'
import { type CurveLayout, valueToY } from '../curveLayout.ts'
import type { MapMeasures } from '../mapMeasures.ts'
import type { Rect } from '../scene.ts'
import type { ColumnPlan } from './placeColumns.ts'
import type { MapSource } from './readMap.ts'

/** Between the middles of equal ratings, in em. */
const PITCH = 0.5
/** From the pin, whose number must stay readable: staff to its left, customers to its right. */
const ASIDE = 0.85

export function placeSingleRatings(
  { snapshot, options }: MapSource,
  plan: ColumnPlan,
  plot: Rect,
  views: readonly RatingView[],
  measures: MapMeasures,
): CurveLayout['singles'] {
  const roundId = options.roundId ?? snapshot.stage.roundId ?? firstRound
  const ratings = ratingsBySubject(snapshot)
  return plan.columns.flatMap(({ activity, x, width }) => {
    if (!activity) return []
    const here = ratings.get(subjectAsKey(snapshot, { kind: 'activity', id: activity.id })) ?? []
    const dots = views.flatMap((view) =>
      here.flatMap(({ rating }) =>
        rating.view === view && rating.roundId === roundId && rating.value !== null
          ? [{ view, value: rating.value }]
          : [],
      ),
    )
    const pitch = Math.min(PITCH * measures.textSize, (0.35 * width) / Math.max(1, dots.length / 4))
    return dots.map(({ view, value }, index) => {
      const before = dots.slice(0, index).filter((dot) => dot.view === view && dot.value === value).length
      const aside = ASIDE * measures.textSize + before * pitch
      return {
        view,
        x: x + width / 2 + (view === 'inside' ? -aside : aside),
        y: valueToY(plot, value),
      }
    })
  })
}
