/**
 * The ratings that count, per subject: of two entries that mean the same person about the same thing (persons or
 * subjects were merged), the one under the surviving ids counts, else the one with the smaller key. Nobody counts twice.
 */
import { memoByTables } from '../memoByTables.ts'
import type { Rating } from '../records/rating.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import type { PersonId } from '../records/person.ts'
import { standsFor } from './standsFor.ts'
import { subjectAsKey, subjectKey } from './subjectAs.ts'

export interface CountedRating {
  readonly rating: Rating
  readonly personId: PersonId
}

function isUnder(rating: Rating, key: string, personId: string): boolean {
  return (
    rating.personId === personId && key === subjectKey({ kind: rating.subjectKind, id: rating.subjectId })
  )
}

export const ratingsBySubject = memoByTables(
  (snapshot: WorkshopSnapshot) => [
    snapshot.ratings,
    snapshot.persons,
    snapshot.bin.persons,
    snapshot.bin.activities,
    snapshot.bin.touchpoints,
    snapshot.bin.placements,
    snapshot.bin.microMoments,
    snapshot.bin.cards,
  ],
  (snapshot): ReadonlyMap<string, readonly CountedRating[]> => {
    const counted = new Map<string, Map<string, CountedRating>>()
    const sorted = [...snapshot.ratings.values()].sort((a, b) => (a.key < b.key ? -1 : 1))
    for (const rating of sorted) {
      const key = subjectAsKey(snapshot, { kind: rating.subjectKind, id: rating.subjectId })
      const personId = standsFor(snapshot, 'persons', rating.personId as PersonId)
      const opinions = counted.get(key) ?? new Map<string, CountedRating>()
      counted.set(key, opinions)
      const opinion = `${rating.view}|${rating.source}|${rating.roundId}|${personId}`
      if (!opinions.has(opinion) || isUnder(rating, key, personId))
        opinions.set(opinion, { rating, personId })
    }
    return new Map([...counted].map(([key, opinions]) => [key, [...opinions.values()]]))
  },
)
