/** A tablet of a run: its disk, its clock, its pages, and what it has promised to keep. */
import type { PersonId } from '../../../src/model/records/person.ts'
import type { Clock } from '../../../src/shared/clock.ts'
import type { TabChannel } from '../../../src/sync/syncEnvironment.ts'
import { FuzzTab } from './FuzzTab.ts'
import { type Promised, PromisedState } from './promisedState.ts'
import { settleOrRest } from './settle.ts'
import { cutPower, troubleOf } from './storageFaults.ts'
import type { VirtualTime } from './virtualTime.ts'

export interface FuzzDeviceOptions {
  readonly key: string
  readonly number: number
  readonly personId: PersonId
  readonly time: VirtualTime
  readonly clockWrongByMs: number
  readonly locks: Pick<LockManager, 'request'> | null
  readonly nextClient: () => number
  /** Runs the next version of the app. */
  readonly isNewer: boolean
}

export class FuzzDevice {
  readonly key: string
  readonly number: number
  readonly personId: PersonId
  readonly time: VirtualTime
  readonly clock: Clock
  readonly locks: FuzzDeviceOptions['locks']
  readonly isNewer: boolean
  readonly promised = new PromisedState()
  readonly tabs: FuzzTab[] = []
  readonly #nextClient: () => number
  readonly #channels = new Set<(message: unknown) => void>()
  /** Set when something that was said to be saved could not be read back. */
  broken: string | null = null
  /** The log was taken away, so the second copy is all there is until a page has read it and saved again. */
  hasOnlyCopy = false
  reloads = 0

  constructor(options: FuzzDeviceOptions) {
    this.key = options.key
    this.number = options.number
    this.personId = options.personId
    this.time = options.time
    this.clock = options.time.clockWrongBy(options.clockWrongByMs)
    this.locks = options.locks
    this.isNewer = options.isNewer
    this.#nextClient = options.nextClient
  }

  openTab(): FuzzTab {
    const tab = new FuzzTab(this, this.#nextClient())
    this.tabs.push(tab)
    return tab
  }

  /** What `BroadcastChannel` does: every other tab hears it a moment later. */
  readonly openTabChannel = (): TabChannel => {
    let receive: (message: unknown) => void = () => undefined
    const hear = (message: unknown): void => receive(message)
    this.#channels.add(hear)
    return {
      post: (message) => {
        const others = [...this.#channels].filter((other) => other !== hear)
        queueMicrotask(() => {
          for (const other of others) if (this.#channels.has(other)) other(message)
        })
      },
      listen: (listener) => {
        receive = listener
      },
      close: () => void this.#channels.delete(hear),
    }
  }

  /** What is said by another tab while this one reads may come to it through that tab only. */
  checkLoaded(tab: FuzzTab, promised: Promised): void {
    this.reloads += 1
    const missing = this.promised.missingIn(tab.docs, promised)
    if (missing.length === 0) return
    this.broken ??= `device ${this.number} said it had saved what its disk does not hold: ${missing.slice(0, 3).join('; ')}`
  }

  /** Gives the words that were nowhere but in that page. */
  killTab(tab: FuzzTab): readonly string[] {
    const at = this.tabs.indexOf(tab)
    if (at < 0) throw new Error('that page is not open here')
    this.tabs.splice(at, 1)
    return tab.kill()
  }

  /** Also until nothing of what ran there goes on. */
  async powerOff(): Promise<readonly string[]> {
    const gone = this.tabs.splice(0).flatMap((tab) => tab.kill())
    cutPower(this.key)
    const trouble = troubleOf(this.key)
    trouble.isOff = true
    await settleOrRest(() => false, 30)
    trouble.isOff = false
    return gone
  }
}
