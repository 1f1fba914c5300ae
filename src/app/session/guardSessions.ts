/**
 * Keeps work from being lost with the window, whatever screen is shown: the app is not updated as long as something in
 * an open workshop is only in memory, and the browser asks before it closes as long as something is only in memory or
 * only on this device, because that may be a borrowed one, or one that clears what nobody has used for a week. Where
 * no workshop is open, the list of this device says what is only here.
 */
import type { Disposer } from '../../shared/disposer.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import { takeReload } from '../reloadPage.ts'
import type { AppServices } from '../services.ts'
import { isNotDelivered, isOnlyInMemory, isOnlyOnDevice } from './asksBeforeClosing.ts'
import type { WorkshopSession } from './workshopSession.ts'

type ClosingPage = Pick<Window, 'addEventListener' | 'removeEventListener'>

export type GuardedServices = Pick<AppServices, 'sessions' | 'readiness' | 'clock' | 'device'>

export function guardSessions(services: GuardedServices, page: ClosingPage): Disposer {
  const { sessions, readiness, device } = services
  let listed: readonly WorkshopEntry[] = []
  const stops = [
    readiness.addGuard(() => (sessions.open().some(isUnsaved) ? 'unsaved' : null)),
    device.ok
      ? device.value.catalogue.subscribe((list) => {
          if (list.ok) listed = list.value
        })
      : () => undefined,
  ]
  const onBeforeUnload = (event: BeforeUnloadEvent) => {
    if (asks(services, listed)) event.preventDefault()
  }
  page.addEventListener('beforeunload', onBeforeUnload)
  return () => {
    for (const stop of stops) stop()
    page.removeEventListener('beforeunload', onBeforeUnload)
  }
}

function asks({ sessions, clock, device }: GuardedServices, listed: readonly WorkshopEntry[]): boolean {
  const open = sessions.open()
  const now = clock.now()
  const isReload = takeReload()
  if (open.some(({ persistence }) => isOnlyInMemory(persistence.status.get(), now))) return true
  if (isReload) return false
  const isPromised = device.ok && device.value.keeping.isGiven.get()
  if (open.length === 0) return listed.some((entry) => isForgotten(entry, isPromised))
  return open.some((session) => isWaiting(session) || isOnlyOnDevice(session.entry.get(), isPromised))
}

/** What lies in the bin was put there on purpose. */
function isForgotten(entry: WorkshopEntry, isPromised: boolean): boolean {
  return entry.deletedAt === null && isOnlyOnDevice(entry, isPromised)
}

function isUnsaved({ persistence }: WorkshopSession): boolean {
  const { state } = persistence.status.get()
  return state === 'saving' || state === 'notSaved'
}

function isWaiting({ connection, pictures }: WorkshopSession): boolean {
  return isNotDelivered(connection.get().delivery.get(), pictures.status.get())
}
