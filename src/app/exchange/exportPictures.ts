/** The pictures that a drawing names, from this device, as bytes by the id of their record. */
import { isPicture } from '../../layout/svg/sceneToSvg.ts'
import type { Scene } from '../../layout/scene.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { AppServices } from '../services.ts'

export interface ExportPicture {
  readonly mime: string
  readonly bytes: Uint8Array
}

/** One that is elsewhere is missing here: its frame stays empty. */
export async function exportPictures(
  { device, logger }: AppServices,
  snapshot: WorkshopSnapshot,
  { ops }: Scene,
): Promise<ReadonlyMap<string, ExportPicture>> {
  const pictures = new Map<string, ExportPicture>()
  if (!device.ok) return pictures
  const ids = new Set(ops.flatMap((op) => (op.kind === 'picture' ? [op.mediaId] : [])))
  for (const id of ids) {
    const media = snapshot.media.get(id as never)
    if (media === undefined || media.sha256 === '' || !isPicture(media.mime)) continue
    const read = await device.value.media.read(media.sha256)
    if (!read.ok) logger.warn('a picture is not in the export', { sha256: media.sha256, ...read.error })
    else if (read.value !== null) pictures.set(id, { mime: media.mime, bytes: read.value.bytes })
  }
  return pictures
}
