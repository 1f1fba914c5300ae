/**
 * Keeps work from being lost with the window: the app is not updated and the browser asks before it closes, as long as
 * something here is only in memory.
 */
import { useEffect } from 'react'
import { useServices } from '../ServicesContext.ts'
import type { WorkshopSession } from './workshopSession.ts'

export function useSessionGuard(session: WorkshopSession): void {
  const { readiness } = useServices()
  useEffect(() => {
    const isUnsaved = () => {
      const { state } = session.persistence.status.get()
      return state === 'saving' || state === 'notSaved'
    }
    const stop = readiness.addGuard(() => (isUnsaved() ? 'unsaved' : null))
    const onBeforeUnload = (event: BeforeUnloadEvent) => {
      if (session.persistence.status.get().state === 'notSaved') event.preventDefault()
    }
    window.addEventListener('beforeunload', onBeforeUnload)
    return () => {
      stop()
      window.removeEventListener('beforeunload', onBeforeUnload)
    }
  }, [session, readiness])
}
