/** The pictures a poster names, from this device; one that is elsewhere stays an empty frame. */
import type { Scene } from '../../layout/scene.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { PosterPictures } from '../../poster/posterJob.ts'
import type { MediaStore } from '../../storage/mediaStore.ts'

export function pictureIds(scenes: readonly Scene[]): ReadonlySet<string> {
  return new Set(
    scenes.flatMap(({ ops }) => ops.flatMap((op) => (op.kind === 'picture' ? [op.mediaId] : []))),
  )
}

/** Those in `known` are not read again. */
export async function posterPictures(
  snapshot: WorkshopSnapshot,
  scenes: readonly Scene[],
  store: MediaStore | null,
  known: PosterPictures = new Map(),
): Promise<Map<string, Uint8Array>> {
  const pictures = new Map<string, Uint8Array>()
  for (const id of pictureIds(scenes)) {
    const bytes = known.get(id) ?? (await readPicture(snapshot, id, store))
    if (bytes !== null) pictures.set(id, bytes)
  }
  return pictures
}

async function readPicture(
  snapshot: WorkshopSnapshot,
  id: string,
  store: MediaStore | null,
): Promise<Uint8Array | null> {
  const media = snapshot.media.get(id as never)
  if (store === null || media === undefined || media.mime !== 'image/jpeg' || media.sha256 === '') return null
  const found = await store.read(media.sha256)
  return found.ok ? (found.value?.bytes ?? null) : null
}
