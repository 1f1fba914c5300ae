/**
 * Takes one workshop off this device. The entry goes first: an open tab that sees its log vanish looks there and then
 * knows that this was meant, instead of writing everything back. A page that is killed in between leaves a note. Rows
 * that were set aside go too: whoever hands a device back has them in a file by then, who empties the bin was told.
 */
import type { Result } from '../shared/result.ts'
import { attempt } from './attempt.ts'
import { captureNoteKey } from './captureNotes.ts'
import type { DeviceDatabase } from './database.ts'
import { noteRemoval, removeLogs } from './finishRemovals.ts'
import { logName } from './logName.ts'
import type { StorageFailure } from './storageFailure.ts'

export async function removeWorkshopData(
  database: DeviceDatabase,
  workshopId: string,
  documents: readonly string[],
): Promise<Result<void, StorageFailure>> {
  const tables = await attempt(() => removeRows(database, workshopId, documents))
  return tables.ok ? removeLogs(database, workshopId, documents) : tables
}

function removeRows(
  database: DeviceDatabase,
  workshopId: string,
  documents: readonly string[],
): Promise<void> {
  const { workshops, checkpoints, versionNames, blobUses, blobs, quarantine, leases, settings } = database
  const tables = [workshops, checkpoints, versionNames, blobUses, blobs, quarantine, leases, settings]
  return database.transaction('rw', tables, async () => {
    await noteRemoval(database, workshopId, documents)
    await workshops.delete(workshopId)
    await settings.delete(captureNoteKey(workshopId))
    await leases
      .where('name')
      .startsWith(`compact/${logName(workshopId, '')}`)
      .delete()
    for (const table of [checkpoints, versionNames]) {
      await table.where('[workshopId+document]').between([workshopId, ''], [workshopId, '\uffff']).delete()
    }
    await quarantine.where('workshopId').equals(workshopId).delete()
    const uses = await blobUses.where('workshopId').equals(workshopId).toArray()
    await blobUses.where('workshopId').equals(workshopId).delete()
    for (const { sha256 } of uses) {
      if ((await blobUses.where('sha256').equals(sha256).count()) === 0) await blobs.delete(sha256)
    }
  })
}
