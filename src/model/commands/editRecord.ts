/** Fields of one record, each written for itself. Texts are changed where they differ, not replaced. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import { type IdIn, recordTables, type TableName } from '../schema.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface EditRecordArgs<T extends TableName> {
  readonly table: T
  readonly id: IdIn<T>
  readonly patch: Patch<T>
}

export function editRecord<T extends TableName>(
  workshop: WorkshopDocument,
  actor: Actor,
  { table, id, patch }: EditRecordArgs<T>,
): CommandResult<IdIn<T>> {
  const found = liveRecord(workshop, table, id)
  if (!found.ok) return found
  const wrong = checkPatchOf(table, patch)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  const write = { document: recordTables[table].document }
  return commit(
    workshop,
    actor,
    (writer) => {
      writer.patch(table, id, patch)
      return id
    },
    write,
  )
}
