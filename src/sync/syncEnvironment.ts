/** What sync needs from the outside world, with the real thing as default, so that tests bring their own network. */
import { type Clock, systemClock } from '../shared/clock.ts'
import type { Disposer } from '../shared/disposer.ts'
import { cryptoRandomBytes, type RandomBytes } from '../shared/ids.ts'
import { consoleLogger, type Logger } from '../shared/logger.ts'
import { browserLifecycle, noLifecycle, type PageLifecycle } from '../shared/pageLifecycle.ts'
import { systemTimers, type Timers } from '../shared/timers.ts'

/** A channel between the tabs of this browser; what one posts all others receive. */
export interface TabChannel {
  readonly post: (message: unknown) => void
  readonly listen: (receive: (message: unknown) => void) => void
  readonly close: Disposer
}

export interface SyncEnvironment {
  readonly WebSocket: typeof WebSocket
  /** Null where browsers have no such channel. */
  readonly openTabChannel: ((name: string) => TabChannel) | null
  readonly clock: Clock
  readonly timers: Timers
  readonly randomBytes: RandomBytes
  readonly lifecycle: PageLifecycle
  readonly logger: Logger
}

export function syncEnvironment(overrides: Partial<SyncEnvironment> = {}): SyncEnvironment {
  return {
    WebSocket: globalThis.WebSocket,
    openTabChannel: typeof BroadcastChannel === 'undefined' ? null : openBroadcastChannel,
    clock: systemClock,
    timers: systemTimers,
    randomBytes: cryptoRandomBytes,
    lifecycle: typeof window === 'undefined' ? noLifecycle : browserLifecycle(),
    logger: consoleLogger,
    ...overrides,
  }
}

function openBroadcastChannel(name: string): TabChannel {
  const channel = new BroadcastChannel(name)
  return {
    post: (message) => channel.postMessage(message),
    listen: (receive) => {
      channel.onmessage = (event: MessageEvent<unknown>) => receive(event.data)
    },
    close: () => channel.close(),
  }
}
