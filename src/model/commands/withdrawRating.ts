/** Takes a rating away, as if the person had not been asked. "No opinion" is `rate` with null. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface WithdrawRatingArgs {
  readonly key: string
}

export function withdrawRating(
  workshop: WorkshopDocument,
  actor: Actor,
  { key }: WithdrawRatingArgs,
): CommandResult<string> {
  const rating = workshop.snapshot().ratings.get(key)
  if (rating === undefined) return refuse('notFound', `ratings/${key}`)
  return commit(workshop, actor, (writer) => writer.setKeyed('ratings', rating, null))
}
