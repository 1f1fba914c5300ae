/** What is different between two states of a workshop, counted per kind: new, changed, binned, taken out of the bin. */
import { sameJson } from '../../model/json.ts'
import {
  type KeyedTableName,
  keyedTableNames,
  type SingletonName,
  type TableName,
  tableNames,
} from '../../model/schema.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

export type CountedKind = TableName | KeyedTableName | SingletonName

export interface KindChanges {
  readonly kind: CountedKind
  readonly added: number
  readonly changed: number
  readonly binned: number
  readonly restored: number
}

type Table = ReadonlyMap<string, object>

export function compareWorkshops(before: WorkshopSnapshot, after: WorkshopSnapshot): readonly KindChanges[] {
  const records = tableNames.map((kind) => ({
    kind,
    ...compareTables(before[kind], after[kind], before.bin[kind], after.bin[kind]),
  }))
  const empty: Table = new Map()
  const entries = keyedTableNames.map((kind) => ({
    kind,
    ...compareTables(before[kind], after[kind], empty, empty),
  }))
  const once = (['meta', 'stage'] as const).map((kind) => {
    const changed = sameJson(before[kind], after[kind]) ? 0 : 1
    return { kind, added: 0, changed, binned: 0, restored: 0 }
  })
  const all: readonly KindChanges[] = [...once, ...records, ...entries]
  return all.filter(({ added, changed, binned, restored }) => added + changed + binned + restored > 0)
}

function compareTables(liveBefore: Table, liveAfter: Table, binBefore: Table, binAfter: Table) {
  const counts = { added: 0, changed: 0, binned: 0, restored: 0 }
  for (const [id, record] of liveAfter) {
    const old = liveBefore.get(id)
    if (old !== undefined) counts.changed += old === record || sameJson(old, record) ? 0 : 1
    else if (binBefore.has(id)) counts.restored += 1
    else counts.added += 1
  }
  for (const id of binAfter.keys()) if (!binBefore.has(id)) counts.binned += 1
  // An entry has no bin: one that is gone was changed to nothing.
  for (const id of liveBefore.keys()) if (!liveAfter.has(id) && !binAfter.has(id)) counts.changed += 1
  return counts
}
