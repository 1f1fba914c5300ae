/** An improvement with an owner and a date. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { date, idSet, nullable, number, oneOf, order, ref, string, text } from '../field.ts'

export type ActionId = Id<'action'>

export const actionStates = ['planned', 'inProgress', 'onHold', 'done'] as const

export const actionRecord = defineRecord({
  kind: 'action',
  table: 'actions',
  document: 'map',
  fields: {
    insightId: ref('insight'),
    title: string(),
    text: text(),
    owner: string(),
    ownerId: ref('person'),
    departmentId: ref('department'),
    due: date(),
    status: oneOf(actionStates, 'planned'),
    difficulty: nullable(number(1, 1, 5)),
    impact: nullable(number(1, 1, 5)),
    evidenceCardIds: idSet('card'),
    order: order(),
  },
})

export type Action = RecordOf<typeof actionRecord>
