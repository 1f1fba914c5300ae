/** What the storage benches share: disks in memory, a workshop of 1,000 cards, and 20,000 edits of it. */
import { IDBFactory } from 'fake-indexeddb'
import { Dexie } from 'dexie'
import * as Y from 'yjs'
import { noLifecycle } from '../../../src/shared/pageLifecycle.ts'
import { silentLogger } from '../../../src/shared/logger.ts'
import { type DeviceDatabase, openDeviceDatabase } from '../../../src/storage/database.ts'
import type { DocumentPersistence } from '../../../src/storage/documentPersistence.ts'
import { persistDocument } from '../../../src/storage/persistDocument.ts'
import { seededNumbers } from '../../model/support/testWorkshop.ts'

export const CARDS = 1_000
export const EDITS = 20_000
export const KEY = { workshopId: 'bench', document: 'map' } as const

export function freshDisk(): void {
  globalThis.indexedDB = new IDBFactory()
  Dexie.dependencies.indexedDB = globalThis.indexedDB
  Dexie.dependencies.IDBKeyRange = globalThis.IDBKeyRange
}

export async function openDisk(): Promise<DeviceDatabase> {
  const opened = await openDeviceDatabase()
  if (!opened.ok) throw new Error(opened.error.detail)
  return opened.value
}

export async function openKept(database: DeviceDatabase, doc: Y.Doc): Promise<DocumentPersistence> {
  const environment = { logger: silentLogger, lifecycle: noLifecycle, locks: null }
  const persistence = persistDocument({ ...KEY, doc, database, environment })
  const loaded = await persistence.loaded
  if (!loaded.ok) throw new Error(loaded.error.detail)
  return persistence
}

type Card = Y.Map<unknown>

export function makeCards(doc: Y.Doc): void {
  const cards = doc.getMap<Card>('cards')
  doc.transact(() => {
    for (let n = 0; n < CARDS; n += 1) {
      const card: Card = new Y.Map()
      cards.set(`card${n}`, card)
      card.set('text', new Y.Text(`An expectation of the traveller, number ${n}`))
      card.set('order', `a${n}`)
    }
  })
}

/** What people do all day: move a card, type a few letters, correct one. One transaction each. */
export function edit(doc: Y.Doc, count: number, seed: number): void {
  const cards = doc.getMap<Card>('cards')
  const next = seededNumbers(seed)
  const pick = (choices: number): number => Math.floor(next() * choices)
  for (let n = 0; n < count; n += 1) {
    const card = cards.get(`card${pick(CARDS)}`)
    const text = card?.get('text')
    if (card === undefined || !(text instanceof Y.Text)) throw new Error('there is no such card')
    const what = pick(3)
    if (what === 0) card.set('order', `b${n}`)
    else if (what === 1) text.insert(pick(text.length), 'ab ')
    else doc.transact(() => text.delete(pick(text.length - 2), 2))
  }
}

export async function rowsOf(name: string): Promise<readonly Uint8Array[]> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open(name)
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(String(request.error)))
  })
  const rows = await new Promise<Uint8Array[]>((resolve, reject) => {
    const request: IDBRequest<Uint8Array[]> = database.transaction('updates').objectStore('updates').getAll()
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(new Error(String(request.error)))
  })
  database.close()
  return rows
}

export const bytesOf = (rows: readonly Uint8Array[]): number =>
  rows.reduce((sum, { byteLength }) => sum + byteLength, 0)

export const millis = async (work: () => Promise<unknown>): Promise<number> => {
  const before = performance.now()
  await work()
  return performance.now() - before
}

export function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN
}
