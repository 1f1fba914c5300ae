/**
 * The others, as they are shown. Tablets put background pages to sleep and networks come and go, so somebody who is
 * not heard from is shown as away for a while instead of flickering in and out.
 */
import type { Disposer } from '../shared/disposer.ts'
import type { Timers } from '../shared/timers.ts'
import { createValueStore, type ReadableValue } from '../shared/valueStore.ts'
import type { Peer } from './presence.ts'
import { readPresenceState } from './presenceState.ts'

/** A network that blinks, a page that is reloaded. */
const SHORTLY_MS = 30_000
/** Browsers let a page in the background speak about once a minute. */
const ASLEEP_MS = 120_000
/** Far more than a workshop has; a limit against somebody who invents people. */
const MOST_PEERS = 300

export class PeerList {
  readonly #timers: Timers
  readonly #peers = new Map<number, Peer>()
  readonly #farewells = new Map<number, Disposer>()
  readonly #shown = createValueStore<readonly Peer[]>([], isSameList)
  readonly #onGone: (clientId: number) => void

  constructor(timers: Timers, onGone: (clientId: number) => void) {
    this.#timers = timers
    this.#onGone = onGone
  }

  get shown(): ReadableValue<readonly Peer[]> {
    return this.#shown
  }

  /** What a client says. */
  hear(clientId: number, raw: unknown): void {
    const state = readPresenceState(raw)
    if (state === null) return this.#forget(clientId)
    if (!this.#peers.has(clientId) && this.#peers.size >= MOST_PEERS) return
    this.#stopFarewell(clientId)
    this.#peers.set(clientId, { ...state, clientId, away: false })
    this.#show()
  }

  /** A client is not heard any more: `silent` when it just stopped speaking, else somebody said that it is gone. */
  miss(clientId: number, silent: boolean): void {
    const known = this.#peers.get(clientId)
    if (known === undefined) return this.#forget(clientId)
    this.#stopFarewell(clientId)
    this.#peers.set(clientId, { ...known, away: true, typing: false })
    const patience = silent ? ASLEEP_MS : SHORTLY_MS
    this.#farewells.set(
      clientId,
      this.#timers.after(patience, () => this.#forget(clientId)),
    )
    this.#show()
  }

  close(): void {
    for (const stop of this.#farewells.values()) stop()
    this.#farewells.clear()
    this.#peers.clear()
  }

  #forget(clientId: number): void {
    this.#stopFarewell(clientId)
    this.#peers.delete(clientId)
    this.#onGone(clientId)
    this.#show()
  }

  #stopFarewell(clientId: number): void {
    this.#farewells.get(clientId)?.()
    this.#farewells.delete(clientId)
  }

  /** Whoever reloaded the page is here again as another client: the one that is away is not shown beside it. */
  #show(): void {
    const peers = [...this.#peers.values()]
    const present = new Set(peers.filter((peer) => !peer.away).map((peer) => peer.person.id))
    const shown = peers.filter((peer) => !peer.away || !present.has(peer.person.id))
    this.#shown.set(shown.sort((a, b) => a.clientId - b.clientId))
  }
}

function isSameList(a: readonly Peer[], b: readonly Peer[]): boolean {
  return JSON.stringify(a) === JSON.stringify(b)
}
