/** Somebody new at this tablet: a name, a colour, and what is written next is theirs. */
import { useState } from 'react'
import { useRun } from '../../bindings/useRun.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { joinPerson } from '../../model/commands/joinPerson.ts'
import type { Person, PersonId } from '../../model/records/person.ts'
import { personNamed } from '../../model/select/personNamed.ts'
import { Button } from '../../ui/Button.tsx'
import { ColourField } from '../../ui/ColourField.tsx'
import { SWATCHES } from '../../ui/colours.ts'
import { NameTaken } from '../../ui/NameTaken.tsx'
import { TextField } from '../../ui/TextField.tsx'

export interface NewPersonProps {
  readonly people: readonly Person[]
  readonly onEntered: (personId: PersonId) => void
}

export function NewPerson({ people, onEntered }: NewPersonProps) {
  const t = useTranslate()
  const run = useRun()
  const [name, setName] = useState('')
  const [chosen, setChosen] = useState<string | null>(null)
  const [missing, setMissing] = useState(false)
  const [twin, setTwin] = useState<Person | null>(null)
  const taken = new Set(people.map((person) => person.colour.toUpperCase()))
  const colour = chosen ?? SWATCHES.find((swatch) => !taken.has(swatch.toUpperCase())) ?? SWATCHES[0]
  const enterAs = (personId: PersonId) => {
    setName('')
    setChosen(null)
    setTwin(null)
    onEntered(personId)
  }
  const enter = () => {
    if (name.trim() === '') return setMissing(true)
    const known = personNamed(people, name)
    if (known !== undefined) return setTwin(known)
    const personId = run((workshop, actor) => joinPerson(workshop, actor, { name, colour }))
    return personId === null ? undefined : enterAs(personId)
  }
  return (
    <form
      className="et-stack et-new-person"
      onSubmit={(event) => {
        event.preventDefault()
        enter()
      }}
    >
      <div>
        <h3 className="et-people__heading">{t('people.here')}</h3>
        <p className="et-field__hint">{t('people.hereHint')}</p>
      </div>
      <TextField
        label={t('people.newPerson')}
        placeholder={t('people.namePlaceholder')}
        value={name}
        maxLength={80}
        error={missing ? t('people.nameMissing') : undefined}
        onChange={(value) => {
          setName(value)
          setMissing(false)
          setTwin(null)
        }}
      />
      {twin === null ? null : <NameTaken name={twin.name} onThatsMe={() => enterAs(twin.id)} />}
      {name === '' ? null : (
        <>
          <ColourField label={t('people.colour')} value={colour} onChange={setChosen} />
          <Button type="submit" tone="primary">
            {t('people.enter')}
          </Button>
        </>
      )}
    </form>
  )
}
