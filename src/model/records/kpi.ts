/** A figure followed over time: NPS, CSAT, CES or one of the workshop's own. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { flag, nullable, number, oneOf, order, ref, string } from '../field.ts'

export type KpiId = Id<'kpi'>

export const kpiKinds = ['nps', 'csat', 'ces', 'own'] as const

export const kpiRecord = defineRecord({
  kind: 'kpi',
  table: 'kpis',
  document: 'map',
  fields: {
    kind: oneOf(kpiKinds, 'own'),
    title: string(),
    unit: string(),
    /** True where a high figure is bad, as with CES. */
    highIsBad: flag(),
    target: nullable(number(0)),
    benchmark: nullable(number(0)),
    journeyId: ref('journey'),
    touchpointId: ref('touchpoint'),
    order: order(),
  },
})

export type Kpi = RecordOf<typeof kpiRecord>
