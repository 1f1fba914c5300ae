/** Somebody in the workshop, not a device: one tablet may hold several, one person may use several. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { colour, oneOf, ref, string } from '../field.ts'

export type PersonId = Id<'person'>

/** `respondent` is a customer or consultant whose rating was collected; such people are not in the room. */
export const personKinds = ['participant', 'moderator', 'respondent', 'reviewer'] as const

export const personRecord = defineRecord({
  kind: 'person',
  table: 'persons',
  document: 'map',
  fields: {
    name: string(),
    colour: colour(),
    kind: oneOf(personKinds, 'participant'),
    departmentId: ref('department'),
    organisation: string(),
  },
})

export type Person = RecordOf<typeof personRecord>
