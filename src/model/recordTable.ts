/**
 * One table of records as it is read: keeps the plain form of every record and rebuilds only those that were
 * touched. Hands out the same Map and the same objects until something in them changes.
 */
import * as Y from 'yjs'
import { isSafeId } from '../shared/ids.ts'
import type { AnyRecordDefinition, CommonFields } from './defineRecord.ts'
import { sameJson } from './json.ts'
import { readRecord } from './readRecord.ts'
import { resolveMerged } from './resolveMerged.ts'

export type PlainRecord = CommonFields<string> & Readonly<Record<string, unknown>>

export interface TableState<T> {
  readonly live: ReadonlyMap<string, T>
  readonly bin: ReadonlyMap<string, T>
}

export interface TableReader<T> {
  readonly touch: (id: string) => void
  /** True when something was touched since the last read. */
  readonly isStale: () => boolean
  readonly read: () => TableState<T>
}

/** The new record, with every part that says the same as before taken over from the previous one. */
function shareWith(previous: PlainRecord | undefined, next: PlainRecord): PlainRecord {
  if (previous === undefined) return next
  const shared: Record<string, unknown> = { ...next }
  let changed = Object.keys(previous).length !== Object.keys(next).length
  for (const [name, held] of Object.entries(next)) {
    if (sameJson(previous[name], held)) shared[name] = previous[name]
    else changed = true
  }
  return changed ? (shared as PlainRecord) : previous
}

/** A Map that is copied at the first change, so that Maps handed out earlier stay as they were. */
function copyOnWrite<T>(source: ReadonlyMap<string, T>) {
  let copy: Map<string, T> | null = null
  const writable = () => (copy ??= new Map(source))
  return {
    set: (id: string, record: T) => {
      if ((copy ?? source).get(id) !== record) writable().set(id, record)
    },
    remove: (id: string) => {
      if ((copy ?? source).has(id)) writable().delete(id)
    },
    result: (): ReadonlyMap<string, T> => copy ?? source,
  }
}

export function createRecordTable(
  definition: AnyRecordDefinition,
  root: Y.Map<unknown>,
): TableReader<PlainRecord> {
  const all = new Map<string, PlainRecord>()
  const merged = new Set<string>()
  const touched = new Set<string>(root.keys())
  let state: TableState<PlainRecord> = { live: new Map(), bin: new Map() }

  function refresh(id: string): void {
    const stored = root.get(id)
    if (!isSafeId(id) || !(stored instanceof Y.Map)) {
      all.delete(id)
      merged.delete(id)
      return
    }
    const record = shareWith(all.get(id), readRecord(definition, id, stored as Y.Map<unknown>) as PlainRecord)
    all.set(id, record)
    if (record.mergedInto === null) merged.delete(id)
    else merged.add(id)
  }

  function read(): TableState<PlainRecord> {
    if (touched.size === 0) return state
    const affected = new Set([...touched, ...merged])
    for (const id of touched) refresh(id)
    for (const id of merged) affected.add(id)
    touched.clear()
    const live = copyOnWrite(state.live)
    const bin = copyOnWrite(state.bin)
    for (const id of affected) {
      const record = all.get(id)
      const isLive = record?.deleted === null && resolveMerged((other) => all.get(other), id) === id
      if (record !== undefined && isLive) live.set(id, record)
      else live.remove(id)
      if (record !== undefined && !isLive) bin.set(id, record)
      else bin.remove(id)
    }
    state = { live: live.result(), bin: bin.result() }
    return state
  }

  return { touch: (id) => touched.add(id), isStale: () => touched.size > 0, read }
}
