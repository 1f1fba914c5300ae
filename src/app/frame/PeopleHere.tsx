/** Who is here: the others as initials, and the person at this tablet with the way to hand it on. */
import { UserPlus } from 'lucide-react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { Person, PersonId } from '../../model/records/person.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import { Avatar } from '../../ui/Avatar.tsx'
import { Button } from '../../ui/Button.tsx'
import { Menu } from '../../ui/Menu.tsx'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { useOthers } from '../session/useOthers.ts'
import { NO_COLOUR } from '../session/usePresentPerson.ts'
import { useFrame } from './FrameContext.ts'
import './PeopleHere.css'

const MOST = 5

export function PeopleHere() {
  const t = useTranslate()
  const { session, store } = useFrame()
  const others = useOthers(session)
  const mayWrite = useMayWrite()
  const shown = others.slice(0, MOST)
  return (
    <>
      {others.length === 0 ? null : (
        <button type="button" className="et-people-here" onClick={() => store.set({ sheet: 'people' })}>
          <span className="et-visually-hidden">{t('frame.othersHere', { n: others.length })}</span>
          {shown.map((peer) => (
            <Avatar
              key={peer.clientId}
              name={peer.person.name}
              colour={peer.person.colour === '' ? NO_COLOUR : peer.person.colour}
            />
          ))}
          {others.length > MOST ? <span>{`+${String(others.length - MOST)}`}</span> : null}
        </button>
      )}
      {mayWrite ? <PersonAtTablet /> : null}
    </>
  )
}

function PersonAtTablet() {
  const t = useTranslate()
  const { session, store } = useFrame()
  const { personId } = useReadableValue(session.actor)
  const { peopleHere } = useReadableValue(session.entry)
  const people = useSnapshot((snapshot) => {
    const ids = new Set(peopleHere.map((id) => standsFor(snapshot, 'persons', id as PersonId)))
    return [...ids].flatMap((id) => snapshot.persons.get(id) ?? [])
  })
  const me = useSnapshot((snapshot) =>
    personId === null ? null : (snapshot.persons.get(standsFor(snapshot, 'persons', personId)) ?? null),
  )
  const openPeople = () => store.set({ sheet: 'people' })
  if (me === null) {
    return (
      <Button className="et-who" icon={<UserPlus />} aria-label={t('frame.whoAreYou')} onClick={openPeople}>
        {t('frame.whoAreYou')}
      </Button>
    )
  }
  return (
    <Menu
      trigger={
        <button type="button" className="et-me">
          <span className="et-visually-hidden">{t('frame.you')}</span>
          <Avatar name={me.name} colour={colourOf(me)} />
        </button>
      }
      items={[
        ...people.map((person) => ({
          id: person.id,
          label: person.name,
          icon: <Avatar name={person.name} colour={colourOf(person)} size="s" />,
          checked: person.id === me.id,
          onSelect: () => void session.switchPerson(person.id),
        })),
        { id: 'other', label: t('frame.somebodyElse'), icon: <UserPlus />, onSelect: openPeople },
      ]}
    />
  )
}

function colourOf(person: Person): string {
  return person.colour === '' ? NO_COLOUR : person.colour
}
