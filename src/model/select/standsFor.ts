/**
 * Which record an id means today: of two that were merged, the one that stayed. Everything that points at a record
 * (a card at its activity, a rating at its subject, a vote at its person) is read through this.
 */
import { resolveMerged } from '../resolveMerged.ts'
import type { IdIn, TableName } from '../schema.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'

export function standsFor<T extends TableName>(snapshot: WorkshopSnapshot, table: T, id: IdIn<T>): IdIn<T> {
  const live: ReadonlyMap<string, { readonly mergedInto: string | null }> = snapshot[table]
  const bin: ReadonlyMap<string, { readonly mergedInto: string | null }> = snapshot.bin[table]
  if (!bin.has(id) && live.get(id)?.mergedInto == null) return id
  return resolveMerged((other) => live.get(other) ?? bin.get(other), id) as IdIn<T>
}
