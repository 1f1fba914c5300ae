/** Out of the bin, with everything that went along; also takes back a merge. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { type IdIn, recordTables, type TableName, tableNames } from '../schema.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface RestoreRecordArgs<T extends TableName> {
  readonly table: T
  readonly id: IdIn<T>
}

/** Gives back how many records are live again. */
export function restoreRecord<T extends TableName>(
  workshop: WorkshopDocument,
  actor: Actor,
  { table, id }: RestoreRecordArgs<T>,
): CommandResult<number> {
  const { bin } = workshop.snapshot()
  const binned: ReadonlyMap<string, { readonly mergedInto: string | null }> = bin[table]
  const record = binned.get(id)
  if (record === undefined) return refuse('notFound', `${table}/${id}`)
  const { document } = recordTables[table]
  const along = tableNames.flatMap((name) =>
    [...bin[name].values()]
      .filter((other) => other.deleted?.with === id && recordTables[name].document === document)
      .map((other) => ({ table: name, id: other.id })),
  )
  return commit(
    workshop,
    actor,
    (writer) => {
      writer.unbin(table, id)
      if (record.mergedInto !== null) writer.mergeInto(table, id, null)
      for (const ref of along) writer.unbin(ref.table, ref.id)
      return along.length + 1
    },
    { document },
  )
}
