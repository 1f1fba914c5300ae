/**
 * Pictures and files beside the documents, found by the SHA-256 of their bytes. "Saved" means read back and compared.
 * Each is kept once, however many workshops show it, and goes when the last of them goes.
 */
import { type Clock, systemClock } from '../shared/clock.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { attempt } from './attempt.ts'
import type { BlobRow, DeviceDatabase } from './database.ts'
import { copyOf, hashBytes } from './hashBytes.ts'
import { storageFailure, type StorageFailure } from './storageFailure.ts'

export interface StoredMedia {
  readonly sha256: string
  readonly bytes: Uint8Array
  readonly mime: string
}

export interface MediaStore {
  /** Ok only after the bytes were read back and their hash compared. */
  readonly save: (
    workshopId: string,
    bytes: Uint8Array,
    mime: string,
  ) => Promise<Result<{ readonly sha256: string }, StorageFailure>>
  /** Null when they are not on this device; `damaged` when they are no longer what they were. */
  readonly read: (sha256: string) => Promise<Result<StoredMedia | null, StorageFailure>>
  /** The hashes a workshop has bytes for on this device. */
  readonly list: (workshopId: string) => Promise<Result<readonly string[], StorageFailure>>
  /** For a duplicate: it shows the same pictures. */
  readonly share: (fromWorkshop: string, toWorkshop: string) => Promise<Result<void, StorageFailure>>
}

export function createMediaStore(database: DeviceDatabase, clock: Clock = systemClock): MediaStore {
  const { blobUses } = database
  return {
    save: (workshopId, bytes, mime) => save(database, workshopId, bytes, mime, clock.now()),
    read: (sha256) => read(database, sha256),
    list: (workshopId) =>
      attempt(async () => {
        const uses = await blobUses.where('workshopId').equals(workshopId).toArray()
        return uses.map((use) => use.sha256)
      }),
    share: (fromWorkshop, toWorkshop) =>
      attempt(() =>
        database.transaction('rw', blobUses, async () => {
          const uses = await blobUses.where('workshopId').equals(fromWorkshop).toArray()
          await blobUses.bulkPut(uses.map(({ sha256 }) => ({ workshopId: toWorkshop, sha256 })))
        }),
      ),
  }
}

async function save(
  database: DeviceDatabase,
  workshopId: string,
  bytes: Uint8Array,
  mime: string,
  now: number,
): Promise<Result<{ readonly sha256: string }, StorageFailure>> {
  const sha256 = await hashBytes(bytes)
  const row: BlobRow = { sha256, bytes: copyOf(bytes).buffer, mime, createdAt: now }
  const written = await attempt(() =>
    database.transaction('rw', database.blobs, database.blobUses, async () => {
      await database.blobs.put(row)
      await database.blobUses.put({ workshopId, sha256 })
    }),
  )
  if (!written.ok) return written
  const back = await read(database, sha256)
  if (!back.ok) return err(storageFailure('mismatch', back.error.detail))
  if (back.value === null)
    return err(storageFailure('mismatch', `${sha256} is gone right after it was written`))
  return ok({ sha256 })
}

async function read(
  database: DeviceDatabase,
  sha256: string,
): Promise<Result<StoredMedia | null, StorageFailure>> {
  const row = await attempt(() => database.blobs.get(sha256))
  if (!row.ok) return row
  if (row.value === undefined) return ok(null)
  const bytes = new Uint8Array(row.value.bytes)
  if ((await hashBytes(bytes)) !== sha256) {
    return err(storageFailure('damaged', `the bytes stored as ${sha256} have another hash`))
  }
  return ok({ sha256, bytes, mime: row.value.mime })
}
