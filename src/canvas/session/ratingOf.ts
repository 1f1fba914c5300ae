/** What stands in the workshop for the panel that is open: one's own rating, or what the group agreed on. */
import type { Rating as RatingEntry } from '../../model/records/rating.ts'
import { firstRound } from '../../model/records/round.ts'
import { ratingsBySubject } from '../../model/select/ratingsBySubject.ts'
import { ratingStats } from '../../model/select/ratingStats.ts'
import { subjectKey } from '../../model/select/subjectAs.ts'
import type { RatingSubject } from '../MapActions.ts'
import type { MapSession, Rating } from './MapSession.ts'

export function ownRating(session: MapSession, subject: RatingSubject): RatingEntry | undefined {
  const snapshot = session.snapshot.get()
  const view = session.ratingView.get()
  const { personId } = session.actor.get()
  const source = view === 'inside' ? 'staff' : 'customer'
  const roundId = snapshot.stage.roundId ?? firstRound
  return ratingsBySubject(snapshot)
    .get(subjectKey(subject))
    ?.find(
      (counted) =>
        counted.personId === personId &&
        counted.rating.view === view &&
        counted.rating.source === source &&
        counted.rating.roundId === roundId,
    )?.rating
}

export function valueOf(session: MapSession, { subject, by }: Rating): number | null {
  if (by === 'me') return ownRating(session, subject)?.value ?? null
  return (
    ratingStats(session.snapshot.get(), subject, { view: session.ratingView.get() }).agreed?.value ?? null
  )
}
