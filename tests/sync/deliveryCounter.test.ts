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
    counter.noteChange(['cards/a'])
    counter.noteSent(UPDATE, 1)
    counter.noteClosed()
    counter.noteChange(['cards/a'])
    expect(counter.status()).toEqual({ state: 'unchecked', pending: 2, things: 1 })
  })

  it('is counted after it, also by a relay that lets in and fails again and again', () => {
    const counter = opened()
    counter.noteAcknowledged(1, 7)
    expect(counter.status()).toEqual({ state: 'delivered', at: 7 })
    counter.noteChange(['cards/a'])
    counter.noteSent(UPDATE, 1)
    for (let round = 0; round < 3; round += 1) {
      counter.noteClosed()
      counter.noteChange(['cards/a'])
      counter.noteOpened(true)
      expect(counter.status()).toEqual({ state: 'pending', pending: round + 2, things: 1 })
      counter.noteSent(STEP_2, 1)
      expect(counter.status()).toEqual({ state: 'pending', pending: round + 2, things: 1 })
    }
    counter.noteAcknowledged(1, 9)
    expect(counter.status()).toEqual({ state: 'delivered', at: 9 })
  })

  it('is not claimed to be nothing after a reconnect, before the relay has compared again', () => {
    const counter = opened()
    counter.noteAcknowledged(1, 7)
    counter.noteClosed()
    counter.noteOpened(true)
    expect(counter.status()).toEqual({ state: 'unchecked', pending: 0, things: 0 })
  })

  it('is one thing however many letters of it wait, and gone only with the last of them', () => {
    const counter = opened()
    counter.noteAcknowledged(1, 7)
    for (const thing of ['cards/a', 'cards/b', 'cards/a', 'cards/a']) {
      counter.noteChange([thing])
      counter.noteSent(UPDATE, 1)
    }
    expect(counter.status()).toEqual({ state: 'pending', pending: 4, things: 2 })
    counter.noteAcknowledged(3, 8)
    expect(counter.status()).toEqual({ state: 'pending', pending: 2, things: 1 })
    counter.noteAcknowledged(5, 9)
    expect(counter.status()).toEqual({ state: 'delivered', at: 9 })
  })

  it('stays counted when a newer change arrives before the comparison that carries the older ones', () => {
    const counter = opened()
    counter.noteAcknowledged(1, 7)
    counter.noteClosed()
    counter.noteChange(['cards/a'])
    counter.noteOpened(true)
    counter.noteChange(['cards/b'])
    counter.noteSent(UPDATE, 1)
    counter.noteSent(STEP_2, 1)
    counter.noteAcknowledged(1, 8)
    expect(counter.status()).toEqual({ state: 'pending', pending: 1, things: 2 })
    counter.noteAcknowledged(2, 9)
    expect(counter.status()).toEqual({ state: 'delivered', at: 9 })
  })

  it('is nothing for a relay that does not acknowledge, once it is sent', () => {
    const counter = new DeliveryCounter()
    counter.noteChange(['cards/a'])
    counter.noteOpened(false)
    expect(counter.status()).toEqual({ state: 'pending', pending: 1, things: 1 })
    counter.noteSent(STEP_2, 1)
    expect(counter.status()).toEqual({ state: 'unknown' })
    for (let letter = 0; letter < 50; letter += 1) {
      counter.noteChange(['cards/b'])
      counter.noteSent(UPDATE, 1)
    }
    expect(counter.status()).toEqual({ state: 'unknown' })
    counter.noteClosed()
    expect(counter.status()).toEqual({ state: 'pending', pending: 51, things: 2 })
    counter.noteChange(['cards/c'])
    expect(counter.status()).toEqual({ state: 'pending', pending: 52, things: 3 })
    counter.noteOpened(false)
    counter.noteSent(STEP_2, 1)
    expect(counter.status()).toEqual({ state: 'unknown' })
  })
})
