/**
 * Keeps work from being lost with the window, whatever screen is shown: the app is not updated as long as something in
 * an open workshop is only in memory, and the browser asks before it closes as long as something is only in memory or
 * not on the relay yet, because the device may be a borrowed one.
 */
import type { Disposer } from '../../shared/disposer.ts'
import type { AppServices } from '../services.ts'
import { asksBeforeClosing } from './asksBeforeClosing.ts'
import type { WorkshopSession } from './workshopSession.ts'

type ClosingPage = Pick<Window, 'addEventListener' | 'removeEventListener'>

export function guardSessions(
  { sessions, readiness, clock }: Pick<AppServices, 'sessions' | 'readiness' | 'clock'>,
  page: ClosingPage,
): Disposer {
  const stop = readiness.addGuard(() => (sessions.open().some(isUnsaved) ? 'unsaved' : null))
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    if (sessions.open().some((session) => wouldLose(session, clock.now()))) event.preventDefault()
  }
  page.addEventListener('beforeunload', onBeforeUnload)
  return () => {
    stop()
    page.removeEventListener('beforeunload', onBeforeUnload)
  }
}

function isUnsaved({ persistence }: WorkshopSession): boolean {
  const { state } = persistence.status.get()
  return state === 'saving' || state === 'notSaved'
}

function wouldLose({ persistence, connection, pictures }: WorkshopSession, now: number): boolean {
  const { delivery } = connection.get()
  return asksBeforeClosing(persistence.status.get(), delivery.get(), pictures.status.get(), now)
}
