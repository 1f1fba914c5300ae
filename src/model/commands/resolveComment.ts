/** Marks a comment as settled, by whom and when, or opens it again. */
import type { Actor } from '../actor.ts'
import type { CommandResult } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import type { CommentId } from '../records/comment.ts'
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
  const comment = liveRecord(workshop, 'comments', commentId)
  if (!comment.ok) return comment
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
