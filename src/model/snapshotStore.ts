/**
 * Keeps the snapshot of a family of documents up to date: hears every transaction, notes which records it touched,
 * and rebuilds exactly those when somebody next asks. Never writes.
 */
import * as Y from 'yjs'
import type { Disposer } from '../shared/disposer.ts'
import { readSingleton } from './defineSingleton.ts'
import { type DocumentName, documentNames } from './documentName.ts'
import { createKeyedTable, type KeyedReader } from './keyedTable.ts'
import { type OriginKind, originKindOf } from './origins.ts'
import { createRecordTable, type PlainRecord, type TableReader } from './recordTable.ts'
import {
  keyedTableNames,
  keyedTables,
  recordTables,
  type SingletonName,
  singletons,
  tableNames,
} from './schema.ts'
import type { WorkshopSnapshot } from './snapshot.ts'

export type WorkshopDocs = Readonly<Record<DocumentName, Y.Doc>>

export interface SnapshotChange {
  readonly document: DocumentName
  readonly origin: OriginKind
}

export interface SnapshotStore {
  readonly snapshot: () => WorkshopSnapshot
  readonly subscribe: (listener: (change: SnapshotChange) => void) => Disposer
  readonly destroy: Disposer
}

interface Readers {
  readonly records: ReadonlyMap<string, TableReader<PlainRecord>>
  readonly keyed: ReadonlyMap<string, KeyedReader>
  readonly singletons: ReadonlyMap<SingletonName, Y.Map<unknown>>
  /** Which reader a root type belongs to. */
  readonly byRoot: ReadonlyMap<object, (key: string) => void>
}

function createReaders(docs: WorkshopDocs, staleSingletons: Set<SingletonName>): Readers {
  const records = new Map<string, TableReader<PlainRecord>>()
  const keyed = new Map<string, KeyedReader>()
  const roots = new Map<SingletonName, Y.Map<unknown>>()
  const byRoot = new Map<object, (key: string) => void>()
  for (const name of tableNames) {
    const definition = recordTables[name]
    const root = docs[definition.document].getMap<unknown>(name)
    const reader = createRecordTable(definition, root)
    records.set(name, reader)
    byRoot.set(root, reader.touch)
  }
  for (const name of keyedTableNames) {
    const root = docs[keyedTables[name].document].getMap<unknown>(name)
    const reader = createKeyedTable(keyedTables[name], root)
    keyed.set(name, reader)
    byRoot.set(root, reader.touch)
  }
  for (const name of Object.keys(singletons) as SingletonName[]) {
    const root = docs[singletons[name].document].getMap<unknown>(name)
    roots.set(name, root)
    byRoot.set(root, () => staleSingletons.add(name))
  }
  return { records, keyed, singletons: roots, byRoot }
}

/** The root type above a changed type, and the key under the root that leads to it (null: the root itself changed). */
function rootOf(changed: Y.AbstractType<unknown>): { root: Y.AbstractType<unknown>; key: string | null } {
  let type = changed
  let key: string | null = null
  while (type._item !== null) {
    key = type._item.parentSub
    type = type._item.parent as Y.AbstractType<unknown>
  }
  return { root: type, key }
}

function touchChanged(transaction: Y.Transaction, readers: Readers): boolean {
  let touchedAny = false
  for (const [type, keys] of transaction.changed) {
    const { root, key } = rootOf(type as Y.AbstractType<unknown>)
    const touch = readers.byRoot.get(root)
    if (touch !== undefined) {
      touchedAny = true
      if (key !== null) touch(key)
      else for (const changedKey of keys) if (changedKey !== null) touch(changedKey)
      continue
    }
    const lateText = /^text:([^:]+):/.exec(Y.findRootTypeKey(root))
    if (lateText?.[1] !== undefined) {
      touchedAny = true
      for (const reader of readers.records.values()) reader.touch(lateText[1])
    }
  }
  return touchedAny
}

export function createSnapshotStore(docs: WorkshopDocs): SnapshotStore {
  const staleSingletons = new Set<SingletonName>(Object.keys(singletons) as SingletonName[])
  const readers = createReaders(docs, staleSingletons)
  const listeners = new Set<(change: SnapshotChange) => void>()
  let current: WorkshopSnapshot | null = null

  function build(): WorkshopSnapshot {
    const next: Record<string, unknown> = {}
    const previous = current as Readonly<Record<string, unknown>> | null
    const bin: Record<string, unknown> = {}
    for (const [name, reader] of readers.records) {
      const state = reader.read()
      next[name] = state.live
      bin[name] = state.bin
    }
    for (const [name, reader] of readers.keyed) next[name] = reader.read()
    for (const [name, root] of readers.singletons) {
      const isStale = previous === null || staleSingletons.has(name)
      next[name] = isStale ? readSingleton(singletons[name], root) : previous[name]
    }
    staleSingletons.clear()
    const oldBin = current?.bin as Readonly<Record<string, unknown>> | undefined
    next['bin'] =
      oldBin !== undefined && tableNames.every((name) => oldBin[name] === bin[name]) ? oldBin : bin
    const unchanged = previous !== null && Object.keys(next).every((name) => previous[name] === next[name])
    // The tables were read with their own definitions; this is the one place that says so to the type checker.
    return unchanged && current !== null ? current : (next as unknown as WorkshopSnapshot)
  }

  function snapshot(): WorkshopSnapshot {
    const isStale =
      current === null ||
      staleSingletons.size > 0 ||
      [...readers.records.values(), ...readers.keyed.values()].some((reader) => reader.isStale())
    if (isStale) current = build()
    return current as WorkshopSnapshot
  }

  const handlers = documentNames.map((document) => {
    const handler = (transaction: Y.Transaction) => {
      if (!touchChanged(transaction, readers)) return
      const change: SnapshotChange = { document, origin: originKindOf(transaction.origin) }
      for (const listener of listeners) listener(change)
    }
    docs[document].on('afterTransaction', handler)
    return () => docs[document].off('afterTransaction', handler)
  })

  return {
    snapshot,
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    destroy: () => {
      listeners.clear()
      for (const off of handlers) off()
    },
  }
}
