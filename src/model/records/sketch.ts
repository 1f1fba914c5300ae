/**
 * One stroke or shape drawn freely on the map: written once, on pointer-up. Engine-neutral: coordinates are map
 * units relative to `anchor` (a storyboard cell, an activity, or the journey's map), whatever draws them.
 */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { colour, flag, jsonObject, number, numbers, oneOf, order, ref, string, text } from '../field.ts'
import { object } from '../parseObject.ts'

export type SketchId = Id<'sketch'>

export const sketchKinds = [
  'draw',
  'highlight',
  'line',
  'arrow',
  'rectangle',
  'ellipse',
  'text',
  'picture',
] as const
export type SketchKind = (typeof sketchKinds)[number]

const sketchPlace = object({
  journeyId: ref('journey'),
  activityId: ref('activity'),
  laneId: ref('lane'),
  x: number(0),
  y: number(0),
  rotation: number(0),
  order: order(),
})
export type SketchPlace = (typeof sketchPlace)['fallback']

export const sketchRecord = defineRecord({
  kind: 'sketch',
  table: 'sketches',
  document: 'map',
  fields: {
    kind: oneOf(sketchKinds, 'draw'),
    place: sketchPlace,
    /** x, y, pressure, x, y, pressure, … relative to the place. */
    points: numbers(),
    closed: flag(),
    /** Drawn with a pen, so that its pressure means something. */
    pen: flag(),
    width: number(0),
    height: number(0),
    strokeWidth: number(2, 0),
    colour: colour(),
    fill: string(),
    opacity: number(1, 0, 1),
    text: text(),
    mediaId: ref('media'),
    authorId: ref('person'),
    /** What one drawing engine wants to remember; others ignore it. */
    engine: jsonObject(),
  },
})

export type Sketch = RecordOf<typeof sketchRecord>
