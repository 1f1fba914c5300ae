import { describe, expect, it } from 'vitest'
import { MESSAGE_SYNC, SYNC_STEP_2, SYNC_UPDATE } from '../../src/protocol/messages.ts'
import { DeliveryCounter } from '../../src/sync/deliveryCounter.ts'

const STEP_2 = Uint8Array.of(MESSAGE_SYNC, SYNC_STEP_2, 0)
const UPDATE = Uint8Array.of(MESSAGE_SYNC, SYNC_UPDATE, 0)

function opened(): DeliveryCounter {
  const counter = new DeliveryCounter()
  counter.noteOpened(true)
  counter.noteSent(STEP_2, 1)
  return counter
}

describe('what waits for the relay', () => {
  it('is not known in number before the first comparison of this page', () => {
    const counter = opened()
    counter.noteChange()
    counter.noteSent(UPDATE, 1)
    counter.noteClosed()
    counter.noteChange()
    expect(counter.status()).toEqual({ state: 'unchecked', pending: 2 })
  })

  it('is counted after it, also by a relay that lets in and fails again and again', () => {
    const counter = opened()
    counter.noteAcknowledged(1, 7)
    expect(counter.status()).toEqual({ state: 'delivered', at: 7 })
    counter.noteChange()
    counter.noteSent(UPDATE, 1)
    for (let round = 0; round < 3; round += 1) {
      counter.noteClosed()
      counter.noteChange()
      counter.noteOpened(true)
      expect(counter.status()).toEqual({ state: 'pending', pending: round + 2 })
      counter.noteSent(STEP_2, 1)
      expect(counter.status()).toEqual({ state: 'pending', pending: round + 2 })
    }
    counter.noteAcknowledged(1, 9)
    expect(counter.status()).toEqual({ state: 'delivered', at: 9 })
  })

  it('is not claimed to be nothing after a reconnect, before the relay has compared again', () => {
    const counter = opened()
    counter.noteAcknowledged(1, 7)
    counter.noteClosed()
    counter.noteOpened(true)
    expect(counter.status()).toEqual({ state: 'unchecked', pending: 0 })
  })
})
