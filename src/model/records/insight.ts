/** What the group learned, scored 1–5, with the cards it rests on; improvements become actions. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { idSet, nullable, number, order, ref, string, text } from '../field.ts'

export type InsightId = Id<'insight'>

const score = () => nullable(number(1, 1, 5))

export const insightRecord = defineRecord({
  kind: 'insight',
  table: 'insights',
  document: 'map',
  fields: {
    journeyId: ref('journey'),
    title: string(),
    text: text(),
    relevance: score(),
    frequency: score(),
    brandFit: score(),
    difficulty: score(),
    impact: score(),
    investment: score(),
    evidenceCardIds: idSet('card'),
    touchpointIds: idSet('touchpoint'),
    authorIds: idSet('person'),
    order: order(),
  },
})

export type Insight = RecordOf<typeof insightRecord>
