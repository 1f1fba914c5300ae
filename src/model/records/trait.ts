/** One scale of a persona between two poles, such as "spontaneous – planned"; its value runs from 0 (left) to 100 (right). */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { number, order, ref, string } from '../field.ts'

export type TraitId = Id<'trait'>

export const traitRecord = defineRecord({
  kind: 'trait',
  table: 'traits',
  document: 'map',
  fields: {
    personaId: ref('persona'),
    leftPole: string(),
    rightPole: string(),
    value: number(50, 0, 100),
    order: order(),
  },
})

export type Trait = RecordOf<typeof traitRecord>
