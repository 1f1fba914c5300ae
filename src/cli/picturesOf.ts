/** The photos that lie beside a workshop in its file, by the id of their record; tables have none. */
import type { FileMedia } from '../exchange/workshopFile/workshopFile.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import type { PosterPictures } from '../poster/posterJob.ts'

export function picturesOf(snapshot: WorkshopSnapshot, media: readonly FileMedia[]): PosterPictures {
  const byHash = new Map(media.map(({ sha256, bytes }) => [sha256, bytes]))
  const pictures = new Map<string, Uint8Array>()
  for (const { id, mime, sha256 } of snapshot.media.values()) {
    const bytes = byHash.get(sha256)
    if (mime === 'image/jpeg' && bytes !== undefined) pictures.set(id, bytes)
  }
  return pictures
}
