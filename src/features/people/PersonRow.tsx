/** One person: who they are, whether they are here, and "that is me". Name and colour unfold. */
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useEdit } from '../../bindings/useEdit.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Person } from '../../model/records/person.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { ColourField } from '../../ui/ColourField.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { LazyTextField } from '../../ui/LazyTextField.tsx'
import { colourOf } from './people.logic.ts'

export interface PersonRowProps {
  readonly person: Person
  readonly isMe: boolean
  readonly isPresent: boolean
  readonly mayWrite: boolean
  readonly onSwitch: () => void
}

export function PersonRow({ person, isMe, isPresent, mayWrite, onSwitch }: PersonRowProps) {
  const t = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const note = isMe ? t('people.current') : isPresent ? t('people.hereNow') : null
  return (
    <li className="et-person">
      <div className="et-person__row">
        <Avatar name={person.name} colour={colourOf(person)} here={isPresent || isMe} />
        <span className="et-person__name">
          <span aria-hidden="true">{person.name}</span>
          {note === null ? null : <span className="et-person__note">{note}</span>}
        </span>
        {mayWrite && !isMe ? <Button onClick={onSwitch}>{t('people.thatsMe')}</Button> : null}
        {mayWrite ? (
          <IconButton
            label={t('people.rename')}
            icon={<Pencil />}
            aria-expanded={isOpen}
            onClick={() => setOpen((open) => !open)}
          />
        ) : null}
      </div>
      {isOpen ? <PersonFields person={person} /> : null}
    </li>
  )
}

function PersonFields({ person }: { readonly person: Person }) {
  const t = useTranslate()
  const edit = useEdit('persons', person.id)
  return (
    <div className="et-stack et-person__fields">
      <LazyTextField
        label={t('people.name')}
        value={person.name}
        maxLength={80}
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
