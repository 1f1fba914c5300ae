/** The logs and surveys that lie beside the document, as far as they are on this device, by their hash. */
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { AppServices } from '../services.ts'

export async function attachmentBytes(
  { device, logger }: AppServices,
  { attachments }: WorkshopSnapshot,
): Promise<ReadonlyMap<string, Uint8Array>> {
  const content = new Map<string, Uint8Array>()
  if (!device.ok) return content
  for (const { sha256 } of attachments.values()) {
    const read = await device.value.media.read(sha256)
    if (!read.ok) logger.warn('an attached file is not in the export', { sha256, ...read.error })
    else if (read.value !== null) content.set(sha256, read.value.bytes)
  }
  return content
}
