/** Joining on one screen: a name, a colour, one button – or "I am already here". */
import type { ReactNode } from 'react'
import { useState } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { PersonId } from '../../model/records/person.ts'
import { personNamed } from '../../model/select/personNamed.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
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
  /** False while the map is still on its way. */
  readonly ready: boolean
  readonly busy: boolean
  /** What holds it up, or what to know. */
  readonly notice: ReactNode
  readonly onNew: (name: string, colour: string) => void
  readonly onKnown: (personId: PersonId) => void
}

export function JoinScreen(props: JoinScreenProps) {
  const { title, people, ready, busy, notice, onNew, onKnown } = props
  const t = useTranslate()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const [twin, setTwin] = useState<KnownPerson | null>(null)
  const colour = chosen ?? freeColour(people)
  const go = () => {
    if (name.trim() === '') return setMissing(true)
    if (!ready || busy) return undefined
    const known = personNamed(people, name)
    return known === undefined ? onNew(name.trim(), colour) : setTwin(known)
  }
  return (
    <div className="et-join">
      <h1 className="et-join__title">
        {title === null || title === '' ? t('join.welcomeUntitled') : t('join.welcome', { title })}
      </h1>
      {notice}
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
          <NameTaken name={twin.name} disabled={busy} onThatsMe={() => onKnown(twin.id)} />
        )}
        <ColourField label={t('join.colour')} value={colour} onChange={setChosen} />
        <Button type="submit" tone="primary" size="l" wide disabled={!ready || busy}>
          {t('join.go')}
        </Button>
      </form>
      {people.length === 0 ? null : (
        <PeopleHere people={people} disabled={busy || !ready} onKnown={onKnown} />
      )}
    </div>
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
