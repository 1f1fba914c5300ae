/** What the customer does, in the first person: a column of the map, or a card of the unsorted pile. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { flag, idSet, oneOfOrNull, order, ref, text } from '../field.ts'
import { object } from '../parseObject.ts'
import { microMomentKinds } from './microMoment.ts'

export type ActivityId = Id<'activity'>

/** One value, so that two moves at once never mix: `phaseId` null means the unsorted pile. */
const activityPlace = object({ journeyId: ref('journey'), phaseId: ref('phase'), order: order() })
export type ActivityPlace = (typeof activityPlace)['fallback']

export const activityRecord = defineRecord({
  kind: 'activity',
  table: 'activities',
  document: 'map',
  fields: {
    place: activityPlace,
    text: text(),
    authorIds: idSet('person'),
    mediaIds: idSet('media'),
    momentOfTruth: flag(),
    /** Set by hand; `painPointOf` also sees the cards of pain-point lanes. */
    painPoint: flag(),
    microMomentId: ref('microMoment'),
    microMomentKind: oneOfOrNull(microMomentKinds),
  },
})

export type Activity = RecordOf<typeof activityRecord>
