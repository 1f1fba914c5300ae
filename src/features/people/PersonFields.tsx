/** Name and colour of one person. A name that somebody else bears is not taken. */
import { useEdit } from '../../bindings/useEdit.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Person } from '../../model/records/person.ts'
import { personNamed } from '../../model/select/personNamed.ts'
import { ColourField } from '../../ui/ColourField.tsx'
import { LazyTextField } from '../../ui/LazyTextField.tsx'

export interface PersonFieldsProps {
  readonly person: Person
  readonly people: readonly Person[]
}

export function PersonFields({ person, people }: PersonFieldsProps) {
  const t = useTranslate()
  const edit = useEdit('persons', person.id)
  return (
    <div className="et-stack et-person__fields">
      <LazyTextField
        label={t('people.name')}
        value={person.name}
        maxLength={80}
        problemWith={(name) => {
          const other = personNamed(people, name, person.id)
          return other === undefined ? undefined : t('people.nameTaken', { name: other.name })
        }}
        onCommit={(name) => (name.trim() === '' ? undefined : edit.set({ name: name.trim() }))}
      />
      <ColourField
        label={t('people.colour')}
        value={person.colour}
        onChange={(colour) => edit.set({ colour })}
      />
    </div>
  )
}
