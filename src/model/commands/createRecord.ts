/** Any record, for the tables that need no care of their own (channels, KPIs, campaigns …). */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import { type IdIn, recordTables, type TableName } from '../schema.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface CreateRecordArgs<T extends TableName> {
  readonly table: T
  readonly fields: Patch<T>
}

export function createRecord<T extends TableName>(
  workshop: WorkshopDocument,
  actor: Actor,
  { table, fields }: CreateRecordArgs<T>,
): CommandResult<IdIn<T>> {
  const wrong = checkPatchOf(table, fields)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  const { document } = recordTables[table]
  return commit(workshop, actor, (writer) => writer.create(table, fields), { document })
}
