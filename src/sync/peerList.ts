/**
 * The others, as they are shown. Tablets put background pages to sleep and networks come and go, so somebody who is
 * not heard from is shown as away for a while instead of flickering in and out.
 */
import type { Disposer } from '../shared/disposer.ts'
import type { Timers } from '../shared/timers.ts'
import { createValueStore, type ReadableValue } from '../shared/valueStore.ts'
import type { Peer } from './presence.ts'
import { isLeaving, readPresenceState } from './presenceState.ts'

const AWAY_MS = 120_000
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

  /** What a client said, `undefined` when it is not heard any more. */
  note(clientId: number, raw: unknown): void {
    const known = this.#peers.get(clientId)
    const state = isLeaving(raw) ? null : readPresenceState(raw)
    if (state !== null) {
      if (known === undefined && this.#peers.size >= MOST_PEERS) return
      this.#stopFarewell(clientId)
      this.#peers.set(clientId, { ...state, clientId, away: false })
    } else if (known !== undefined && raw === undefined) {
      this.#peers.set(clientId, { ...known, away: true, typing: false })
      this.#farewells.get(clientId)?.()
      this.#farewells.set(
        clientId,
        this.#timers.after(AWAY_MS, () => this.#forget(clientId)),
      )
    } else {
      this.#forget(clientId)
    }
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
