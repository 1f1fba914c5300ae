/**
 * What a moderator changed about one step of the agenda. Without any entry the agenda is the twelve steps of the
 * method, rendered by `select/agenda.ts`; an entry for a default step overrides it, any other id is a step of one's own.
 */
import { defineKeyed, type KeyedOf } from '../defineKeyed.ts'
import { flag, nullable, number, string } from '../field.ts'

export const agendaStepKeyed = defineKeyed({
  table: 'agendaSteps',
  document: 'stage',
  key: { stepId: string() },
  fields: {
    /** Empty: the app's own words for a default step. */
    title: string(),
    prompt: string(),
    minutes: nullable(number(0, 0)),
    order: nullable(number(0)),
    removed: flag(),
  },
})

export type AgendaStepEntry = KeyedOf<typeof agendaStepKeyed>
