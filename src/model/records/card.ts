/** A theme card: what somebody wrote about one activity, in one lane, or about one touchpoint under it. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { idSet, oneOf, order, ref, string, text } from '../field.ts'
import { object } from '../parseObject.ts'

export type CardId = Id<'card'>

/**
 * One value, so that two moves at once never mix. A card on a placement names the placement's activity too: when the
 * placement goes, the card falls back to the cell. Everything null is the parking lot.
 */
const cardPlace = object({
  laneId: ref('lane'),
  activityId: ref('activity'),
  placementId: ref('placement'),
  order: order(),
})
export type CardPlace = (typeof cardPlace)['fallback']

/** What a card rests on; a card says `assumption` until somebody says otherwise. */
export const evidenceKinds = ['assumption', 'quote', 'observation', 'data'] as const
export type EvidenceKind = (typeof evidenceKinds)[number]

export const cardRecord = defineRecord({
  kind: 'card',
  table: 'cards',
  document: 'map',
  fields: {
    place: cardPlace,
    text: text(),
    /** Null means the type that its lane gives it. */
    cardTypeId: ref('cardType'),
    authorIds: idSet('person'),
    mediaIds: idSet('media'),
    evidence: oneOf(evidenceKinds, 'assumption'),
    source: string(),
  },
})

export type Card = RecordOf<typeof cardRecord>
