/** Names that people give to a state of a workshop: "after the interviews". A named copy is never thinned away. */
import { err, ok, type Result } from '../shared/result.ts'
import { attempt } from './attempt.ts'
import type { DeviceDatabase } from './database.ts'
import { storageFailure, type StorageFailure } from './storageFailure.ts'

export const VERSION_NAME_LENGTH = 80

/** An empty name takes the name away; the copy itself stays until its time comes. */
export async function nameVersion(
  database: DeviceDatabase,
  checkpointId: number,
  name: string,
): Promise<Result<void, StorageFailure>> {
  const { checkpoints, versionNames } = database
  const trimmed = name.trim().slice(0, VERSION_NAME_LENGTH)
  const named = await attempt(() =>
    database.transaction('rw', checkpoints, versionNames, async () => {
      const row = await checkpoints.get(checkpointId)
      if (row === undefined) return false
      const { workshopId, document } = row
      if (trimmed === '') await versionNames.delete(checkpointId)
      else await versionNames.put({ checkpointId, workshopId, document, name: trimmed })
      return true
    }),
  )
  if (!named.ok) return named
  return named.value
    ? ok(undefined)
    : err(storageFailure('removed', `copy ${checkpointId} is not here any more`))
}
