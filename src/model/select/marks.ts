/**
 * Pain point and moment of truth of activities and touchpoints. A pain point set by hand and one that follows from
 * the cards of a pain-point lane are the same mark: it counts once.
 */
import { memoByTables } from '../memoByTables.ts'
import type { Activity, ActivityId } from '../records/activity.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { cardHomes } from './cardHomes.ts'

export interface PainPoint {
  readonly marked: boolean
  readonly byHand: boolean
  /** Cards in pain-point lanes under this activity. */
  readonly cardCount: number
}

const painCardsByActivity = memoByTables(
  (snapshot: WorkshopSnapshot) => [cardHomes(snapshot), snapshot.lanes],
  (snapshot): ReadonlyMap<string, number> => {
    const counts = new Map<string, number>()
    const painLanes = new Set(
      [...snapshot.lanes.values()]
        .filter((lane) => lane.kind === 'painPoints')
        .map((lane) => lane.id as string),
    )
    for (const [key, cards] of cardHomes(snapshot).cells) {
      const [laneId = '', activityId = ''] = key.split('|')
      if (painLanes.has(laneId)) counts.set(activityId, (counts.get(activityId) ?? 0) + cards.length)
    }
    return counts
  },
)

export function painPointOf(snapshot: WorkshopSnapshot, activity: Activity): PainPoint {
  const cardCount = painCardsByActivity(snapshot).get(activity.id) ?? 0
  return { marked: activity.painPoint || cardCount > 0, byHand: activity.painPoint, cardCount }
}

/** Every marked activity once, however many cards say so. */
export function painPointActivities(snapshot: WorkshopSnapshot): readonly ActivityId[] {
  return [...snapshot.activities.values()]
    .filter((activity) => painPointOf(snapshot, activity).marked)
    .map((activity) => activity.id)
}
