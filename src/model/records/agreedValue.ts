/** What the group settled on for a subject and a view; the pin of the performance curve. Null takes the pin away. */
import { defineKeyed, type KeyedOf } from '../defineKeyed.ts'
import { nullable, number, oneOf, ref, string } from '../field.ts'
import { subjectKinds } from '../subject.ts'
import { ratingViews } from './rating.ts'

export const agreedValueKeyed = defineKeyed({
  table: 'agreedValues',
  document: 'map',
  key: {
    subjectKind: oneOf(subjectKinds, 'activity'),
    subjectId: string(),
    view: oneOf(ratingViews, 'inside'),
    roundId: string(),
  },
  fields: {
    value: nullable(number(0, 1, 10)),
    by: ref('person'),
    at: number(0),
    why: string(),
  },
})

export type AgreedValue = KeyedOf<typeof agreedValueKeyed>
