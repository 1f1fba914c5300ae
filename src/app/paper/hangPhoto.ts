/** A kept photo of a filled card becomes a card of the map, under the activity or the phase that it is for. */
import type { PhotoTarget } from '../../features/paper/paperTools.ts'
import type { Actor } from '../../model/actor.ts'
import type { CommandResult } from '../../model/commandResult.ts'
import { addActivity } from '../../model/commands/addActivity.ts'
import { addCard } from '../../model/commands/addCard.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { CardId } from '../../model/records/card.ts'
import type { LaneId } from '../../model/records/lane.ts'
import type { MediaId } from '../../model/records/media.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { ok } from '../../shared/result.ts'

export interface Cell {
  readonly laneId: LaneId | null
  readonly activityId: ActivityId | null
}

/** A phase without an activity gets one, so that the card has a column to lie in. */
export function cellFor(workshop: WorkshopDocument, actor: Actor, target: PhotoTarget): CommandResult<Cell> {
  switch (target.kind) {
    case 'parking':
      return ok({ laneId: null, activityId: null })
    case 'activity':
      return ok({ laneId: target.laneId, activityId: target.activityId })
    case 'phase': {
      const { laneId, journeyId, phaseId } = target
      const made = addActivity(workshop, actor, { journeyId, phaseId })
      return made.ok ? ok({ laneId, activityId: made.value }) : made
    }
  }
}

export function hangPhoto(
  workshop: WorkshopDocument,
  actor: Actor,
  mediaId: MediaId,
  target: PhotoTarget,
): CommandResult<CardId> {
  const cell = cellFor(workshop, actor, target)
  if (!cell.ok) return cell
  return addCard(workshop, actor, { ...cell.value, fields: { mediaIds: [mediaId] } })
}
