/** What a code in a photo that was put somewhere says: nothing, a word to the person, or that it belongs elsewhere. */
import type { FoundCode, PhotoTarget } from '../../features/paper/paperTools.ts'
import type { PaperCode } from '../../model/paperCode.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { Card } from '../../model/records/card.ts'
import type { LaneId } from '../../model/records/lane.ts'
import type { MediaId } from '../../model/records/media.ts'
import { cardHomes } from '../../model/select/cardHomes.ts'
import { paperPlace } from '../../model/select/paperPlace.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

export type CodeWord =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'word'; readonly word: 'sawOther' | 'sawGone' | 'sawDamaged' | 'sawForeign' }
  | {
      readonly kind: 'elsewhere'
      readonly code: PaperCode
      readonly target: Exclude<PhotoTarget, { kind: 'parking' }>
    }

export function offerFor(snapshot: WorkshopSnapshot, mediaId: MediaId, found: FoundCode): CodeWord {
  if (found.kind === 'foreign') return { kind: 'word', word: 'sawForeign' }
  if (found.kind === 'damaged') return { kind: 'word', word: 'sawDamaged' }
  if (found.kind !== 'code') return { kind: 'nothing' }
  const { code } = found
  const where = paperPlace(snapshot, code)
  if (where.kind === 'otherWorkshop') return { kind: 'word', word: 'sawOther' }
  if (where.kind === 'gone') return { kind: 'word', word: 'sawGone' }
  const { lane, phaseId, activityId } = where.place
  const now = whereNow(snapshot, mediaId)
  // A card whose phase is written by hand belongs under the activity where it was put, in its own lane.
  const under = phaseId === null ? (activityId ?? now?.activityId ?? null) : activityId
  const isThere = now !== null && now.laneId === lane.id && isUnder(snapshot, now.activityId, phaseId, under)
  if (isThere || lane.journeyId === null) return { kind: 'nothing' }
  if (under !== null)
    return { kind: 'elsewhere', code, target: { kind: 'activity', laneId: lane.id, activityId: under } }
  if (phaseId === null) return { kind: 'nothing' }
  const { id: laneId, journeyId } = lane
  return { kind: 'elsewhere', code, target: { kind: 'phase', laneId, phaseId, journeyId } }
}

/** Any activity of the phase will do: somebody may have put it under the right one by hand. */
function isUnder(
  snapshot: WorkshopSnapshot,
  now: ActivityId,
  phaseId: string | null,
  under: ActivityId | null,
): boolean {
  if (now === under) return true
  return phaseId !== null && snapshot.activities.get(now)?.place.phaseId === phaseId
}

export function cardsWith(snapshot: WorkshopSnapshot, mediaId: MediaId): readonly Card[] {
  return [...snapshot.cards.values()].filter(({ mediaIds }) => mediaIds.includes(mediaId))
}

function whereNow(
  snapshot: WorkshopSnapshot,
  mediaId: MediaId,
): { readonly laneId: LaneId | null; readonly activityId: ActivityId } | null {
  const [card] = cardsWith(snapshot, mediaId)
  if (card !== undefined) {
    const { cells } = cardHomes(snapshot)
    const key = [...cells.keys()].find((one) => cells.get(one)?.includes(card))
    const [laneId, activityId] = key?.split('|') ?? []
    return activityId === undefined
      ? null
      : { laneId: laneId as LaneId, activityId: activityId as ActivityId }
  }
  const activity = [...snapshot.activities.values()].find(({ mediaIds }) => mediaIds.includes(mediaId))
  return activity === undefined ? null : { laneId: null, activityId: activity.id }
}
