/** The people of the workshop: who sits at this tablet, who else there is, and two entries that are one person. */
import { useId } from 'react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useWorkshop } from '../../bindings/WorkshopContext.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { PersonId } from '../../model/records/person.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { MergePeople } from './MergePeople.tsx'
import { NewPerson } from './NewPerson.tsx'
import { peopleInRoom } from './people.logic.ts'
import { PersonRow } from './PersonRow.tsx'
import './People.css'

export interface PeoplePanelProps {
  /** Ids of those who are connected right now. */
  readonly present: ReadonlySet<string>
  readonly onSwitch: (personId: PersonId) => void
  readonly onClose: () => void
}

export function PeoplePanel({ present, onSwitch, onClose }: PeoplePanelProps) {
  const t = useTranslate()
  const mayWrite = useMayWrite()
  const headingId = useId()
  const { personId } = useWorkshop().actor
  const people = useSnapshot((snapshot) => peopleInRoom(snapshot))
  const respondents = useSnapshot(
    (snapshot) => [...snapshot.persons.values()].filter((person) => person.kind === 'respondent').length,
  )
  const me = useSnapshot((snapshot) => (personId === null ? null : standsFor(snapshot, 'persons', personId)))
  return (
    <Sheet title={t('people.title')} onClose={onClose} takeFocus>
      <div className="et-stack">
        {mayWrite ? <NewPerson people={people} onEntered={onSwitch} /> : null}
        <section aria-labelledby={headingId}>
          <h3 id={headingId} className="et-people__heading">
            {t('people.inWorkshop')}
          </h3>
          {people.length === 0 ? <p className="et-field__hint">{t('people.nobody')}</p> : null}
          <ul className="et-people">
            {people.map((person) => (
              <PersonRow
                key={person.id}
                person={person}
                people={people}
                isMe={person.id === me}
                isPresent={present.has(person.id)}
                mayWrite={mayWrite}
                onSwitch={() => onSwitch(person.id)}
              />
            ))}
          </ul>
          {respondents === 0 ? null : (
            <p className="et-field__hint">{t('people.respondents', { n: respondents })}</p>
          )}
        </section>
        {mayWrite && people.length > 1 ? <MergePeople people={people} /> : null}
      </div>
    </Sheet>
  )
}
