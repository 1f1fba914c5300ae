/** Who bears a name already: two entries that read the same cannot be told apart by anybody in the room. */
import type { Person } from '../records/person.ts'

type Named = Pick<Person, 'id' | 'name'>

export function personNamed<T extends Named>(
  people: readonly T[],
  name: string,
  except?: Person['id'],
): T | undefined {
  const wanted = asRead(name)
  if (wanted === '') return undefined
  return people.find((person) => person.id !== except && asRead(person.name) === wanted)
}

/** As a reader sees it: case, spacing and the way a letter is encoded make no difference. */
function asRead(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/gu, ' ').toLocaleLowerCase('und')
}
