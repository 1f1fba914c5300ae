/** A brand or subsidiary of the organisation. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { colour, order, string } from '../field.ts'

export type BrandId = Id<'brand'>

export const brandRecord = defineRecord({
  kind: 'brand',
  table: 'brands',
  document: 'map',
  fields: {
    name: string(),
    code: string(),
    colour: colour(),
    order: order(),
  },
})

export type Brand = RecordOf<typeof brandRecord>
