/** A dated event that explains a figure: a marker on the time axis of the KPIs. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { date, ref, string, text } from '../field.ts'

export type CampaignId = Id<'campaign'>

export const campaignRecord = defineRecord({
  kind: 'campaign',
  table: 'campaigns',
  document: 'map',
  fields: {
    title: string(),
    date: date(),
    endDate: date(),
    channelId: ref('channel'),
    touchpointId: ref('touchpoint'),
    note: text(),
  },
})

export type Campaign = RecordOf<typeof campaignRecord>
