/** Which texts a persona has, in the order in which a group fills them in. */
export type PersonaTextName =
  | 'quote'
  | 'demographics'
  | 'values'
  | 'goals'
  | 'emotions'
  | 'behaviour'
  | 'informationHabits'
  | 'expectations'
  | 'story'

export interface PersonaTextField {
  readonly field: PersonaTextName
  readonly label: `personas.${PersonaTextName}`
  readonly hint?: 'personas.quoteHint' | 'personas.demographicsHint' | 'personas.listHint'
}

export const QUOTE: PersonaTextField = { field: 'quote', label: 'personas.quote', hint: 'personas.quoteHint' }

export const DEMOGRAPHICS: PersonaTextField = {
  field: 'demographics',
  label: 'personas.demographics',
  hint: 'personas.demographicsHint',
}

export const INNER_TEXTS: readonly PersonaTextField[] = [
  { field: 'goals', label: 'personas.goals', hint: 'personas.listHint' },
  { field: 'values', label: 'personas.values', hint: 'personas.listHint' },
  { field: 'emotions', label: 'personas.emotions', hint: 'personas.listHint' },
  { field: 'expectations', label: 'personas.expectations', hint: 'personas.listHint' },
  { field: 'behaviour', label: 'personas.behaviour' },
  { field: 'informationHabits', label: 'personas.informationHabits' },
  { field: 'story', label: 'personas.story' },
]
