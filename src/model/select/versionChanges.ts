/** How much one state of the map differs from an earlier one, and who is known to have had a hand in it. */
import { sameJson } from '../json.ts'
import { versionedKeyedTables, versionedTables } from '../mapTables.ts'
import type { PersonId } from '../records/person.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'

export interface VersionChanges {
  readonly added: number
  readonly changed: number
  readonly removed: number
  /** Who added, deleted, rated or voted; who merely changed a text is not noted anywhere. */
  readonly personIds: readonly PersonId[]
}

interface Authored {
  readonly createdBy?: PersonId | null
  readonly personId?: PersonId | null
  readonly deleted?: { readonly by: PersonId | null } | null
}

type Table = ReadonlyMap<string, object>

export function versionChanges(before: WorkshopSnapshot, after: WorkshopSnapshot): VersionChanges {
  const count = { added: 0, changed: 0, removed: 0 }
  const people = new Set<PersonId>()
  const note = (person: PersonId | null | undefined): void => {
    if (person !== null && person !== undefined) people.add(person)
  }
  const compare = (old: Table, now: Table, gone: Table): void => {
    for (const [id, record] of now) {
      const held = old.get(id)
      if (held !== undefined && sameJson(held, record)) continue
      const { createdBy, personId }: Authored = record
      note(personId)
      if (held === undefined) note(createdBy)
      count[held === undefined ? 'added' : 'changed'] += 1
    }
    for (const id of old.keys()) {
      if (now.has(id)) continue
      const mark: Authored = gone.get(id) ?? {}
      note(mark.deleted?.by)
      count.removed += 1
    }
  }
  for (const table of versionedTables) compare(before[table], after[table], after.bin[table])
  for (const table of versionedKeyedTables) compare(before[table], after[table], new Map())
  return { ...count, personIds: [...people] }
}
