/**
 * What taking an import back would take: what came with it, is still as it came, and is used by nothing that stays.
 * A card that somebody put under an imported activity keeps that activity, its phase and its lane where they are.
 */
import type { RecordRef } from './belongings.ts'
import { type ImportChange, isAsImported, isSoundChange } from './importChanges.ts'
import type { EntryRef } from './importedSince.ts'
import { untouchedEntries, untouchedRecords } from './importedSince.ts'
import type { FileImport } from './records/fileImport.ts'
import { keyedTableNames, tableNames } from './schema.ts'
import type { WorkshopSnapshot } from './snapshot.ts'
import type { WorkshopDocument } from './workshopDocument.ts'

export interface ImportRemainder {
  /** Go into the bin. */
  readonly records: readonly RecordRef[]
  /** Have no bin: what the import said about things that stay is removed. */
  readonly entries: readonly EntryRef[]
  /** Say again what they said before; come out of the bin. */
  readonly changes: readonly ImportChange[]
}

export function importRemainder(workshop: WorkshopDocument, imported: FileImport): ImportRemainder {
  const snapshot = workshop.snapshot()
  const noted = imported.changes as readonly ImportChange[]
  const overwritten = new Set(noted.map(([table, key]) => `${table}/${key}`))
  const entries = untouchedEntries(workshop.docs.map, imported).filter(
    ({ table, key }) => !overwritten.has(`${table}/${key}`),
  )
  const going = new Map(
    untouchedRecords(workshop.docs.map, imported)
      .filter(({ table, id }) => (snapshot[table] as ReadonlyMap<string, unknown>).has(id))
      .map((ref) => [ref.id, ref]),
  )
  keepWhatIsUsed(snapshot, going, entries)
  return {
    records: [...going.values()],
    entries: entries.filter((ref) => !saysIdOf(entryOf(snapshot, ref), going)),
    changes: noted.filter((change) => isSoundChange(change) && isAsImported(snapshot, change)),
  }
}

function entryOf(snapshot: WorkshopSnapshot, { table, key }: EntryRef): unknown {
  return (snapshot[table] as ReadonlyMap<string, unknown>).get(key)
}

/** Takes out of `going` whatever something that stays names, and what that in turn names. */
function keepWhatIsUsed(
  snapshot: WorkshopSnapshot,
  going: Map<string, RecordRef>,
  entries: readonly EntryRef[],
): void {
  const imported = new Set(entries.map(({ table, key }) => `${table}/${key}`))
  // The notes of imports name what they overwrote; that holds nothing.
  const waiting: unknown[] = tableNames
    .filter((table) => table !== 'imports')
    .flatMap((table) => [...snapshot[table].values()].filter(({ id }) => !going.has(id)))
  for (const table of keyedTableNames) {
    const all = snapshot[table] as ReadonlyMap<string, unknown>
    for (const [key, entry] of all) if (!imported.has(`${table}/${key}`)) waiting.push(entry)
  }
  const named = (id: string) => {
    const ref = going.get(id)
    if (ref === undefined) return
    going.delete(id)
    waiting.push((snapshot[ref.table] as ReadonlyMap<string, unknown>).get(id))
  }
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) eachText(next, named)
}

function saysIdOf(value: unknown, ids: ReadonlyMap<string, unknown>): boolean {
  let found = false
  eachText(value, (text) => {
    found ||= ids.has(text)
  })
  return found
}

/** Every string in a plain value: ids are found wherever they stand, also in fields of later versions. */
function eachText(value: unknown, visit: (text: string) => void): void {
  if (typeof value === 'string') visit(value)
  else if (Array.isArray(value)) for (const item of value) eachText(item, visit)
  else if (typeof value === 'object' && value !== null) {
    for (const item of Object.values(value)) eachText(item, visit)
  }
}
