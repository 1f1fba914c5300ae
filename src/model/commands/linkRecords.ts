/** Adds to or takes from a set of ids of a record (authors, pictures, evidence), without touching the other members. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { fieldOf } from '../defineRecord.ts'
import { liveRecord } from '../liveRecord.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import { type IdIn, recordTables, type TableName } from '../schema.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface LinkRecordsArgs<T extends TableName> {
  readonly table: T
  readonly id: IdIn<T>
  readonly field: keyof Patch<T> & string
  readonly add?: readonly string[]
  readonly remove?: readonly string[]
}

export function linkRecords<T extends TableName>(
  workshop: WorkshopDocument,
  actor: Actor,
  { table, id, field, add = [], remove = [] }: LinkRecordsArgs<T>,
): CommandResult<IdIn<T>> {
  const found = liveRecord(workshop, table, id)
  if (!found.ok) return found
  const isSet = fieldOf(recordTables[table], field)?.storage === 'idSet'
  if (!isSet || checkPatchOf(table, { [field]: [...add, ...remove] }) !== null) {
    return refuse('invalid', `${table}.${field}`, [...add, ...remove])
  }
  return commit(
    workshop,
    actor,
    (writer) => {
      writer.removeMembers(table, id, field, remove)
      writer.addMembers(table, id, field, add)
      return id
    },
    { document: recordTables[table].document },
  )
}
