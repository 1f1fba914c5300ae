/** Figures of the ratings of one subject from one view: what the performance curve draws behind its pins. */
import { memoByTables } from '../memoByTables.ts'
import type { AgreedValue } from '../records/agreedValue.ts'
import type { RatingSource, RatingView } from '../records/rating.ts'
import { firstRound } from '../records/round.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import type { Subject } from '../subject.ts'
import { ratingsBySubject } from './ratingsBySubject.ts'
import { type Statistics, statisticsOf } from './statistics.ts'
import { subjectAsKey, subjectKey } from './subjectAs.ts'

export interface RatingQuery {
  readonly view: RatingView
  /** Absent: all sources of the view together. */
  readonly source?: RatingSource
  readonly roundId?: string
}

export interface RatingStats {
  /** Null while nobody rated. */
  readonly statistics: Statistics | null
  /** How many said that they have no opinion. */
  readonly skipped: number
  /** What the group settled on; null while it has not. */
  readonly agreed: AgreedValue | null
}

const agreedBySubject = memoByTables(
  (snapshot: WorkshopSnapshot) => [
    snapshot.agreedValues,
    snapshot.bin.activities,
    snapshot.bin.touchpoints,
    snapshot.bin.placements,
  ],
  (snapshot): ReadonlyMap<string, AgreedValue> => {
    const result = new Map<string, AgreedValue>()
    for (const agreed of [...snapshot.agreedValues.values()].sort((a, b) => (a.key < b.key ? -1 : 1))) {
      if (agreed.value === null) continue
      const subject = { kind: agreed.subjectKind, id: agreed.subjectId }
      const as = subjectAsKey(snapshot, subject)
      const key = `${as}|${agreed.view}|${agreed.roundId}`
      if (!result.has(key) || subjectKey(subject) === as) result.set(key, agreed)
    }
    return result
  },
)

export function ratingStats(snapshot: WorkshopSnapshot, subject: Subject, query: RatingQuery): RatingStats {
  const roundId = query.roundId ?? snapshot.stage.roundId ?? firstRound
  const key = subjectAsKey(snapshot, subject)
  const ratings = (ratingsBySubject(snapshot).get(key) ?? [])
    .map((counted) => counted.rating)
    .filter(
      (rating) =>
        rating.view === query.view &&
        rating.roundId === roundId &&
        (query.source === undefined || rating.source === query.source),
    )
  const values = ratings.flatMap((rating) =>
    rating.value === null ? [] : [{ value: rating.value, n: rating.n }],
  )
  return {
    statistics: statisticsOf(values),
    skipped: ratings.length - values.length,
    agreed: agreedBySubject(snapshot).get(`${key}|${query.view}|${roundId}`) ?? null,
  }
}

/** Where the string of the curve runs: through the agreed value, else through the median, else nowhere. */
export function curveValue(stats: RatingStats): number | null {
  return stats.agreed?.value ?? stats.statistics?.median ?? null
}
