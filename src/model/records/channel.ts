/** A way on which customers and company meet: website, telephone, counter. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { colour, order, string } from '../field.ts'

export type ChannelId = Id<'channel'>

export const channelRecord = defineRecord({
  kind: 'channel',
  table: 'channels',
  document: 'map',
  fields: {
    name: string(),
    code: string(),
    colour: colour(),
    order: order(),
  },
})

export type Channel = RecordOf<typeof channelRecord>
