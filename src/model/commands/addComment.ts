/** A remark on anything on the map, by somebody who may not change the map. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import type { CommentId } from '../records/comment.ts'
import type { Subject } from '../subject.ts'
import { checkSubject } from '../subjectCheck.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface AddCommentArgs {
  readonly subject: Subject
  readonly text: string
  /** The reviewer's name, where there is no person record of theirs. */
  readonly authorName?: string
  readonly replyTo?: CommentId
}

export function addComment(
  workshop: WorkshopDocument,
  actor: Actor,
  args: AddCommentArgs,
): CommandResult<CommentId> {
  const subject = checkSubject(workshop, args.subject)
  if (!subject.ok) return subject
  const parent = args.replyTo === undefined ? null : liveRecord(workshop, 'comments', args.replyTo)
  if (parent !== null && !parent.ok) return parent
  const fields: Patch<'comments'> = {
    subjectKind: args.subject.kind,
    subjectId: args.subject.id,
    text: args.text,
    authorId: actor.personId,
    authorName: args.authorName ?? '',
    replyTo: args.replyTo ?? null,
  }
  const wrong = checkPatchOf('comments', fields)
  if (wrong !== null || args.text.trim() === '')
    return refuse('invalid', wrong?.what ?? 'comments.text', wrong?.value ?? '')
  return commit(workshop, actor, (writer) => writer.create('comments', fields), { document: 'review' })
}
