/** One customer's way through phases and activities. It can unfold one activity of another journey. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { idSet, oneOf, order, ref, string, text } from '../field.ts'

export type JourneyId = Id<'journey'>

export const journeyKinds = ['current', 'target', 'serviceBlueprint', 'employee'] as const

export const journeyRecord = defineRecord({
  kind: 'journey',
  table: 'journeys',
  document: 'map',
  fields: {
    title: string(),
    kind: oneOf(journeyKinds, 'current'),
    personaIds: idSet('persona'),
    scope: text(),
    microMomentId: ref('microMoment'),
    owner: string(),
    ownerId: ref('person'),
    brandId: ref('brand'),
    parentActivityId: ref('activity'),
    order: order(),
  },
})

export type Journey = RecordOf<typeof journeyRecord>
