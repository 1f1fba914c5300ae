/** Takes a photo of a filled card from where it was put and hangs it where its code says. */
import type { Actor } from '../../model/actor.ts'
import type { CommandResult } from '../../model/commandResult.ts'
import { addCard } from '../../model/commands/addCard.ts'
import { editRecord } from '../../model/commands/editRecord.ts'
import { linkRecords } from '../../model/commands/linkRecords.ts'
import { moveCards } from '../../model/commands/moveCards.ts'
import { paperPhotoName } from '../../model/select/paperPlace.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { cellFor } from './hangPhoto.ts'
import { cardsWith } from './offerFor.ts'
import type { PaperOffer } from './paperOffers.ts'

/** To be called within a gesture, so that it is one step to take back. */
export function movePhoto(
  workshop: WorkshopDocument,
  actor: Actor,
  { mediaId, code, target }: PaperOffer,
): CommandResult<unknown> {
  const cell = cellFor(workshop, actor, target)
  if (!cell.ok) return cell
  const renamed = editRecord(workshop, actor, {
    table: 'media',
    id: mediaId,
    patch: { name: paperPhotoName(code) },
  })
  if (!renamed.ok) return renamed
  const cards = cardsWith(workshop.snapshot(), mediaId)
  const [card] = cards
  // A card that is nothing but this photo goes there itself; from anything else only the photo is taken.
  if (card !== undefined && card.text.trim() === '' && card.mediaIds.length === 1)
    return moveCards(workshop, actor, { cardIds: [card.id], ...cell.value })
  const remove = [mediaId]
  for (const { id } of cards) {
    const taken = linkRecords(workshop, actor, { table: 'cards', id, field: 'mediaIds', remove })
    if (!taken.ok) return taken
  }
  for (const { id, mediaIds } of workshop.snapshot().activities.values()) {
    if (!mediaIds.includes(mediaId)) continue
    const taken = linkRecords(workshop, actor, { table: 'activities', id, field: 'mediaIds', remove })
    if (!taken.ok) return taken
  }
  return addCard(workshop, actor, { ...cell.value, fields: { mediaIds: [mediaId] } })
}
