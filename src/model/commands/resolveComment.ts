/** Marks a comment as settled, by whom and when, or opens it again; also one that was deleted and has answers left. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import type { CommentId } from '../records/comment.ts'
import { commentAnywhere } from '../select/commentThreads.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface ResolveCommentArgs {
  readonly commentId: CommentId
  readonly resolved: boolean
  readonly name?: string
}

export function resolveComment(
  workshop: WorkshopDocument,
  actor: Actor,
  { commentId, resolved, name = '' }: ResolveCommentArgs,
): CommandResult<CommentId> {
  if (commentAnywhere(workshop.snapshot(), commentId) === undefined)
    return refuse('notFound', `comments/${commentId}`)
  return commit(
    workshop,
    actor,
    (writer) => {
      writer.patch('comments', commentId, {
        resolved: resolved ? { at: writer.at, by: actor.personId, name } : null,
      })
      return commentId
    },
    { document: 'review' },
  )
}
