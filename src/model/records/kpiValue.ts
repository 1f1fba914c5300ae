/** The figure of one KPI for one period (`2026-04` or a day), of the whole or of one touchpoint. */
import { defineKeyed, type KeyedOf } from '../defineKeyed.ts'
import { date, nullable, number, ref, string } from '../field.ts'

export const kpiValueKeyed = defineKeyed({
  table: 'kpiValues',
  document: 'map',
  key: { kpiId: string(), period: date(), touchpointId: string() },
  fields: {
    value: nullable(number(0)),
    target: nullable(number(0)),
    benchmark: nullable(number(0)),
    n: nullable(number(0, 0)),
    by: ref('person'),
    importKey: nullable(string()),
  },
})

export type KpiValue = KeyedOf<typeof kpiValueKeyed>
