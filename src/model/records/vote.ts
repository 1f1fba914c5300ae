/** How many dots one person gave one thing in one ballot. Too many after a merge is shown, never trimmed. */
import { defineKeyed, type KeyedOf } from '../defineKeyed.ts'
import { number, oneOf, string } from '../field.ts'
import { subjectKinds } from '../subject.ts'

export const voteKeyed = defineKeyed({
  table: 'votes',
  document: 'map',
  key: {
    ballot: string(),
    subjectKind: oneOf(subjectKinds, 'card'),
    subjectId: string(),
    personId: string(),
  },
  fields: {
    count: number(0, 0),
    at: number(0),
  },
})

export type Vote = KeyedOf<typeof voteKeyed>
