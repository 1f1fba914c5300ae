/**
 * Versions that travel in a workshop file: read here for the file that is written, kept here from the file that comes
 * in. What comes from elsewhere counts as older than everything of this device, so that it is never taken for the newest
 * second copy when a log has to be made up for.
 */
import { err, ok, type Result } from '../shared/result.ts'
import { attempt } from './attempt.ts'
import { type DocumentKey, listCheckpoints, readCheckpoint } from './checkpoints.ts'
import type { CheckpointRow, DeviceDatabase } from './database.ts'
import { copyOf, hashBytes } from './hashBytes.ts'
import { whyUnreadable } from './mergeUpdates.ts'
import { storageFailure, type StorageFailure } from './storageFailure.ts'
import { VERSION_NAME_LENGTH } from './versionNames.ts'

export interface CarriedVersion {
  readonly at: number
  /** Empty unless a person named it. */
  readonly label: string
  readonly state: Uint8Array
}

/** The newest first, as many as fit into `maxBytes`; one that cannot be read any more is passed over. */
export async function versionsToCarry(
  database: DeviceDatabase,
  key: DocumentKey,
  maxBytes: number,
): Promise<Result<readonly CarriedVersion[], StorageFailure>> {
  const entries = await listCheckpoints(database, key)
  if (!entries.ok) return entries
  const carried: CarriedVersion[] = []
  let bytes = 0
  for (const { id, at, name } of entries.value) {
    const state = await readCheckpoint(database, id)
    if (!state.ok) continue
    bytes += state.value.byteLength
    if (bytes > maxBytes) break
    carried.push({ at, label: name ?? '', state: state.value })
  }
  return ok(carried)
}

/** All of them or none; those that are here already are not kept twice. Gives how many came in. */
export async function keepCarriedVersions(
  database: DeviceDatabase,
  key: DocumentKey,
  versions: readonly CarriedVersion[],
): Promise<Result<number, StorageFailure>> {
  const hashed: (CarriedVersion & { readonly sha256: string })[] = []
  for (const version of versions) {
    const reason = whyUnreadable(version.state)
    if (reason !== null) return err(storageFailure('damaged', reason))
    hashed.push({ ...version, sha256: await hashBytes(version.state) })
  }
  // The newest first, as in the list that they will be shown in.
  hashed.sort((a, b) => b.at - a.at)
  const { checkpoints, versionNames } = database
  return attempt(() =>
    database.transaction('rw', checkpoints, versionNames, async () => {
      const rows = await checkpoints.where('[workshopId+document]').equals(ofDocument(key)).toArray()
      const held = new Set(rows.map(({ sha256 }) => sha256))
      let id = Math.min(0, (await checkpoints.orderBy(':id').first())?.id ?? 0)
      let count = 0
      for (const { at, label, state, sha256 } of hashed) {
        if (held.has(sha256)) continue
        held.add(sha256)
        id -= 1
        count += 1
        const row: CheckpointRow = { ...namesOf(key), id, at, state: copyOf(state).buffer, sha256 }
        await checkpoints.add(row)
        const name = label.trim().slice(0, VERSION_NAME_LENGTH)
        if (name !== '') await versionNames.put({ checkpointId: id, ...namesOf(key), name })
      }
      return count
    }),
  )
}

function namesOf({ workshopId, document }: DocumentKey): DocumentKey {
  return { workshopId, document }
}

function ofDocument({ workshopId, document }: DocumentKey): [string, string] {
  return [workshopId, document]
}
