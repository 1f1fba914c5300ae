/**
 * Registers the service worker and knows when a new version waits. Nothing is activated by itself, and a page reloads
 * only when it agreed to: the plugin's own prompt mode reloads every tab, with whatever somebody is typing in it.
 */
import type { Clock } from '../../shared/clock.ts'
import type { Disposer } from '../../shared/disposer.ts'
import type { Timers } from '../../shared/timers.ts'
import type { ReadableValue } from '../../shared/valueStore.ts'
import { createValueStore } from '../../shared/valueStore.ts'

export interface ServiceWorkerUpdate {
  /** True once a new version is fetched and waits. */
  readonly waiting: ReadableValue<boolean>
  /** Lets the waiting version take over; pages that agreed reload when it has. */
  readonly activate: () => void
  readonly close: Disposer
}

export interface ServiceWorkerUpdateOptions {
  readonly container: Pick<
    ServiceWorkerContainer,
    'register' | 'controller' | 'addEventListener' | 'removeEventListener'
  >
  readonly scriptUrl: string
  /** The new version is in control now. */
  readonly onTakenOver: () => void
  /** A page that stays open for days looks for news when it is shown again. */
  readonly page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>
  readonly clock: Clock
  readonly timers: Timers
  readonly onLookFailed: (cause: unknown) => void
}

const LOOK_EVERY_MS = 3_600_000
/** A network that goes away ends a first installation for good: without another try the app would not open offline. */
const AGAIN_MS = 10_000

export async function watchServiceWorker(options: ServiceWorkerUpdateOptions): Promise<ServiceWorkerUpdate> {
  const { container, timers } = options
  const register = () => container.register(options.scriptUrl, { scope: '/', updateViaCache: 'none' })
  let registration = await register()
  let stopWaiting: Disposer = () => undefined
  const waiting = createValueStore(false)
  const look = () => waiting.set(registration.waiting !== null && container.controller !== null)
  const onFound = () => {
    const { installing } = registration
    installing?.addEventListener('statechange', () => {
      look()
      if (installing.state === 'redundant' && registration.active === null) again()
    })
  }
  const follow = (next: ServiceWorkerRegistration) => {
    registration.removeEventListener('updatefound', onFound)
    registration = next
    registration.addEventListener('updatefound', onFound)
    onFound()
    look()
  }
  const again = () => {
    stopWaiting()
    stopWaiting = timers.after(AGAIN_MS, () => void register().then(follow, again))
  }
  const hadController = container.controller !== null
  const onControllerChange = () => {
    look()
    if (hadController) options.onTakenOver()
  }
  const stopLooking = lookWhenShown(() => registration.update(), options)
  container.addEventListener('controllerchange', onControllerChange)
  follow(registration)
  return {
    waiting,
    activate: () => registration.waiting?.postMessage({ type: 'SKIP_WAITING' }),
    close: () => {
      stopLooking()
      stopWaiting()
      registration.removeEventListener('updatefound', onFound)
      container.removeEventListener('controllerchange', onControllerChange)
    },
  }
}

/** At most hourly; registering has looked already. */
function lookWhenShown(
  update: () => Promise<unknown>,
  { page, clock, onLookFailed }: ServiceWorkerUpdateOptions,
): Disposer {
  let lookedAt = clock.now()
  const onShown = () => {
    const isDue = Math.abs(clock.now() - lookedAt) >= LOOK_EVERY_MS
    if (page.visibilityState !== 'visible' || !isDue) return
    lookedAt = clock.now()
    update().catch(onLookFailed)
  }
  page.addEventListener('visibilitychange', onShown)
  return () => page.removeEventListener('visibilitychange', onShown)
}
