/** A row of the map. A hidden lane is one tap away; it is shown anyway as soon as it holds a card or a value. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { colour, flag, oneOf, order, ref, string } from '../field.ts'

export type LaneId = Id<'lane'>

export const laneKinds = [
  'storyboard',
  'touchpoints',
  'expectations',
  'sentiments',
  'painPoints',
  'momentsOfTruth',
  'ideas',
  'insights',
  'curve',
  'own',
  'frontstage',
  'lineOfVisibility',
  'backstage',
  'support',
] as const
export type LaneKind = (typeof laneKinds)[number]

export const laneRecord = defineRecord({
  kind: 'lane',
  table: 'lanes',
  document: 'map',
  fields: {
    journeyId: ref('journey'),
    kind: oneOf(laneKinds, 'own'),
    title: string(),
    colour: colour(),
    cardTypeId: ref('cardType'),
    hidden: flag(),
    order: order(),
  },
})

export type Lane = RecordOf<typeof laneRecord>
