/** `mediaUrl` for whatever draws pictures: a new function whenever more of them can be drawn. */
import { useCallback, useEffect, useState, useSyncExternalStore } from 'react'
import { useServices } from '../ServicesContext.ts'
import type { MediaUrls } from './mediaUrls.ts'
import { createMediaUrls } from './mediaUrls.ts'
import type { WorkshopSession } from './workshopSession.ts'

const none: MediaUrls = {
  urlOf: () => undefined,
  subscribe: () => () => undefined,
  version: () => 0,
  refresh: () => undefined,
  close: () => undefined,
}

export interface UsedMedia {
  readonly mediaUrl: (mediaId: string) => string | undefined
  readonly refresh: () => void
}

export function useMediaUrl(session: WorkshopSession): UsedMedia {
  const { device, logger } = useServices()
  const [urls] = useState(() =>
    device.ok ? createMediaUrls(session.document, device.value.media, logger) : none,
  )
  useEffect(() => urls.close, [urls])
  useEffect(() => session.pictures.arrived.subscribe(urls.refresh), [session, urls])
  const version = useSyncExternalStore(urls.subscribe, urls.version)
  const mediaUrl = useCallback(
    (mediaId: string) => (version < 0 ? undefined : urls.urlOf(mediaId)),
    [urls, version],
  )
  return { mediaUrl, refresh: urls.refresh }
}
