/**
 * Counts one document's changes from the edit to the relay's acknowledgement. A change counts as delivered only when
 * the frame that carried it on the present connection is acknowledged; whatever a connection took to its grave is
 * pending again and rides in the next step 2.
 */
import { isDocumentFrame } from '../protocol/messages.ts'
import type { DeliveryStatus } from './deliveryStatus.ts'
import { isStep2 } from './documentFrames.ts'
import { WaitingThings } from './waitingThings.ts'

interface InFlight {
  readonly changes: number
  /** Number of the frame on this connection behind which all of them are durable. */
  readonly lastFrame: number
  readonly isStep2: boolean
  /** With it, every thing that was changed up to then is durable. */
  readonly things: number
}

export class DeliveryCounter {
  #unsent = 0
  #sentFrames = 0
  #inFlight: InFlight[] = []
  readonly #things = new WaitingThings()
  /** A step 2 was sent on this connection: from then on, what is durable is so in the order of the changes. */
  #isInOrder = false
  #acknowledges: boolean | null = null
  /** The relay has acknowledged everything this document held, at some moment since the last connection began. */
  #isChecked = false
  /** The same for this page: what waits since then is counted, whatever happens to connections. */
  #hasBeenChecked = false
  #deliveredAt = 0

  /** Before the change is sent, if it is. */
  noteChange(things: readonly string[]): void {
    this.#unsent += 1
    this.#things.add(things)
  }

  noteOpened(acknowledges: boolean): void {
    this.#acknowledges = acknowledges
    this.#isChecked = false
  }

  noteClosed(): void {
    for (const { changes } of this.#inFlight) this.#unsent += changes
    this.#inFlight = []
    this.#sentFrames = 0
    this.#isInOrder = false
  }

  /** `frame` as y-websocket wanted it, `parts` as it went out. */
  noteSent(frame: Uint8Array, parts: number): void {
    if (!isDocumentFrame(frame)) return
    this.#sentFrames += parts
    const wholeState = isStep2(frame)
    const changes = wholeState ? this.#unsent : Math.min(1, this.#unsent)
    this.#unsent -= changes
    this.#isInOrder ||= wholeState
    const things = this.#isInOrder ? this.#things.latest : 0
    // Of a relay that never says what has arrived, all that was sent waits as one for the connection to end.
    const before = this.#acknowledges === false ? (this.#inFlight.pop()?.changes ?? 0) : 0
    this.#inFlight.push({
      changes: before + changes,
      lastFrame: this.#sentFrames,
      isStep2: wholeState,
      things,
    })
  }

  noteAcknowledged(durableFrames: number, now: number): void {
    while (this.#inFlight[0] !== undefined && this.#inFlight[0].lastFrame <= durableFrames) {
      const { isStep2, things } = this.#inFlight[0]
      if (isStep2) this.#isChecked = this.#hasBeenChecked = true
      this.#things.removeUpTo(things)
      this.#inFlight.shift()
    }
    this.#deliveredAt = now
  }

  status(): DeliveryStatus {
    const pending = this.#inFlight.reduce((sum, { changes }) => sum + changes, this.#unsent)
    const things = this.#things.size
    if (this.#acknowledges === false) {
      return this.#unsent > 0 ? { state: 'pending', pending: this.#unsent, things } : { state: 'unknown' }
    }
    const isCounted = this.#isChecked || (this.#hasBeenChecked && pending > 0)
    if (!isCounted) return { state: 'unchecked', pending, things }
    return pending > 0 ? { state: 'pending', pending, things } : { state: 'delivered', at: this.#deliveredAt }
  }
}
