/** A file kept beside the document by its hash, such as the event log of a company's system. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { matching, number, oneOf, string } from '../field.ts'

export type AttachmentId = Id<'attachment'>

export const attachmentRecord = defineRecord({
  kind: 'attachment',
  table: 'attachments',
  document: 'map',
  fields: {
    name: string(),
    kind: oneOf(['eventLog', 'surveyResponses', 'other'], 'other'),
    sha256: matching(/^([0-9a-f]{64})?$/),
    mime: string(),
    bytes: number(0, 0),
    /** Records in it, where somebody counted. */
    rows: number(0, 0),
    deviceName: string(),
  },
})

export type Attachment = RecordOf<typeof attachmentRecord>
