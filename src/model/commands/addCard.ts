/** A new card in a cell or on a placement. Its author is who gives the command, or whom a scribe names. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import { type CardTarget, cardsAt, checkCardTarget } from '../placeCheck.ts'
import { orderAt, placedSiblings, type Position } from '../position.ts'
import type { CardId } from '../records/card.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface AddCardArgs extends CardTarget {
  readonly position?: Position
  readonly text?: string
  /** Further fields, such as evidence or other authors. */
  readonly fields?: Omit<Patch<'cards'>, 'place' | 'text'>
}

export function addCard(workshop: WorkshopDocument, actor: Actor, args: AddCardArgs): CommandResult<CardId> {
  const target = checkCardTarget(workshop, actor, args)
  if (!target.ok) return target
  const fields: Patch<'cards'> = {
    authorIds: actor.personId === null ? [] : [actor.personId],
    ...args.fields,
    text: args.text ?? '',
  }
  const wrong = checkPatchOf('cards', fields)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  const siblings = placedSiblings(cardsAt(workshop, target.value))
  const order = orderAt(siblings, args.position ?? 'last', workshop.randomBytes)
  return commit(workshop, actor, (writer) =>
    writer.create('cards', { ...fields, place: { ...target.value, order } }),
  )
}
