/** A colour that nobody in the room has yet, in the order in which they are told apart best. */
import type { PersonId } from '../../model/records/person.ts'
import { SWATCHES } from '../../ui/colours.ts'

export interface KnownPerson {
  readonly id: PersonId
  readonly name: string
  readonly colour: string
}

export function freeColour(people: readonly Pick<KnownPerson, 'colour'>[]): string {
  const uses = new Map<string, number>()
  for (const { colour } of people) uses.set(colour.toUpperCase(), (uses.get(colour.toUpperCase()) ?? 0) + 1)
  const usesOf = (swatch: string) => uses.get(swatch.toUpperCase()) ?? 0
  return [...SPREAD].sort((a, b) => usesOf(a) - usesOf(b))[0] ?? SWATCHES[0]
}

/** Every fifth swatch, so that the first people in the room are far apart. */
const SPREAD = SWATCHES.map((_, index) => SWATCHES[(index * 5 + 6) % SWATCHES.length] ?? SWATCHES[0])
