/** Re-encodes a photo and keeps it on this device; it counts as kept only after it was read back. */
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import type { MediaStore } from '../../storage/mediaStore.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { EncodedPicture } from './encodePicture.ts'
import { encodePicture } from './encodePicture.ts'

export interface KeptPicture extends EncodedPicture {
  readonly sha256: string
  readonly name: string
}

export type PictureFailure =
  | { readonly code: 'unreadable' }
  | { readonly code: 'notKept'; readonly failure: StorageFailure }

export async function keepPicture(
  media: MediaStore,
  workshopId: string,
  file: File,
): Promise<Result<KeptPicture, PictureFailure>> {
  const encoded = await encodePicture(file)
  if (!encoded.ok) return err({ code: 'unreadable' })
  const saved = await media.save(workshopId, encoded.value.bytes, 'image/jpeg')
  if (!saved.ok) return err({ code: 'notKept', failure: saved.error })
  return ok({ ...encoded.value, sha256: saved.value.sha256, name: file.name })
}
