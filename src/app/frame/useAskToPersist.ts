/** Asks the browser to keep what is stored here, once, at the first thing that somebody really wrote. */
import { useEffect } from 'react'
import { askToPersistOnce } from '../../storage/storageHealth.ts'
import { useServices } from '../ServicesContext.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

export function useAskToPersist({ history }: WorkshopSession): void {
  const { settings } = useServices()
  useEffect(() => {
    const stop = history.subscribe(() => {
      if (!history.canUndo()) return
      stop()
      void askToPersistOnce(settings)
    })
    return stop
  }, [history, settings])
}
