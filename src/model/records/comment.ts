/** What a reviewer who was not in the room says about anything on the map; lives in the review document. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { nullable, number, oneOf, ref, string, text, value } from '../field.ts'
import { parseObject, shapeOfParts } from '../parseObject.ts'
import { subjectKinds } from '../subject.ts'
import type { PersonId } from './person.ts'

export type CommentId = Id<'comment'>

export interface ResolvedMark {
  readonly at: number
  readonly by: PersonId | null
  readonly name: string
}

const resolvedParts = { at: number(0), by: ref('person'), name: string() }

export const commentRecord = defineRecord({
  kind: 'comment',
  table: 'comments',
  document: 'review',
  fields: {
    subjectKind: oneOf(subjectKinds, 'workshop'),
    subjectId: string(),
    text: text(),
    authorId: ref('person'),
    /** A reviewer may not write the map and so has no person record: name and colour stand here. */
    authorName: string(),
    authorColour: string(),
    replyTo: ref('comment'),
    resolved: nullable(
      value<ResolvedMark>(
        { at: 0, by: null, name: '' },
        (stored) => parseObject(resolvedParts, stored),
        shapeOfParts(resolvedParts),
      ),
    ),
  },
})

export type Comment = RecordOf<typeof commentRecord>
