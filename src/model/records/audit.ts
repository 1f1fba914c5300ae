/** One look at one touchpoint in one round; what was found stands in the audit answers. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { date, idSet, oneOf, ref, text } from '../field.ts'

export type AuditId = Id<'audit'>

export const auditRecord = defineRecord({
  kind: 'audit',
  table: 'audits',
  document: 'map',
  fields: {
    touchpointId: ref('touchpoint'),
    roundId: ref('round'),
    auditorId: ref('person'),
    date: date(),
    status: oneOf(['planned', 'done'], 'planned'),
    note: text(),
    mediaIds: idSet('media'),
  },
})

export type Audit = RecordOf<typeof auditRecord>
