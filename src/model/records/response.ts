/** One person's answers to a survey, in the survey's own append-only document. Null is "not answered", never 0. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { nullable, number, oneOf, ref, scalarRecord, string } from '../field.ts'

export type ResponseId = Id<'response'>

export const responseRecord = defineRecord({
  kind: 'response',
  table: 'responses',
  document: 'survey',
  fields: {
    surveyId: ref('survey'),
    touchpointId: ref('touchpoint'),
    channelId: ref('channel'),
    /** As said by the device, with its offset: `2025-11-01T20:40:59+01:00`. */
    answeredAt: string(),
    nps: nullable(number(0, 0, 10)),
    csat: nullable(number(1, 1, 5)),
    ces: nullable(number(1, 1, 7)),
    comment: string(),
    segment: string(),
    answers: scalarRecord(),
    askedBy: ref('person'),
    mode: oneOf(['kiosk', 'interview', 'import'], 'kiosk'),
  },
})

export type Response = RecordOf<typeof responseRecord>
