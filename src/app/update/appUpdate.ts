/**
 * The update of the app across tabs: one value for the prompt, one action behind its button. Puts together the service
 * worker, the agreement between tabs and the reload of those that agreed.
 */
import type { Disposer } from '../../shared/disposer.ts'
import { randomId } from '../../shared/ids.ts'
import { systemTimers } from '../../shared/timers.ts'
import type { ReadableValue } from '../../shared/valueStore.ts'
import { createValueStore } from '../../shared/valueStore.ts'
import type { AppServices } from '../services.ts'
import { enterTabRoster } from './openTabs.ts'
import { watchServiceWorker } from './serviceWorkerUpdate.ts'
import type { TabMessenger, TabObjection } from './tabAgreement.ts'
import { createTabAgreement } from './tabAgreement.ts'
import { reloadPage } from '../reloadPage.ts'

export type UpdateState =
  | { readonly state: 'current' }
  | { readonly state: 'waiting'; readonly objection: TabObjection | null }
  | { readonly state: 'updating' }

export interface AppUpdate {
  readonly state: ReadableValue<UpdateState>
  /** Asks all tabs, and updates when nobody objects; else the state says why not. */
  readonly apply: () => Promise<void>
  readonly close: Disposer
}

export type AppUpdateServices = Pick<AppServices, 'readiness' | 'logger' | 'sessions' | 'clock'>

/** Null where there is no service worker: plain http, old browsers, development. Never rejects. */
export async function startAppUpdate(services: AppUpdateServices): Promise<AppUpdate | null> {
  if (!('serviceWorker' in navigator) || !('locks' in navigator)) return null
  return watchForUpdates(services).catch((cause: unknown) => {
    services.logger.warn('the app cannot be kept for working offline', { cause: String(cause) })
    return null
  })
}

async function watchForUpdates(services: AppUpdateServices): Promise<AppUpdate> {
  const { readiness, sessions } = services
  const flush = () => flushAll(sessions)
  const state = createValueStore<UpdateState>({ state: 'current' })
  const tabId = randomId(10)
  const roster = enterTabRoster(tabId, navigator.locks)
  let agreed = false
  let takenOver = false
  /** Between agreeing and now somebody may have begun to type. */
  const reload = () => {
    const objection = readiness.busy()
    if (objection === null) reloadPage()
    else state.set({ state: 'waiting', objection })
  }
  const worker = await watchServiceWorker({
    container: navigator.serviceWorker,
    scriptUrl: '/sw.js',
    timers: systemTimers,
    onTakenOver: () => {
      if (!agreed) return
      takenOver = true
      reload()
    },
    ...lookedFor(services),
  })
  const agreement = createTabAgreement({
    tabId,
    messenger: broadcastMessenger('etappe-update'),
    openTabs: roster.list,
    timers: systemTimers,
    busy: readiness.busy,
    onAgreed: () => {
      agreed = true
      void flush()
    },
  })
  const show = () =>
    state.set(worker.waiting.get() ? { state: 'waiting', objection: null } : { state: 'current' })
  const stopWatching = worker.waiting.subscribe(show)
  show()
  return {
    state,
    apply: async () => {
      if (takenOver) return reload()
      const objection = await agreement.ask()
      if (objection !== null) return state.set({ state: 'waiting', objection })
      agreed = true
      state.set({ state: 'updating' })
      if (await flush()) return worker.activate()
      agreed = false
      state.set({ state: 'waiting', objection: 'unsaved' })
    },
    close: () => {
      stopWatching()
      agreement.close()
      worker.close()
      roster.leave()
    },
  }
}

/** False when something could not be saved. */
async function flushAll(sessions: AppUpdateServices['sessions']): Promise<boolean> {
  const flushed = await Promise.all(sessions.open().map((session) => session.persistence.flush()))
  return flushed.every((result) => result.ok)
}

function lookedFor({ logger, clock }: AppUpdateServices) {
  const onLookFailed = (cause: unknown) => logger.info('no news about the app', { cause: String(cause) })
  return { page: document, clock, onLookFailed }
}

function broadcastMessenger(name: string): TabMessenger {
  const channel = new BroadcastChannel(name)
  return {
    post: (message) => channel.postMessage(message),
    listen: (receive) => {
      channel.onmessage = (event: MessageEvent<unknown>) => receive(event.data)
      return () => channel.close()
    },
  }
}
