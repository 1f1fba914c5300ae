/** The record a command is about, or the refusal that says it is not there (any more). */
import { ok } from '../shared/result.ts'
import { type CommandResult, refuse } from './commandResult.ts'
import type { IdIn, RecordIn, TableName } from './schema.ts'
import type { WorkshopDocument } from './workshopDocument.ts'

export function liveRecord<T extends TableName>(
  workshop: WorkshopDocument,
  table: T,
  id: IdIn<T>,
): CommandResult<RecordIn<T>> {
  // Table and record type belong together by construction of the snapshot; the checker cannot follow a generic T.
  const records = workshop.snapshot()[table] as unknown as ReadonlyMap<IdIn<T>, RecordIn<T>>
  const record = records.get(id)
  return record === undefined ? refuse('notFound', `${table}/${id}`) : ok(record)
}

/** Refuses the first of several ids that is not there. */
export function allLive<T extends TableName>(
  workshop: WorkshopDocument,
  table: T,
  ids: readonly IdIn<T>[],
): CommandResult<null> {
  for (const id of ids) {
    const found = liveRecord(workshop, table, id)
    if (!found.ok) return found
  }
  return ok(null)
}
