/**
 * The second, independent line: the full state of a document in another database. Losing the log or this loses
 * nothing, because opening merges both. The two newest copies are kept; thinning over weeks comes with the history.
 */
import * as Y from 'yjs'
import { origins } from '../model/origins.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { attempt } from './attempt.ts'
import type { CheckpointRow, DeviceDatabase } from './database.ts'
import { copyOf, hashBytes } from './hashBytes.ts'
import { whyUnreadable } from './mergeUpdates.ts'
import { storageFailure, type StorageFailure } from './storageFailure.ts'

export interface DocumentKey {
  readonly workshopId: string
  readonly document: string
}

const KEPT = 2

/** Ok only after the copy was read back and compared; older copies go only then. The same state is not written twice. */
export async function writeCheckpoint(
  database: DeviceDatabase,
  key: DocumentKey,
  state: Uint8Array,
  at: number,
): Promise<Result<void, StorageFailure>> {
  const { workshopId, document } = key
  const sha256 = await hashBytes(state)
  const held = await attempt(() => rowsOf(database, key))
  const newest = held.ok ? held.value.at(-1) : undefined
  if (newest?.sha256 === sha256 && (await isIntact(newest))) return ok(undefined)
  const row: CheckpointRow = { workshopId, document, at, state: copyOf(state).buffer, sha256 }
  const written = await attempt(() => database.checkpoints.add(row))
  if (!written.ok) return written
  const back = await attempt(() => database.checkpoints.get(written.value))
  if (!back.ok) return back
  if (back.value === undefined || !(await isIntact(back.value))) {
    return err(storageFailure('mismatch', `the copy of ${workshopId}/${document} reads back differently`))
  }
  return attempt(() => dropOlder(database, key))
}

/** Puts the newest readable copy into `doc`. `failed`: there are copies, but none can be read. */
export async function mergeNewestCheckpoint(
  database: DeviceDatabase,
  key: DocumentKey,
  doc: Y.Doc,
): Promise<'merged' | 'none' | 'failed'> {
  const rows = await attempt(() => rowsOf(database, key))
  if (!rows.ok) return 'failed'
  for (const row of rows.value.reverse()) {
    if (await isIntact(row)) {
      Y.applyUpdate(doc, new Uint8Array(row.state), origins.storage)
      return 'merged'
    }
  }
  return rows.value.length === 0 ? 'none' : 'failed'
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

/** Oldest first: by id, because this device's clock may be wrong. */
function rowsOf(database: DeviceDatabase, { workshopId, document }: DocumentKey): Promise<CheckpointRow[]> {
  return database.checkpoints.where('[workshopId+document]').equals([workshopId, document]).sortBy('id')
}

async function dropOlder(database: DeviceDatabase, { workshopId, document }: DocumentKey): Promise<void> {
  const keys = await database.checkpoints
    .where('[workshopId+document]')
    .equals([workshopId, document])
    .primaryKeys()
  await database.checkpoints.bulkDelete(keys.sort((a, b) => a - b).slice(0, -KEPT))
}

async function isIntact(row: CheckpointRow): Promise<boolean> {
  const state = new Uint8Array(row.state)
  return (await hashBytes(state)) === row.sha256 && whyUnreadable(state) === null
}
