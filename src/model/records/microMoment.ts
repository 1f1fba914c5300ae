/** The level between journey and activity: an objective or an unplanned experience. Activities name theirs. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { entries, nullable, number, oneOf, order, ref, string, text } from '../field.ts'

export type MicroMomentId = Id<'microMoment'>

export const microMomentKinds = ['objective', 'unplanned'] as const

export const microMomentRecord = defineRecord({
  kind: 'microMoment',
  table: 'microMoments',
  document: 'map',
  fields: {
    journeyId: ref('journey'),
    title: string(),
    kind: oneOf(microMomentKinds, 'objective'),
    description: text(),
    owner: string(),
    ownerId: ref('person'),
    currentValue: nullable(number(0)),
    targetValue: nullable(number(0)),
    bestInClass: nullable(number(0)),
    ownFields: entries(),
    order: order(),
  },
})

export type MicroMoment = RecordOf<typeof microMomentRecord>
