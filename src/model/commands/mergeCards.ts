/** Duplicate cards become one that keeps every author and picture, and by default every wording. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { checkMerge, joinedText } from '../mergeRecords.ts'
import { checkPatchOf } from '../patch.ts'
import type { CardId } from '../records/card.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface MergeCardsArgs {
  readonly keepId: CardId
  readonly mergeIds: readonly CardId[]
  /** The wording that stays; absent: the kept one with the others on lines of their own. */
  readonly text?: string
}

export function mergeCards(
  workshop: WorkshopDocument,
  actor: Actor,
  args: MergeCardsArgs,
): CommandResult<CardId> {
  const { keepId, mergeIds } = args
  const checked = checkMerge(workshop, 'cards', keepId, mergeIds)
  if (!checked.ok) return checked
  const { cards } = workshop.snapshot()
  const merged = mergeIds.flatMap((id) => cards.get(id) ?? [])
  const text =
    args.text ??
    joinedText(
      cards.get(keepId)?.text ?? '',
      merged.map((card) => card.text),
    )
  const wrong = checkPatchOf('cards', { text })
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  return commit(workshop, actor, (writer) => {
    writer.patch('cards', keepId, { text })
    for (const card of merged) {
      writer.addMembers('cards', keepId, 'authorIds', card.authorIds)
      writer.addMembers('cards', keepId, 'mediaIds', card.mediaIds)
      writer.mergeInto('cards', card.id, keepId)
    }
    return keepId
  })
}
