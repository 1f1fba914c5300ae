/** Something that must not move while the group works on something else. A convention of our clients. */
import { defineKeyed, type KeyedOf } from '../defineKeyed.ts'
import { flag, number, oneOf, ref, string } from '../field.ts'
import { subjectKinds } from '../subject.ts'

export const lockKeyed = defineKeyed({
  table: 'locks',
  document: 'stage',
  key: { subjectKind: oneOf(subjectKinds, 'lane'), subjectId: string() },
  fields: {
    locked: flag(),
    by: ref('person'),
    at: number(0),
  },
})

export type Lock = KeyedOf<typeof lockKeyed>
