/** The personas of the workshop in their order. */
import { memoByTables } from '../memoByTables.ts'
import type { Persona } from '../records/persona.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import { byOrder } from './byOrder.ts'

export const orderedPersonas = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.personas],
  (snapshot): readonly Persona[] => byOrder(snapshot.personas.values()),
)
