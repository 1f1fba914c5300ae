/** Rows of a log that cannot be read are work of somebody's all the same: kept as they are, out of the log's way. */
import { ok, type Result } from '../shared/result.ts'
import { attempt } from './attempt.ts'
import type { DocumentKey } from './checkpoints.ts'
import type { DeviceDatabase, QuarantineRow } from './database.ts'
import { copyOf, hashBytes } from './hashBytes.ts'
import type { StorageFailure } from './storageFailure.ts'
import type { DamagedRow } from './updateLog.ts'

/** One that can travel in a file; of some rows nothing is left that could be kept. */
export interface SetAside {
  readonly document: string
  readonly at: number
  readonly bytes: Uint8Array
}

export function setAsideRows(
  database: DeviceDatabase,
  { workshopId, document }: DocumentKey,
  rows: readonly DamagedRow[],
  at: number,
): Promise<Result<void, StorageFailure>> {
  return attempt(async () => {
    const kept: QuarantineRow[] = rows.map((row) => ({ workshopId, document, at, ...row }))
    await database.quarantine.bulkAdd(kept)
  })
}

export async function listSetAside(
  database: DeviceDatabase,
  workshopId: string,
): Promise<Result<readonly SetAside[], StorageFailure>> {
  const rows = await attempt(() => database.quarantine.where('workshopId').equals(workshopId).toArray())
  if (!rows.ok) return rows
  return ok(
    rows.value.flatMap(({ document, at, bytes }) =>
      bytes === null || bytes.byteLength === 0 ? [] : [{ document, at, bytes: new Uint8Array(bytes) }],
    ),
  )
}

/** Those that came with a file of the workshop; what is here already is not kept twice. */
export async function keepSetAside(
  database: DeviceDatabase,
  workshopId: string,
  brought: readonly SetAside[],
): Promise<Result<void, StorageFailure>> {
  const held = await listSetAside(database, workshopId)
  if (!held.ok) return held
  const seen = new Set(await hashesOf(held.value))
  const hashes = await hashesOf(brought)
  const rows = brought.flatMap(({ document, at, bytes }, index): QuarantineRow[] => {
    const hash = hashes[index] ?? ''
    if (seen.has(hash)) return []
    seen.add(hash)
    return [{ workshopId, document, at, bytes: copyOf(bytes).buffer, reason: 'came with a file' }]
  })
  return attempt(async () => void (await database.quarantine.bulkAdd(rows)))
}

export function hashesOf(rows: readonly Pick<SetAside, 'bytes'>[]): Promise<readonly string[]> {
  return Promise.all(rows.map(({ bytes }) => hashBytes(bytes)))
}
