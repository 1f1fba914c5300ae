/**
 * What one person thinks of one thing, from one view, in one round. `value` null is "no opinion", which is an answer
 * and no number. A survey's mean stands as one entry with the number of answers in `n`.
 */
import { defineKeyed, type KeyedOf } from '../defineKeyed.ts'
import { nullable, number, oneOf, ref, string } from '../field.ts'
import { subjectKinds } from '../subject.ts'

export const ratingViews = ['inside', 'outside'] as const
export type RatingView = (typeof ratingViews)[number]

export const ratingSources = ['staff', 'customer', 'consultant', 'survey'] as const
export type RatingSource = (typeof ratingSources)[number]

export const ratingKeyed = defineKeyed({
  table: 'ratings',
  document: 'map',
  key: {
    subjectKind: oneOf(subjectKinds, 'activity'),
    subjectId: string(),
    view: oneOf(ratingViews, 'inside'),
    source: oneOf(ratingSources, 'staff'),
    roundId: string(),
    personId: string(),
  },
  fields: {
    value: nullable(number(0, 1, 10)),
    n: number(1, 1),
    at: number(0),
    by: ref('person'),
    /** Which row of the file it came from: exported tables come out in the order in which they were read. */
    row: nullable(number(0, 0)),
  },
})

export type Rating = KeyedOf<typeof ratingKeyed>
