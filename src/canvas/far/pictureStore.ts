/** Decoded pictures for the far canvas: asked for while painting, fetched once each, announced when they are there. */
import type { Disposer } from '../../shared/disposer.ts'
import type { Picture } from './drawScene.ts'
import type { MediaUrl } from '../projection/SceneOps.tsx'

export interface PictureStore {
  readonly get: (mediaId: string) => Picture | undefined
  readonly dispose: Disposer
}

export function createPictureStore(mediaUrl: MediaUrl, onLoaded: () => void): PictureStore {
  const images = new Map<string, HTMLImageElement>()
  let isDisposed = false
  const load = (url: string) => {
    const image = new Image()
    image.decoding = 'async'
    image.onload = () => {
      if (!isDisposed) onLoaded()
    }
    image.src = url
    images.set(url, image)
    return image
  }
  return {
    get: (mediaId) => {
      const url = mediaUrl(mediaId)
      if (url === undefined) return undefined
      const image = images.get(url) ?? load(url)
      const { naturalWidth: width, naturalHeight: height } = image
      return image.complete && width > 0 ? { image, width, height } : undefined
    },
    dispose: () => {
      isDisposed = true
      images.clear()
    },
  }
}
