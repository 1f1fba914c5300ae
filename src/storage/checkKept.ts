/**
 * The checks a person can run now: what was written a moment ago reads back the same, everything of the open workshop
 * is committed and can be read back, and its second copy can be read again and is the state of now.
 */
import { ok, type Result } from '../shared/result.ts'
import { listCheckpoints, readCheckpoint } from './checkpoints.ts'
import type { DeviceDatabase } from './database.ts'
import type { WorkshopPersistence } from './persistWorkshop.ts'
import { probeStorage } from './storageHealth.ts'
import type { StorageFailure } from './storageFailure.ts'

export const KEPT_CHECKS = ['probe', 'flush', 'log', 'copy'] as const

export type KeptCheck = (typeof KEPT_CHECKS)[number]

export interface CheckedWorkshop {
  readonly database: DeviceDatabase
  readonly workshopId: string
  readonly persistence: Pick<WorkshopPersistence, 'flush' | 'verify' | 'checkpoint'>
}

export type KeptReport = Readonly<Record<KeptCheck, Result<void, StorageFailure>>>

export async function checkKept(checked: CheckedWorkshop): Promise<KeptReport> {
  return {
    probe: await probeStorage(checked.database),
    flush: await checked.persistence.flush(),
    log: await checked.persistence.verify(),
    copy: await checkCopy(checked),
  }
}

/** Writing compares already, but nothing is written when nothing changed since: so it is read again. */
async function checkCopy({
  database,
  workshopId,
  persistence,
}: CheckedWorkshop): Promise<Result<void, StorageFailure>> {
  const written = await persistence.checkpoint()
  if (!written.ok) return written
  const copies = await listCheckpoints(database, { workshopId, document: 'map' })
  if (!copies.ok) return copies
  const read = await readCheckpoint(database, copies.value[0]?.id ?? 0)
  return read.ok ? ok(undefined) : read
}
