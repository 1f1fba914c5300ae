/** Re-encodes a photo and keeps it on this device; it counts as kept only after it was read back. */
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import type { MediaStore } from '../../storage/mediaStore.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { EncodedPicture, EncodeFailure } from './encodePicture.ts'
import { encodePicture } from './encodePicture.ts'
import type { KeptMedia } from './keptMedia.ts'

export type PictureFailure = EncodeFailure | { readonly code: 'notKept'; readonly failure: StorageFailure }

export async function keepPicture(
  media: MediaStore,
  workshopId: string,
  file: File,
): Promise<Result<KeptMedia, PictureFailure>> {
  const encoded = await encodePicture(file)
  if (!encoded.ok) return encoded
  return keepEncoded(media, workshopId, encoded.value, { kind: 'picture', page: null, name: file.name })
}

export async function keepEncoded(
  media: MediaStore,
  workshopId: string,
  { bytes, width, height, preview }: EncodedPicture,
  about: Pick<KeptMedia, 'kind' | 'page' | 'name'>,
): Promise<Result<KeptMedia, PictureFailure>> {
  const mime = 'image/jpeg'
  const saved = await media.save(workshopId, bytes, mime)
  if (!saved.ok) return err({ code: 'notKept', failure: saved.error })
  const { sha256 } = saved.value
  return ok({ ...about, sha256, mime, bytes: bytes.length, width, height, duration: null, preview })
}
