/**
 * What was rated and agreed per activity, read once per state of the ratings: typing in a card must not count 1,000
 * opinions again. The object is the same as long as nothing it is made of changed.
 */
import { memoByTables } from '../model/memoByTables.ts'
import type { ActivityId } from '../model/records/activity.ts'
import type { RatingView } from '../model/records/rating.ts'
import { curveValue, ratingStats } from '../model/select/ratingStats.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'

export interface ActivityStats {
  readonly value: number
  readonly agreed: boolean
  readonly count: number
  /** Upper and lower end of the middle half. */
  readonly quartiles: readonly [number, number] | null
}

export type CurveStats = ReadonlyMap<ActivityId, ActivityStats>

export const curveStats = memoByTables(
  (snapshot: WorkshopSnapshot) => [
    snapshot.activities,
    snapshot.ratings,
    snapshot.agreedValues,
    snapshot.persons,
    snapshot.stage,
    snapshot.bin.persons,
    snapshot.bin.activities,
  ],
  (snapshot, view: RatingView, roundId: string | null): CurveStats => {
    const found = new Map<ActivityId, ActivityStats>()
    const query = { view, ...(roundId !== null && { roundId }) }
    for (const { id } of snapshot.activities.values()) {
      const stats = ratingStats(snapshot, { kind: 'activity', id }, query)
      const value = curveValue(stats)
      if (value === null) continue
      found.set(id, {
        value,
        agreed: stats.agreed !== null,
        count: stats.statistics?.n ?? 0,
        quartiles: stats.statistics ? [stats.statistics.q3, stats.statistics.q1] : null,
      })
    }
    return found
  },
)
