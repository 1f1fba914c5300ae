/** An entry of the workshop's register of touchpoints; placements put it under activities. */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { entries, flag, nullable, number, oneOfOrNull, order, ref, string, text } from '../field.ts'

export type TouchpointId = Id<'touchpoint'>

export const touchpointForms = ['physical', 'digital'] as const

export const touchpointRecord = defineRecord({
  kind: 'touchpoint',
  table: 'touchpoints',
  document: 'map',
  fields: {
    name: string(),
    pictureId: ref('media'),
    form: oneOfOrNull(touchpointForms),
    phaseId: ref('phase'),
    channelId: ref('channel'),
    departmentId: ref('department'),
    brandId: ref('brand'),
    owner: string(),
    ownerId: ref('person'),
    painPoint: flag(),
    momentOfTruth: flag(),
    mediaType: string(),
    frequency: string(),
    perception: text(),
    peopleObjects: text(),
    url: string(),
    acceptanceCriteria: text(),
    currentValue: nullable(number(0)),
    targetValue: nullable(number(0)),
    bestInClass: nullable(number(0)),
    publication: string(),
    reach: string(),
    ownFields: entries(),
    order: order(),
  },
})

export type Touchpoint = RecordOf<typeof touchpointRecord>
