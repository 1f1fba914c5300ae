/** One table of keyed scalars as it is read; like `recordTable.ts`, but without bin: an entry is there or it is not. */
import type * as Y from 'yjs'
import { type AnyKeyedDefinition, readKeyed } from './defineKeyed.ts'
import { sameJson } from './json.ts'

export interface KeyedReader {
  readonly touch: (key: string) => void
  readonly isStale: () => boolean
  readonly read: () => ReadonlyMap<string, object>
}

export function createKeyedTable(definition: AnyKeyedDefinition, root: Y.Map<unknown>): KeyedReader {
  const touched = new Set<string>(root.keys())
  let state: ReadonlyMap<string, object> = new Map()

  function read(): ReadonlyMap<string, object> {
    if (touched.size === 0) return state
    const next = new Map(state)
    let changed = false
    for (const key of touched) {
      const entry = readKeyed(definition, key, root.get(key))
      if (sameJson(next.get(key), entry)) continue
      changed = true
      if (entry === undefined) next.delete(key)
      else next.set(key, entry)
    }
    touched.clear()
    if (changed) state = next
    return state
  }

  return { touch: (key) => touched.add(key), isStale: () => touched.size > 0, read }
}
