/** Which records share a sequence with a record: phases and lanes within their journey, traits within their persona. */
import type { RecordIn, TableName } from './schema.ts'
import { byOrder } from './select/byOrder.ts'
import type { WorkshopSnapshot } from './snapshot.ts'

/** Tables whose records have a field `order` of their own. */
export type OrderedTable = {
  [T in TableName]: RecordIn<T> extends { readonly order: string } ? T : never
}[TableName]

interface OrderedRecord {
  readonly id: string
  readonly order: string
  readonly journeyId?: string | null
  readonly personaId?: string | null
}

export function siblingsOf(
  snapshot: WorkshopSnapshot,
  table: OrderedTable,
  id: string,
): readonly OrderedRecord[] {
  const records: ReadonlyMap<string, OrderedRecord> = snapshot[table]
  const record = records.get(id)
  return byOrder(
    [...records.values()].filter(
      (other) => other.journeyId === record?.journeyId && other.personaId === record?.personaId,
    ),
  )
}
