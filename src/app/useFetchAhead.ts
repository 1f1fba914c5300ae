/**
 * Where no service worker keeps the app (plain http), everything that a workshop may need later is fetched while the
 * network is there: views, fonts, the poster's worker. The browser's own cache holds what is only fetched.
 */
import { useEffect } from 'react'
// oxlint-disable-next-line import/default -- the bundler makes this export
import posterWorkerUrl from '../poster/poster.worker.ts?worker&url'
// oxlint-disable-next-line import/default -- the bundler makes this export
import codeReaderUrl from './paper/codeReader.worker.ts?worker&url'
import { systemTimers } from '../shared/timers.ts'
import { fetchAllViews } from './lazyView.tsx'
import { useServices } from './ServicesContext.ts'

const AFTER_MS = 1_500
const AGAIN_MS = 30_000

async function fetchAhead(): Promise<void> {
  await fetchAllViews()
  await import('./workshopFile/packWorkshop.ts')
  await (await import('./poster/posterFonts.ts')).loadPosterFonts()
  await (await fetch(posterWorkerUrl)).arrayBuffer()
  await import('./paper/lookForCodes.ts')
  await (await fetch(codeReaderUrl)).arrayBuffer()
}

export function useFetchAhead(): void {
  const { logger } = useServices()
  useEffect(() => {
    if ('serviceWorker' in navigator) return undefined
    let stop = systemTimers.after(AFTER_MS, begin)
    function begin(): void {
      fetchAhead().catch((cause: unknown) => {
        logger.warn('not everything could be fetched ahead', { cause: String(cause) })
        stop = systemTimers.after(AGAIN_MS, begin)
      })
    }
    return () => stop()
  }, [logger])
}
