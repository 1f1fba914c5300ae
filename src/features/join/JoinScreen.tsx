/** Joining on one screen: a name, a colour, one button – or "I am already here", first of all on the tablet one was at. */
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { PersonId } from '../../model/records/person.ts'
import { personNamed } from '../../model/select/personNamed.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button, type ButtonTone } from '../../ui/Button.tsx'
import { ColourField } from '../../ui/ColourField.tsx'
import { NameTaken } from '../../ui/NameTaken.tsx'
import { TextField } from '../../ui/TextField.tsx'
import type { KnownPerson } from './freeColour.logic.ts'
import { freeColour } from './freeColour.logic.ts'
import './JoinScreen.css'

export interface JoinScreenProps {
  /** Null as long as nobody knows it. */
  readonly title: string | null
  readonly people: readonly KnownPerson[]
  /** Those of them who have written on this device, the latest first. */
  readonly peopleHere: readonly string[]
  /** False while the map is still on its way. */
  readonly ready: boolean
  readonly busy: boolean
  /** What holds it up, or what to know. */
  readonly notice: ReactNode
  readonly onNew: (name: string, colour: string) => void
  readonly onKnown: (personId: PersonId) => void
}

export function JoinScreen(props: JoinScreenProps) {
  const { title, people, peopleHere, ready, busy, notice, onNew, onKnown } = props
  const t = useTranslate()
  const back = peopleHere.flatMap((id) => people.find((person) => person.id === id) ?? [])
  const others = people.filter((person) => !back.includes(person))
  const disabled = busy || !ready
  return (
    <div className="et-join">
      <h1 className="et-join__title">
        {title === null || title === '' ? t('join.welcomeUntitled') : t('join.welcome', { title })}
      </h1>
      {notice}
      {back.map((person) => (
        <Button
          key={person.id}
          size="l"
          wide
          tone="primary"
          disabled={disabled}
          icon={<Avatar name={person.name} colour={person.colour} />}
          onClick={() => onKnown(person.id)}
        >
          {t('join.continueAs', { name: person.name })}
        </Button>
      ))}
      <NewcomerForm
        people={people}
        disabled={disabled}
        tone={back.length === 0 ? 'primary' : 'secondary'}
        onNew={onNew}
        onKnown={onKnown}
      />
      {others.length === 0 ? null : <PeopleHere people={others} disabled={disabled} onKnown={onKnown} />}
    </div>
  )
}

interface NewcomerFormProps extends Pick<JoinScreenProps, 'people' | 'onNew' | 'onKnown'> {
  /** The name can be typed already. */
  readonly disabled: boolean
  readonly tone: ButtonTone
}

function NewcomerForm({ people, disabled, tone, onNew, onKnown }: NewcomerFormProps) {
  const t = useTranslate()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const [twin, setTwin] = useState<KnownPerson | null>(null)
  const colour = chosen ?? freeColour(people)
  const go = () => {
    if (name.trim() === '') return setMissing(true)
    if (disabled) return undefined
    const known = personNamed(people, name)
    return known === undefined ? onNew(name.trim(), colour) : setTwin(known)
  }
  return (
    <form
      className="et-join__form"
      onSubmit={(event) => {
        event.preventDefault()
        go()
      }}
    >
      <div className="et-join__who">
        <Avatar name={name} colour={colour} size="l" />
        <TextField
          label={t('join.name')}
          placeholder={t('join.namePlaceholder')}
          value={name}
          maxLength={80}
          autoComplete="name"
          error={missing ? t('join.nameMissing') : undefined}
          onChange={(value) => {
            setName(value)
            setMissing(false)
            setTwin(null)
          }}
        />
      </div>
      {twin === null ? null : (
        <NameTaken name={twin.name} disabled={disabled} onThatsMe={() => onKnown(twin.id)} />
      )}
      <ColourField label={t('join.colour')} value={colour} onChange={setChosen} />
      <Button type="submit" tone={tone} size="l" wide disabled={disabled}>
        {t('join.go')}
      </Button>
    </form>
  )
}

interface PeopleHereProps {
  readonly people: readonly KnownPerson[]
  readonly disabled: boolean
  readonly onKnown: (personId: PersonId) => void
}

function PeopleHere({ people, disabled, onKnown }: PeopleHereProps) {
  const t = useTranslate()
  return (
    <section className="et-join__known" aria-labelledby="join-known">
      <h2 id="join-known">{t('join.alreadyHere')}</h2>
      <p>{t('join.alreadyHereHint')}</p>
      <ul>
        {people.map((person) => (
          <li key={person.id}>
            <button type="button" disabled={disabled} onClick={() => onKnown(person.id)}>
              <Avatar name={person.name} colour={person.colour} />
              <span aria-hidden="true">{person.name}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
