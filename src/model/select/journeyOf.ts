/** Which journey's map a thing lies on; null for what lies on none, or on more than one. */
import type { JourneyId } from '../records/journey.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import type { Subject } from '../subject.ts'
import { standsFor } from './standsFor.ts'

export function journeyOf(snapshot: WorkshopSnapshot, { kind, id }: Subject): JourneyId | null {
  switch (kind) {
    case 'journey':
      return snapshot.journeys.get(id as never)?.id ?? null
    case 'phase':
      return snapshot.phases.get(id as never)?.journeyId ?? null
    case 'lane':
      return snapshot.lanes.get(id as never)?.journeyId ?? null
    case 'activity':
      return snapshot.activities.get(standsFor(snapshot, 'activities', id as never))?.place.journeyId ?? null
    case 'placement': {
      const under = snapshot.placements.get(id as never)?.place.activityId ?? null
      return under === null ? null : journeyOf(snapshot, { kind: 'activity', id: under })
    }
    case 'card': {
      const place = snapshot.cards.get(standsFor(snapshot, 'cards', id as never))?.place
      if (place === undefined) return null
      if (place.laneId !== null) return journeyOf(snapshot, { kind: 'lane', id: place.laneId })
      if (place.placementId !== null) return journeyOf(snapshot, { kind: 'placement', id: place.placementId })
      return place.activityId === null
        ? null
        : journeyOf(snapshot, { kind: 'activity', id: place.activityId })
    }
    default:
      return null
  }
}
