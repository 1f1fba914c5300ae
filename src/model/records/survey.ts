/** What is asked of customers, on a kiosk tablet or by an interviewer. Answers live in a document of their own. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { date, flag, idSet, oneOf, ref, string, strings, text } from '../field.ts'

export type SurveyId = Id<'survey'>

export const surveyRecord = defineRecord({
  kind: 'survey',
  table: 'surveys',
  document: 'map',
  fields: {
    title: string(),
    introduction: text(),
    thanks: text(),
    asksNps: flag(),
    asksCsat: flag(),
    asksCes: flag(),
    asksComment: flag(),
    questionIds: idSet('question'),
    segments: strings(),
    touchpointIds: idSet('touchpoint'),
    journeyId: ref('journey'),
    mode: oneOf(['kiosk', 'interview'], 'kiosk'),
    opensOn: date(),
    closesOn: date(),
    status: oneOf(['draft', 'open', 'closed'], 'draft'),
    /** Said to the person who answers. */
    privacyNote: string(),
  },
})

export type Survey = RecordOf<typeof surveyRecord>
