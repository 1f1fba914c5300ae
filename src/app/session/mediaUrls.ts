/**
 * Addresses for pictures that are on this device. Asking is synchronous, because a map asks while it draws; bytes that
 * are not read yet are fetched, and whoever subscribed hears when there is something new to draw.
 */
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { Disposer } from '../../shared/disposer.ts'
import type { Logger } from '../../shared/logger.ts'
import type { MediaStore } from '../../storage/mediaStore.ts'

export interface MediaUrls {
  /** Undefined while the bytes are not here. */
  readonly urlOf: (mediaId: string) => string | undefined
  readonly subscribe: (listener: () => void) => Disposer
  /** Grows with every picture that became available. */
  readonly version: () => number
  /** Asks again for what was not here: after a picture was kept. */
  readonly refresh: () => void
  readonly close: Disposer
}

export function createMediaUrls(document: WorkshopDocument, media: MediaStore, logger: Logger): MediaUrls {
  const urls = new Map<string, string>()
  const asked = new Set<string>()
  const listeners = new Set<() => void>()
  let version = 0
  let closed = false
  const load = async (sha256: string): Promise<void> => {
    const found = await media.read(sha256)
    if (!found.ok) logger.warn('a picture of this device could not be read', { ...found.error, sha256 })
    if (closed || !found.ok || found.value === null) return
    const bytes = new Uint8Array(found.value.bytes)
    urls.set(sha256, URL.createObjectURL(new Blob([bytes], { type: shownMime(found.value.mime) })))
    version += 1
    for (const listener of listeners) listener()
  }
  return {
    urlOf: (mediaId) => {
      const sha256 = document.snapshot().media.get(mediaId as never)?.sha256 ?? ''
      if (sha256 === '') return undefined
      if (!urls.has(sha256) && !asked.has(sha256)) {
        asked.add(sha256)
        void load(sha256)
      }
      return urls.get(sha256)
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    version: () => version,
    refresh: () => {
      for (const sha256 of asked) if (!urls.has(sha256)) asked.delete(sha256)
      version += 1
      for (const listener of listeners) listener()
    },
    close: () => {
      closed = true
      for (const url of urls.values()) URL.revokeObjectURL(url)
    },
  }
}

/** What a document calls a file is not to be believed: an address of ours never leads to something that could run. */
export function shownMime(mime: string): string {
  return /^(image\/(jpeg|png|webp|gif|avif)|(audio|video)\/[a-z0-9]+)$/.test(mime)
    ? mime
    : 'application/octet-stream'
}
