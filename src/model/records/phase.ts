/** A named, coloured arrow over a run of activities. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { colour, order, ref, string } from '../field.ts'

export type PhaseId = Id<'phase'>

export const phaseRecord = defineRecord({
  kind: 'phase',
  table: 'phases',
  document: 'map',
  fields: {
    journeyId: ref('journey'),
    title: string(),
    colour: colour(),
    order: order(),
  },
})

export type Phase = RecordOf<typeof phaseRecord>
