/** One person: who they are, whether they are here, and "that is me" with a tap on them. Name and colour unfold. */
import { Pencil } from 'lucide-react'
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Person } from '../../model/records/person.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { IconButton } from '../../ui/IconButton.tsx'
import { colourOf } from './people.logic.ts'
import { PersonFields } from './PersonFields.tsx'

export interface PersonRowProps {
  readonly person: Person
  /** Everybody in the list, so that no two get the same name. */
  readonly people: readonly Person[]
  readonly isMe: boolean
  readonly isPresent: boolean
  readonly mayWrite: boolean
  readonly onSwitch: () => void
}

export function PersonRow({ person, people, isMe, isPresent, mayWrite, onSwitch }: PersonRowProps) {
  const t = useTranslate()
  const [isOpen, setOpen] = useState(false)
  const who = <Who person={person} isMe={isMe} isPresent={isPresent} canBeMe={mayWrite && !isMe} />
  return (
    <li className="et-person">
      <div className="et-person__row">
        {mayWrite && !isMe ? (
          <button type="button" className="et-person__who" onClick={onSwitch}>
            {who}
          </button>
        ) : (
          <div className="et-person__who">{who}</div>
        )}
        {mayWrite ? (
          <IconButton
            label={t('people.rename', { name: person.name })}
            icon={<Pencil />}
            aria-expanded={isOpen}
            onClick={() => setOpen((open) => !open)}
          />
        ) : null}
      </div>
      {isOpen ? <PersonFields person={person} people={people} /> : null}
    </li>
  )
}

interface WhoProps extends Pick<PersonRowProps, 'person' | 'isMe' | 'isPresent'> {
  readonly canBeMe: boolean
}

function Who({ person, isMe, isPresent, canBeMe }: WhoProps) {
  const t = useTranslate()
  const note = isMe ? t('people.current') : isPresent ? t('people.hereNow') : null
  return (
    <>
      <Avatar name={person.name} colour={colourOf(person)} here={isPresent || isMe} />
      <span className="et-person__name">
        <span aria-hidden="true">{person.name}</span>
        <span className="et-person__notes">
          {note === null ? null : <span className="et-person__note">{note}</span>}
          {canBeMe ? <span className="et-person__thats-me">{t('people.thatsMe')}</span> : null}
        </span>
      </span>
    </>
  )
}
