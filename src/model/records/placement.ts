/** This touchpoint under this activity; a touchpoint has any number of placements. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { order, ref } from '../field.ts'
import { object } from '../parseObject.ts'

export type PlacementId = Id<'placement'>

const placementPlace = object({ activityId: ref('activity'), order: order() })
export type PlacementPlace = (typeof placementPlace)['fallback']

export const placementRecord = defineRecord({
  kind: 'placement',
  table: 'placements',
  document: 'map',
  fields: {
    touchpointId: ref('touchpoint'),
    place: placementPlace,
  },
})

export type Placement = RecordOf<typeof placementRecord>
