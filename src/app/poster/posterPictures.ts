/** The pictures a poster names, from this device; one that is elsewhere stays an empty frame. */
import type { Scene } from '../../layout/scene.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { PosterPictures } from '../../poster/posterJob.ts'
import type { MediaStore } from '../../storage/mediaStore.ts'

export async function posterPictures(
  snapshot: WorkshopSnapshot,
  scenes: readonly Scene[],
  store: MediaStore | null,
): Promise<PosterPictures> {
  const pictures = new Map<string, Uint8Array>()
  if (store === null) return pictures
  const ids = new Set(
    scenes.flatMap(({ ops }) => ops.flatMap((op) => (op.kind === 'picture' ? [op.mediaId] : []))),
  )
  for (const id of ids) {
    const media = snapshot.media.get(id as never)
    if (media === undefined || media.mime !== 'image/jpeg' || media.sha256 === '') continue
    const found = await store.read(media.sha256)
    if (!found.ok || found.value === null) continue
    pictures.set(id, found.value.bytes)
  }
  return pictures
}
