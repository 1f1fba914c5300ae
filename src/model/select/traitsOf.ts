/** The traits of a persona in their order. */
import { memoByTables } from '../memoByTables.ts'
import type { PersonaId } from '../records/persona.ts'
import type { Trait } from '../records/trait.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { byOrder } from './byOrder.ts'

export const traitsOf = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.traits],
  (snapshot, personaId: PersonaId): readonly Trait[] =>
    byOrder([...snapshot.traits.values()].filter((trait) => trait.personaId === personaId)),
)
