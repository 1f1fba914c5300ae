/** One more channel, department or brand, at the end of its list. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { checkPatchOf } from '../patch.ts'
import { orderAt } from '../position.ts'
import type { IdIn } from '../schema.ts'
import { byOrder } from '../select/byOrder.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export type EntryTable = 'channels' | 'departments' | 'brands'

export interface AddEntryArgs<T extends EntryTable> {
  readonly table: T
  readonly fields?: { readonly name?: string; readonly code?: string; readonly colour?: string }
}

export function addEntry<T extends EntryTable>(
  workshop: WorkshopDocument,
  actor: Actor,
  { table, fields = {} }: AddEntryArgs<T>,
): CommandResult<IdIn<T>> {
  const wrong = checkPatchOf(table, fields)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  const entries: ReadonlyMap<string, { readonly id: string; readonly order: string }> =
    workshop.snapshot()[table]
  const order = orderAt(byOrder(entries.values()), 'last', workshop.randomBytes)
  return commit(workshop, actor, (writer) => writer.create(table, { ...fields, order } as never))
}
