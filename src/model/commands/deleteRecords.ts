/** Into the bin, with what belongs to it. Everything comes back with `restoreRecord`. */
import type { Actor } from '../actor.ts'
import { belongingsOf, type RecordRef } from '../belongings.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { laneLock } from '../laneLock.ts'
import { type IdIn, recordTables, type TableName } from '../schema.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface DeleteRecordsArgs<T extends TableName> {
  readonly table: T
  readonly ids: readonly IdIn<T>[]
}

/** Gives back how many records went into the bin, belongings included. */
export function deleteRecords<T extends TableName>(
  workshop: WorkshopDocument,
  actor: Actor,
  { table, ids }: DeleteRecordsArgs<T>,
): CommandResult<number> {
  const snapshot = workshop.snapshot()
  const live: ReadonlyMap<string, unknown> = snapshot[table]
  const missing = ids.find((id) => !live.has(id))
  if (missing !== undefined) return refuse('notFound', `${table}/${missing}`)
  for (const id of ids) {
    const lock = laneLock(snapshot, actor, table === 'lanes' ? id : laneOfCard(workshop, table, id))
    if (lock !== null) return lock
  }
  const along = ids.map((id) => ({ id, belongings: belongingsOf(snapshot, table, id) }))
  return commit(
    workshop,
    actor,
    (writer) => {
      const gone = new Set<string>(ids)
      for (const id of ids) writer.bin(table, id)
      for (const { id, belongings } of along) {
        const left: readonly RecordRef[] = belongings.filter((ref) => !gone.has(ref.id))
        for (const ref of left) {
          gone.add(ref.id)
          writer.bin(ref.table, ref.id, id)
        }
      }
      return gone.size
    },
    { document: recordTables[table].document },
  )
}

function laneOfCard(workshop: WorkshopDocument, table: TableName, id: string): string | null {
  if (table !== 'cards') return null
  return workshop.snapshot().cards.get(id as IdIn<'cards'>)?.place.laneId ?? null
}
