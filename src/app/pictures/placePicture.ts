/** Names a kept picture or recording in the document and hangs it where it belongs: a card, an activity, a persona … */
import type { Actor } from '../../model/actor.ts'
import type { CommandResult } from '../../model/commandResult.ts'
import { refuse } from '../../model/commandResult.ts'
import { addCard } from '../../model/commands/addCard.ts'
import { createRecord } from '../../model/commands/createRecord.ts'
import { editRecord } from '../../model/commands/editRecord.ts'
import { linkRecords } from '../../model/commands/linkRecords.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { CardId } from '../../model/records/card.ts'
import type { LaneId } from '../../model/records/lane.ts'
import type { MediaId } from '../../model/records/media.ts'
import type { PersonaId } from '../../model/records/persona.ts'
import type { PlacementId } from '../../model/records/placement.ts'
import type { TouchpointId } from '../../model/records/touchpoint.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { deviceLabel } from './deviceLabel.ts'
import type { KeptMedia } from './keptMedia.ts'

export type PicturePlace =
  | { readonly kind: 'card'; readonly id: CardId }
  | { readonly kind: 'activity'; readonly id: ActivityId }
  | { readonly kind: 'placement'; readonly id: PlacementId }
  | { readonly kind: 'touchpoint'; readonly id: TouchpointId }
  | { readonly kind: 'persona'; readonly id: PersonaId }
  | { readonly kind: 'moodboard'; readonly id: PersonaId }
  | { readonly kind: 'cell'; readonly cell: { readonly laneId: LaneId; readonly activityId: ActivityId } }

/** Gives back the id of the new media record. */
export function placePicture(
  workshop: WorkshopDocument,
  actor: Actor,
  picture: KeptMedia,
  place: PicturePlace,
): CommandResult<MediaId> {
  const media = namePicture(workshop, actor, picture)
  if (!media.ok) return media
  const hung = hang(workshop, actor, media.value, place)
  return hung.ok ? media : hung
}

/** The record that describes what is kept, for whoever hangs it themselves. */
export function namePicture(
  workshop: WorkshopDocument,
  actor: Actor,
  kept: KeptMedia,
): CommandResult<MediaId> {
  const { persons } = workshop.snapshot()
  const person = actor.personId === null ? '' : (persons.get(actor.personId)?.name ?? '')
  const deviceName = deviceLabel(person)
  return createRecord(workshop, actor, { table: 'media', fields: { ...kept, deviceName } })
}

function hang(
  workshop: WorkshopDocument,
  actor: Actor,
  mediaId: MediaId,
  place: PicturePlace,
): CommandResult<unknown> {
  const add = [mediaId]
  switch (place.kind) {
    case 'card':
      return linkRecords(workshop, actor, { table: 'cards', id: place.id, field: 'mediaIds', add })
    case 'activity':
      return linkRecords(workshop, actor, { table: 'activities', id: place.id, field: 'mediaIds', add })
    case 'cell':
      return addCard(workshop, actor, { ...place.cell, fields: { mediaIds: add } })
    case 'moodboard':
      return linkRecords(workshop, actor, { table: 'personas', id: place.id, field: 'moodboardIds', add })
    case 'persona':
      return editRecord(workshop, actor, { table: 'personas', id: place.id, patch: { pictureId: mediaId } })
    case 'touchpoint':
      return editRecord(workshop, actor, {
        table: 'touchpoints',
        id: place.id,
        patch: { pictureId: mediaId },
      })
    case 'placement': {
      const snapshot = workshop.snapshot()
      const touchpointId = snapshot.placements.get(place.id)?.touchpointId ?? null
      if (touchpointId === null) return refuse('notFound', `placements/${place.id}`)
      const id = standsFor(snapshot, 'touchpoints', touchpointId)
      return editRecord(workshop, actor, { table: 'touchpoints', id, patch: { pictureId: mediaId } })
    }
  }
}
