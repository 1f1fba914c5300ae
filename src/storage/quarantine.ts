/** Rows of a log that cannot be read are work of somebody's all the same: kept as they are, out of the log's way. */
import type { Result } from '../shared/result.ts'
import { attempt } from './attempt.ts'
import type { DocumentKey } from './checkpoints.ts'
import type { DeviceDatabase, QuarantineRow } from './database.ts'
import type { StorageFailure } from './storageFailure.ts'
import type { DamagedRow } from './updateLog.ts'

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
