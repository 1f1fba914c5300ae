/** A kind of theme card that the workshop invented; the kinds of the default lanes need no record. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { colour, order, string } from '../field.ts'

export type CardTypeId = Id<'cardType'>

export const cardTypeRecord = defineRecord({
  kind: 'cardType',
  table: 'cardTypes',
  document: 'map',
  fields: {
    title: string(),
    colour: colour(),
    /** Name of a symbol of the app's icon set; an unknown name renders as the plain card. */
    symbol: string(),
    order: order(),
  },
})

export type CardType = RecordOf<typeof cardTypeRecord>
