/**
 * Keeps work from being lost with the window: the app is not updated as long as something here is only in memory, and
 * the browser asks before it closes as long as something is only in memory or not on the relay yet, because the device
 * may be a borrowed one.
 */
import { useEffect } from 'react'
import { useServices } from '../ServicesContext.ts'
import { asksBeforeClosing } from './asksBeforeClosing.ts'
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
      const save = session.persistence.status.get()
      const delivery = session.connection.get().delivery.get()
      if (asksBeforeClosing(save, delivery)) event.preventDefault()
    }
    window.addEventListener('beforeunload', onBeforeUnload)
    return () => {
      stop()
      window.removeEventListener('beforeunload', onBeforeUnload)
    }
  }, [session, readiness])
}
