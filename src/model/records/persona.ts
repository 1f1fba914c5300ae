/**
 * The person the journey is about. Lists (values, goals …) are texts with one entry per line, because a group fills
 * them in together; demographics are lines of `label=value`.
 */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { idSet, order, ref, string, text } from '../field.ts'

export type PersonaId = Id<'persona'>

export const personaRecord = defineRecord({
  kind: 'persona',
  table: 'personas',
  document: 'map',
  fields: {
    name: string(),
    role: string(),
    pictureId: ref('media'),
    quote: text(),
    demographics: text(),
    values: text(),
    goals: text(),
    emotions: text(),
    behaviour: text(),
    informationHabits: text(),
    expectations: text(),
    story: text(),
    moodboardIds: idSet('media'),
    order: order(),
  },
})

export type Persona = RecordOf<typeof personaRecord>
