/**
 * The photos of a poster, small enough to look at: decoded once while the panel is open, however often it is laid out
 * again. What cannot be decoded stays an empty frame, as in the file.
 */
import type { ShownPicture } from '../../features/poster/posterTools.ts'
import type { PosterPictures } from '../../poster/posterJob.ts'
import type { Disposer } from '../../shared/disposer.ts'

/** Pixels; a preview is looked at, not printed. */
const WIDTH = 320

export interface PreviewPictures {
  readonly of: (pictures: PosterPictures) => Promise<ReadonlyMap<string, ShownPicture>>
  readonly close: Disposer
}

export function createPreviewPictures(): PreviewPictures {
  const decoded = new Map<Uint8Array, ShownPicture | null>()
  const decode = async (bytes: Uint8Array): Promise<ShownPicture | null> => {
    const known = decoded.get(bytes)
    if (known !== undefined) return known
    const shown = await shownOf(bytes)
    decoded.set(bytes, shown)
    return shown
  }
  return {
    of: async (pictures) => {
      const found = new Map<string, ShownPicture>()
      for (const [id, bytes] of pictures) {
        const shown = await decode(bytes)
        if (shown !== null) found.set(id, shown)
      }
      return found
    },
    close: () => {
      for (const shown of decoded.values()) if (shown?.image instanceof ImageBitmap) shown.image.close()
      decoded.clear()
    },
  }
}

async function shownOf(bytes: Uint8Array): Promise<ShownPicture | null> {
  try {
    const image = await createImageBitmap(new Blob([new Uint8Array(bytes)], { type: 'image/jpeg' }), {
      resizeWidth: WIDTH,
      resizeQuality: 'medium',
    })
    return { image, width: image.width, height: image.height }
  } catch (cause) {
    if (cause instanceof DOMException) return null
    throw cause
  }
}
