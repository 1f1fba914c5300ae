/** Cards to another place, in the order given; their whole place is one value, so moves never mix. */
import type { Actor } from '../actor.ts'
import type { CommandResult } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { laneLock } from '../laneLock.ts'
import { liveRecord } from '../liveRecord.ts'
import { ordersBetween } from '../order.ts'
import { type CardTarget, cardsAt, checkCardTarget } from '../placeCheck.ts'
import { neighboursAt, placedSiblings, type Position } from '../position.ts'
import type { CardId } from '../records/card.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface MoveCardsArgs extends CardTarget {
  readonly cardIds: readonly CardId[]
  readonly position?: Position
}

export function moveCards(
  workshop: WorkshopDocument,
  actor: Actor,
  args: MoveCardsArgs,
): CommandResult<readonly CardId[]> {
  const target = checkCardTarget(workshop, actor, args)
  if (!target.ok) return target
  for (const id of args.cardIds) {
    const card = liveRecord(workshop, 'cards', id)
    if (!card.ok) return card
    const lock = laneLock(workshop.snapshot(), actor, card.value.place.laneId)
    if (lock !== null) return lock
  }
  const siblings = placedSiblings(cardsAt(workshop, target.value))
  const { before, after } = neighboursAt(siblings, args.position ?? 'last', args.cardIds)
  const orders = ordersBetween(before, after, args.cardIds.length, workshop.randomBytes)
  return commit(workshop, actor, (writer) => {
    args.cardIds.forEach((id, index) => {
      writer.patch('cards', id, { place: { ...target.value, order: orders[index] ?? '' } })
    })
    return args.cardIds
  })
}
