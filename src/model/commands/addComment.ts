/**
 * A remark on anything on the map, also by somebody who may not change the map. An answer belongs to the remark it
 * answers, whatever became of the thing that was remarked upon.
 */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import type { CommentId } from '../records/comment.ts'
import { commentAnywhere } from '../select/commentThreads.ts'
import { ok } from '../../shared/result.ts'
import type { Subject } from '../subject.ts'
import { checkSubject } from '../subjectCheck.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface AddCommentArgs {
  /** Of an answer, that of the remark it answers. */
  readonly subject: Subject
  readonly text: string
  /** The reviewer's name and colour, where there is no person record of theirs. */
  readonly authorName?: string
  readonly authorColour?: string
  readonly replyTo?: CommentId
}

export function addComment(
  workshop: WorkshopDocument,
  actor: Actor,
  args: AddCommentArgs,
): CommandResult<CommentId> {
  const about = subjectOf(workshop, args)
  if (!about.ok) return about
  const fields: Patch<'comments'> = {
    subjectKind: about.value.kind,
    subjectId: about.value.id,
    text: args.text,
    authorId: actor.personId,
    authorName: args.authorName ?? '',
    authorColour: args.authorColour ?? '',
    replyTo: args.replyTo ?? null,
  }
  const wrong = checkPatchOf('comments', fields)
  if (wrong !== null || args.text.trim() === '')
    return refuse('invalid', wrong?.what ?? 'comments.text', wrong?.value ?? '')
  return commit(workshop, actor, (writer) => writer.create('comments', fields), { document: 'review' })
}

function subjectOf(workshop: WorkshopDocument, { subject, replyTo }: AddCommentArgs): CommandResult<Subject> {
  if (replyTo === undefined) return checkSubject(workshop, subject)
  const answered = commentAnywhere(workshop.snapshot(), replyTo)
  return answered === undefined
    ? refuse('notFound', `comments/${replyTo}`)
    : ok({ kind: answered.subjectKind, id: answered.subjectId })
}
