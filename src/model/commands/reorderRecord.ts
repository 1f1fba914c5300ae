/** One record to another place among its siblings, for everything that has a plain `order`. */
import type { Actor } from '../actor.ts'
import type { CommandResult } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import type { Patch } from '../patch.ts'
import { orderAt, type Position } from '../position.ts'
import type { IdIn } from '../schema.ts'
import { type OrderedTable, siblingsOf } from '../siblings.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface ReorderRecordArgs<T extends OrderedTable> {
  readonly table: T
  readonly id: IdIn<T>
  readonly position: Position
}

export function reorderRecord<T extends OrderedTable>(
  workshop: WorkshopDocument,
  actor: Actor,
  { table, id, position }: ReorderRecordArgs<T>,
): CommandResult<IdIn<T>> {
  const found = liveRecord(workshop, table, id)
  if (!found.ok) return found
  const order = orderAt(siblingsOf(workshop.snapshot(), table, id), position, workshop.randomBytes, id)
  return commit(workshop, actor, (writer) => {
    writer.patch(table, id, { order } as unknown as Patch<T>)
    return id
  })
}
