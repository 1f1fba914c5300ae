/**
 * Our storage against y-indexeddb by itself, on the same disk in memory and in the same run: opening a workshop of 1,000
 * cards after 20,000 edits, bytes on disk after them and after 100 reloads. And the merge of eight workshop files.
 * Ratios are peer ÷ Etappe.
 */
import 'fake-indexeddb/auto'
import { describe, expect, it } from 'vitest'
import { IndexeddbPersistence } from 'y-indexeddb'
import * as Y from 'yjs'
import { listCheckpoints, readNewestCheckpoint, readCheckpoint } from '../../../src/storage/checkpoints.ts'
import { logName } from '../../../src/storage/logName.ts'
import {
  bytesOf,
  CARDS,
  edit,
  EDITS,
  freshDisk,
  KEY,
  makeCards,
  median,
  millis,
  openDisk,
  openKept,
  rowsOf,
} from './storageBench.ts'

const RELOADS = 100
const ROUNDS = 5
const STOCK = 'stock'
const LOG = logName(KEY.workshopId, KEY.document)

/** Between these the event loop turns, so that edits are written as they come and not all in one transaction. */
const BURST = 20

async function editInBursts(doc: Y.Doc): Promise<void> {
  for (let done = 0; done < EDITS; done += BURST) {
    edit(doc, BURST, done)
    await new Promise((resolve) => setImmediate(resolve))
  }
}

async function writeOurs(): Promise<void> {
  const database = await openDisk()
  const doc = new Y.Doc()
  const persistence = await openKept(database, doc)
  makeCards(doc)
  await editInBursts(doc)
  const flushed = await persistence.flush()
  if (!flushed.ok) throw new Error(flushed.error.detail)
  await persistence.close()
  database.close()
}

/** y-indexeddb says nothing about when it has written; the loop turns until the number of rows rests. */
async function writeStock(): Promise<void> {
  const doc = new Y.Doc()
  const persistence = new IndexeddbPersistence(STOCK, doc)
  await persistence.whenSynced
  makeCards(doc)
  await editInBursts(doc)
  await untilRowsRest()
  await persistence.destroy()
}

async function untilRowsRest(): Promise<void> {
  for (let last = -1; ; ) {
    const { length } = await rowsOf(STOCK)
    if (length === last) return
    last = length
    await new Promise((resolve) => setTimeout(resolve, 1_200))
  }
}

async function openOurs(): Promise<void> {
  const database = await openDisk()
  const doc = new Y.Doc()
  const persistence = await openKept(database, doc)
  expect(doc.getMap('cards').size).toBe(CARDS)
  await persistence.close()
  database.close()
}

async function openStock(): Promise<void> {
  const doc = new Y.Doc()
  const persistence = new IndexeddbPersistence(STOCK, doc)
  await persistence.whenSynced
  expect(doc.getMap('cards').size).toBe(CARDS)
  await persistence.destroy()
}

/** Only until what is stored is in the document: what a person waits for. */
async function timeOurs(): Promise<number> {
  const database = await openDisk()
  const doc = new Y.Doc()
  let close = (): Promise<void> => Promise.resolve()
  const ms = await millis(async () => {
    const persistence = await openKept(database, doc)
    close = () => persistence.close()
  })
  await close()
  database.close()
  return ms
}

async function timeStock(): Promise<number> {
  const doc = new Y.Doc()
  const persistence = new IndexeddbPersistence(STOCK, doc)
  const ms = await millis(() => persistence.whenSynced)
  await persistence.destroy()
  return ms
}

async function timeCheckpoint(): Promise<number> {
  const database = await openDisk()
  const doc = new Y.Doc()
  const ms = await millis(async () => {
    const { state } = await readNewestCheckpoint(database, KEY)
    if (state !== null) Y.applyUpdate(doc, state)
  })
  expect(doc.getMap('cards').size).toBe(CARDS)
  database.close()
  return ms
}

async function repeat(work: () => Promise<number>): Promise<number> {
  const times: number[] = []
  for (let round = 0; round < ROUNDS; round += 1) times.push(await work())
  return median(times)
}

async function checkpointBytes(): Promise<number> {
  const database = await openDisk()
  const list = await listCheckpoints(database, KEY)
  let bytes = 0
  for (const { id } of list.ok ? list.value : []) {
    const state = await readCheckpoint(database, id)
    if (state.ok) bytes += state.value.byteLength
  }
  database.close()
  return bytes
}

const row = (what: string, ours: number, stock: number): void =>
  console.log(`| ${what} | ${ours.toFixed(0)} | ${stock.toFixed(0)} | ${(stock / ours).toFixed(1)}× |`)

describe('storage', () => {
  it('compares a long day and many reloads with y-indexeddb by itself', async () => {
    freshDisk()
    await writeOurs()
    await writeStock()
    const kB = (bytes: number): number => bytes / 1_000
    const [ourRows, stockRows] = [await rowsOf(LOG), await rowsOf(STOCK)]
    const log = await repeat(timeOurs)
    const stock = await repeat(timeStock)
    const checkpoint = await repeat(timeCheckpoint)
    console.log(`\n${CARDS} cards, ${EDITS} edits | Etappe | y-indexeddb by itself | ratio`)
    console.log('| --- | --- | --- | --- |')
    row('log on disk after the edits, kB', kB(bytesOf(ourRows)), kB(bytesOf(stockRows)))
    row('rows in it', ourRows.length, stockRows.length)
    row(`opening: log, checked, with the second copy, ms (median of ${ROUNDS})`, log, stock)
    row('opening from the second copy alone, ms', checkpoint, stock)
    for (let n = 0; n < RELOADS; n += 1) await openOurs()
    for (let n = 0; n < RELOADS; n += 1) await openStock()
    const after = [await rowsOf(LOG), await rowsOf(STOCK)] as const
    row(`log on disk after ${RELOADS} reloads more, kB`, kB(bytesOf(after[0])), kB(bytesOf(after[1])))
    console.log(`| second copies on disk, kB | ${kB(await checkpointBytes()).toFixed(0)} | – | – |`)
    // Ours keeps the right to a few full states before it compacts, and never more.
    expect(bytesOf(after[0])).toBeLessThan(3 * bytesOf(after[1]))
  })
})
