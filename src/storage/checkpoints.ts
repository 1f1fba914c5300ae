/**
 * The second, independent line: the full state of a document in another database. Losing the log or this loses
 * nothing, because opening merges both. Copies are thinned over time and are at once the versions people look back at.
 */
import { Dexie } from 'dexie'
import { err, ok, type Result } from '../shared/result.ts'
import { attempt } from './attempt.ts'
import type { CheckpointRow, DeviceDatabase } from './database.ts'
import { copyOf, hashBytes } from './hashBytes.ts'
import { whyUnreadable } from './mergeUpdates.ts'
import { storageFailure, type StorageFailure } from './storageFailure.ts'
import { checkpointsToDrop } from './thinCheckpoints.ts'

export interface DocumentKey {
  readonly workshopId: string
  readonly document: string
}

export interface CheckpointEntry {
  readonly id: number
  readonly at: number
  /** Null unless a person named it. */
  readonly name: string | null
}

/** Ok only after the copy was read back and compared; older copies go only then. The same state is not written twice. */
export async function writeCheckpoint(
  database: DeviceDatabase,
  key: DocumentKey,
  state: Uint8Array,
  at: number,
): Promise<Result<void, StorageFailure>> {
  const { workshopId, document } = key
  const sha256 = await hashBytes(state)
  const held = await attempt(() => newestRow(database, key))
  const newest = held.ok ? held.value : undefined
  if (newest?.sha256 === sha256 && (await isIntact(newest))) return ok(undefined)
  const row: CheckpointRow = { workshopId, document, at, state: copyOf(state).buffer, sha256 }
  const written = await attempt(() => database.checkpoints.add(row))
  if (!written.ok) return written
  const back = await attempt(() => database.checkpoints.get(written.value))
  if (!back.ok) return back
  if (back.value === undefined || !(await isIntact(back.value))) {
    return err(storageFailure('mismatch', `the copy of ${workshopId}/${document} reads back differently`))
  }
  return attempt(() => thin(database, key, at))
}

export type NewestCheckpoint =
  | { readonly outcome: 'merged'; readonly state: Uint8Array }
  | { readonly outcome: 'none'; readonly state: null }
  /** There are copies, but none can be read; or nobody can say whether there are. */
  | { readonly outcome: 'failed'; readonly state: null; readonly failure: StorageFailure }

/** The newest copy of this device's own that can be read: what came with a file (below zero) is only looked back at. */
export async function readNewestCheckpoint(
  database: DeviceDatabase,
  key: DocumentKey,
): Promise<NewestCheckpoint> {
  const keys = await attempt(() => idsOf(database, key))
  if (!keys.ok) return { outcome: 'failed', state: null, failure: keys.error }
  let failure: StorageFailure | null = null
  for (const id of keys.value.reverse()) {
    const state = await readCheckpoint(database, id)
    if (state.ok) return { outcome: 'merged', state: state.value }
    failure ??= state.error
  }
  return failure === null ? { outcome: 'none', state: null } : { outcome: 'failed', state: null, failure }
}

/** The full state a copy holds; `damaged` when it is no longer what was written. */
export async function readCheckpoint(
  database: DeviceDatabase,
  id: number,
): Promise<Result<Uint8Array, StorageFailure>> {
  const row = await attempt(() => database.checkpoints.get(id))
  if (!row.ok) return row
  if (row.value === undefined) return err(storageFailure('removed', `copy ${id} is not here any more`))
  return (await isIntact(row.value))
    ? ok(new Uint8Array(row.value.state))
    : err(storageFailure('damaged', `copy ${id} cannot be read`))
}

/** The copies of a document without their content, the newest first. */
export function listCheckpoints(
  database: DeviceDatabase,
  key: DocumentKey,
): Promise<Result<readonly CheckpointEntry[], StorageFailure>> {
  return attempt(() => entriesOf(database, key))
}

/** Puts a whole document on this device without opening it: for a duplicate, a template, a file. */
export async function seedDocument(
  database: DeviceDatabase,
  key: DocumentKey,
  state: Uint8Array,
  at: number,
): Promise<Result<void, StorageFailure>> {
  const reason = whyUnreadable(state)
  if (reason !== null) return err(storageFailure('damaged', reason))
  const written = await writeCheckpoint(database, key, state, at)
  return written.ok ? ok(undefined) : written
}

/** This device's own, oldest first: by id, because this device's clock may be wrong. */
async function idsOf(database: DeviceDatabase, { workshopId, document }: DocumentKey): Promise<number[]> {
  const keys = await database.checkpoints
    .where('[workshopId+document]')
    .equals([workshopId, document])
    .primaryKeys()
  return keys.filter((id) => id >= 0).sort((a, b) => a - b)
}

async function entriesOf(
  database: DeviceDatabase,
  { workshopId, document }: DocumentKey,
): Promise<CheckpointEntry[]> {
  const named = await database.versionNames
    .where('[workshopId+document]')
    .equals([workshopId, document])
    .toArray()
  const names = new Map(named.map((row) => [row.checkpointId, row.name]))
  const entries: CheckpointEntry[] = []
  await database.checkpoints
    .where('[workshopId+document+at]')
    .between([workshopId, document, Dexie.minKey], [workshopId, document, Dexie.maxKey])
    .eachKey((key, { primaryKey: id }) => {
      const at = (key as unknown as readonly [string, string, number])[2]
      entries.push({ id, at, name: names.get(id) ?? null })
    })
  return entries.sort((a, b) => b.id - a.id)
}

async function newestRow(database: DeviceDatabase, key: DocumentKey): Promise<CheckpointRow | undefined> {
  const id = (await idsOf(database, key)).at(-1)
  return id === undefined ? undefined : database.checkpoints.get(id)
}

/** In one transaction, so that a copy which somebody is just naming stays. */
function thin(database: DeviceDatabase, key: DocumentKey, now: number): Promise<void> {
  return database.transaction('rw', database.checkpoints, database.versionNames, async () => {
    const entries = await entriesOf(database, key)
    const ages = entries.map(({ id, at, name }) => ({ id, at, isNamed: name !== null }))
    await database.checkpoints.bulkDelete([...checkpointsToDrop(ages, now)])
  })
}

async function isIntact(row: CheckpointRow): Promise<boolean> {
  const state = new Uint8Array(row.state)
  return (await hashBytes(state)) === row.sha256 && whyUnreadable(state) === null
}
