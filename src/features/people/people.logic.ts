/** Those who were in the room, by name; customers whose ratings were collected are not among them. */
import type { Person } from '../../model/records/person.ts'
import { memoByTables } from '../../model/memoByTables.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

export const peopleInRoom = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.persons],
  (snapshot): readonly Person[] =>
    [...snapshot.persons.values()]
      .filter((person) => person.kind !== 'respondent')
      .sort((a, b) => a.name.localeCompare(b.name) || (a.id < b.id ? -1 : 1)),
)

export const GREY = '#5F6B73'

export function colourOf(person: Pick<Person, 'colour'>): string {
  return person.colour === '' ? GREY : person.colour
}
