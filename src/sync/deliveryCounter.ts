/**
 * Counts one document's changes from the edit to the relay's acknowledgement. A change counts as delivered only when
 * the frame that carried it on the present connection is acknowledged; whatever a connection took to its grave is
 * pending again and rides in the next step 2.
 */
import { isDocumentFrame } from '../protocol/messages.ts'
import type { DeliveryStatus } from './deliveryStatus.ts'
import { isStep2 } from './documentFrames.ts'

interface InFlight {
  readonly changes: number
  /** Number of the frame on this connection behind which all of them are durable. */
  readonly lastFrame: number
  readonly isStep2: boolean
}

export class DeliveryCounter {
  #unsent = 0
  #sentFrames = 0
  #inFlight: InFlight[] = []
  #acknowledges: boolean | null = null
  /** The relay has acknowledged everything this document held, at some moment since the last connection began. */
  #isChecked = false
  /** The same for this page: what waits since then is counted, whatever happens to connections. */
  #hasBeenChecked = false
  #deliveredAt = 0

  /** Before the change is sent, if it is. */
  noteChange(): void {
    this.#unsent += 1
  }

  noteOpened(acknowledges: boolean): void {
    this.#acknowledges = acknowledges
    this.#isChecked = false
  }

  noteClosed(): void {
    for (const { changes } of this.#inFlight) this.#unsent += changes
    this.#inFlight = []
    this.#sentFrames = 0
  }

  /** `frame` as y-websocket wanted it, `parts` as it went out. */
  noteSent(frame: Uint8Array, parts: number): void {
    if (!isDocumentFrame(frame)) return
    this.#sentFrames += parts
    const wholeState = isStep2(frame)
    const changes = wholeState ? this.#unsent : Math.min(1, this.#unsent)
    this.#unsent -= changes
    this.#inFlight.push({ changes, lastFrame: this.#sentFrames, isStep2: wholeState })
  }

  noteAcknowledged(durableFrames: number, now: number): void {
    while (this.#inFlight[0] !== undefined && this.#inFlight[0].lastFrame <= durableFrames) {
      if (this.#inFlight.shift()?.isStep2 === true) this.#isChecked = this.#hasBeenChecked = true
    }
    this.#deliveredAt = now
  }

  status(): DeliveryStatus {
    const pending = this.#inFlight.reduce((sum, { changes }) => sum + changes, this.#unsent)
    if (this.#acknowledges === false) {
      return this.#unsent > 0 ? { state: 'pending', pending: this.#unsent } : { state: 'unknown' }
    }
    const isCounted = this.#isChecked || (this.#hasBeenChecked && pending > 0)
    if (!isCounted) return { state: 'unchecked', pending }
    return pending > 0 ? { state: 'pending', pending } : { state: 'delivered', at: this.#deliveredAt }
  }
}
