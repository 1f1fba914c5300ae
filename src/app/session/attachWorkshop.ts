/**
 * Puts a document and its place on this device together, and makes a session of them. The document may hold something
 * already (just created, joined or read from a file): what is stored is merged into it, never the other way round.
 */
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import type { WorkshopLoadFailure } from '../../storage/persistWorkshop.ts'
import { persistWorkshop } from '../../storage/persistWorkshop.ts'
import { storageFailure } from '../../storage/storageFailure.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import type { Device } from '../device.ts'
import { createSession } from './createSession.ts'
import type { WorkshopSession } from './workshopSession.ts'

export async function attachWorkshop(
  device: Device,
  entry: WorkshopEntry,
  document: WorkshopDocument,
): Promise<Result<WorkshopSession, WorkshopLoadFailure>> {
  const { workshopId } = entry
  const persistence = persistWorkshop({
    workshopId,
    documents: { ...document.docs },
    database: device.database,
  })
  const loaded = await persistence.loaded
  if (!loaded.ok && !loaded.error.recovered) {
    await persistence.close()
    return loaded
  }
  // Whoever is in the catalogue had an id once: without it the map is not empty, it could not be read.
  if (document.snapshot().meta.workshopId === '') {
    await persistence.close()
    return err({
      ...storageFailure('damaged', 'the stored map says nothing'),
      document: 'map',
      recovered: false,
    })
  }
  const reports = loaded.ok ? Object.values(loaded.value) : []
  return ok(
    createSession({
      device,
      entry,
      document,
      persistence,
      recovered: !loaded.ok,
      damagedRows: reports.reduce((sum, report) => sum + report.damagedRows, 0),
    }),
  )
}
