/** A question asked again and again at touchpoints, as part of an audit. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { idSet, oneOf, order, string, text } from '../field.ts'

export type QuestionId = Id<'question'>

export const questionScales = ['oneToTen', 'yesNo', 'number', 'text'] as const

export const questionRecord = defineRecord({
  kind: 'question',
  table: 'questions',
  document: 'map',
  fields: {
    text: text(),
    scale: oneOf(questionScales, 'oneToTen'),
    unit: string(),
    /** Empty means that it is asked at every touchpoint. */
    touchpointIds: idSet('touchpoint'),
    order: order(),
  },
})

export type Question = RecordOf<typeof questionRecord>
