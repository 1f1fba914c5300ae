/** A copy of a workshop of this device under a new id and a new secret: it never merges with the original. */
import { duplicateWorkshop } from '../../model/duplicateWorkshop.ts'
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import { storageFailure } from '../../storage/storageFailure.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import type { AppServices } from '../services.ts'
import { keepNewWorkshop, moderatorPatch } from './keepNewWorkshop.ts'

export async function copyWorkshop(
  services: AppServices,
  entry: WorkshopEntry,
  title: string,
): Promise<Result<void, StorageFailure>> {
  const { device, sessions } = services
  if (!device.ok) return device
  const held = sessions.hold(entry.workshopId)
  const opened = await held.opened
  if (!opened.ok) {
    held.release()
    return err(
      'failure' in opened.error ? opened.error.failure : storageFailure('removed', opened.error.code),
    )
  }
  const copy = duplicateWorkshop(opened.value.document, { title })
  held.release()
  if (!copy.ok) return err(storageFailure('damaged', copy.error.what))
  const kept = await keepNewWorkshop(
    services,
    copy.value,
    { ...moderatorPatch(), thumbnail: entry.thumbnail },
    (workshopId) => device.value.media.share(entry.workshopId, workshopId),
  )
  if (kept.ok) return ok(undefined)
  copy.value.destroy()
  return kept
}
