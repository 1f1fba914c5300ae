/** Event logs and survey answers lie beside the document, by their hash: kept before the map names them. */
import type { ImportPlan } from '../../exchange/ImportPlan.ts'
import type { Result } from '../../shared/result.ts'
import { ok } from '../../shared/result.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { AppServices } from '../services.ts'

export async function keepAttachments(
  { device }: AppServices,
  workshopId: string,
  { attachments }: Pick<ImportPlan, 'attachments'>,
): Promise<Result<void, StorageFailure>> {
  if (!device.ok) return device
  for (const { content } of attachments) {
    const saved = await device.value.media.save(workshopId, content, 'text/csv')
    if (!saved.ok) return saved
  }
  return ok(undefined)
}
