/**
 * Puts a document and its place on this device together, and makes a session of them. The document may hold something
 * already (just created, joined or read from a file): what is stored is merged into it, never the other way round.
 */
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { Result } from '../../shared/result.ts'
import { ok } from '../../shared/result.ts'
import type { WorkshopLoadFailure } from '../../storage/persistWorkshop.ts'
import { persistWorkshop } from '../../storage/persistWorkshop.ts'
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
  const hasGaps = loaded.ok && Object.values(loaded.value).some((report) => report.hasGaps)
  return ok(createSession({ device, entry, document, persistence, recovered: !loaded.ok, hasGaps }))
}
