/**
 * One text of a record, as it should read now. Only the part that differs is changed, so what others typed in the
 * meantime stays. Typing goes on in one step of undo until it pauses.
 */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { fieldOf } from '../defineRecord.ts'
import { liveRecord } from '../liveRecord.ts'
import { TEXT_LIMIT, type Patch } from '../patch.ts'
import { type IdIn, recordTables, type TableName } from '../schema.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface EditTextArgs<T extends TableName> {
  readonly table: T
  readonly id: IdIn<T>
  readonly field: keyof Patch<T> & string
  readonly text: string
}

export function editText<T extends TableName>(
  workshop: WorkshopDocument,
  actor: Actor,
  { table, id, field, text }: EditTextArgs<T>,
): CommandResult<IdIn<T>> {
  const found = liveRecord(workshop, table, id)
  if (!found.ok) return found
  const isText = fieldOf(recordTables[table], field)?.storage === 'text'
  if (!isText || text.length > TEXT_LIMIT) return refuse('invalid', `${table}.${field}`, text.length)
  return commit(
    workshop,
    actor,
    (writer) => {
      writer.patch(table, id, { [field]: text } as Patch<T>)
      return id
    },
    { document: recordTables[table].document, mergeKey: `text:${table}:${id}:${field}` },
  )
}
