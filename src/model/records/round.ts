/** A round of rating or auditing: the same questions again at another time. Ratings without a round are of the first. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { date, order, string } from '../field.ts'

export type RoundId = Id<'round'>

/** The round that needs no record, so that nobody has to create one before the first rating. */
export const firstRound = 'first' as RoundId

export const roundRecord = defineRecord({
  kind: 'round',
  table: 'rounds',
  document: 'map',
  fields: {
    title: string(),
    date: date(),
    order: order(),
  },
})

export type Round = RecordOf<typeof roundRecord>
