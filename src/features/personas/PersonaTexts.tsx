/** Texts of a persona that several people may type in at once. */
import { useRun } from '../../bindings/useRun.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { editText } from '../../model/commands/editText.ts'
import type { Persona } from '../../model/records/persona.ts'
import { TextField } from '../../ui/TextField.tsx'
import type { PersonaTextField } from './personaFields.logic.ts'

export interface PersonaTextsProps {
  readonly persona: Persona
  readonly fields: readonly PersonaTextField[]
  readonly mayWrite: boolean
}

export function PersonaTexts({ persona, fields, mayWrite }: PersonaTextsProps) {
  const t = useTranslate()
  const run = useRun()
  return fields.map(({ field, label, hint }) => (
    <TextField
      key={field}
      label={t(label)}
      hint={hint === undefined ? undefined : t(hint)}
      multiline
      readOnly={!mayWrite}
      value={persona[field]}
      onChange={(text) =>
        run((workshop, actor) =>
          editText(workshop, actor, { table: 'personas', id: persona.id, field, text }),
        )
      }
    />
  ))
}
