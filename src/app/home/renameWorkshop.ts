/** A new name for a workshop: in its document, so that everybody sees it, and in this device's list. */
import type { CommandError } from '../../model/commandResult.ts'
import { editWorkshop } from '../../model/commands/editWorkshop.ts'
import type { Result } from '../../shared/result.ts'
import { err } from '../../shared/result.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import { storageFailure } from '../../storage/storageFailure.ts'
import type { AppServices } from '../services.ts'

export async function renameWorkshop(
  services: AppServices,
  workshopId: string,
  title: string,
): Promise<Result<void, StorageFailure | CommandError>> {
  const { device, sessions } = services
  if (!device.ok) return device
  const held = sessions.hold(workshopId)
  const opened = await held.opened
  if (!opened.ok) {
    held.release()
    return err(
      'failure' in opened.error ? opened.error.failure : storageFailure('removed', opened.error.code),
    )
  }
  const { document, actor, persistence } = opened.value
  const renamed = editWorkshop(document, actor.get(), { title })
  const flushed = await persistence.flush()
  held.release()
  if (!renamed.ok) return renamed
  if (!flushed.ok) return flushed
  return device.value.catalogue.update(workshopId, { title })
}
