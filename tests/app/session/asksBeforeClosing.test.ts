import { describe, expect, it } from 'vitest'
import { isNotDelivered, isOnlyInMemory, isOnlyOnDevice } from '../../../src/app/session/asksBeforeClosing.ts'
import { storageFailure } from '../../../src/storage/storageFailure.ts'

const NOW = 100_000
const PICTURES = { toSend: 0, notHere: 0, failed: 0 } as const

describe('the browser asks before it closes', () => {
  it('work that is nowhere but in this window', () => {
    const failure = storageFailure('quota', '')
    expect(isOnlyInMemory({ state: 'notSaved', failure, since: 1 }, NOW)).toBe(true)
    expect(isOnlyInMemory({ state: 'saved', at: 1 }, NOW)).toBe(false)
  })

  it.each(['pending', 'unchecked'] as const)('work that is not on the relay yet (%s)', (state) => {
    expect(isNotDelivered({ state, pending: 1, things: 1 }, PICTURES)).toBe(true)
    expect(isNotDelivered({ state, pending: 0, things: 0 }, PICTURES)).toBe(false)
    expect(isNotDelivered({ state: 'delivered', at: 1 }, PICTURES)).toBe(false)
  })

  it('pictures that are not on the relay yet, but not those of others that are not here', () => {
    const delivery = { state: 'delivered', at: 1 } as const
    expect(isNotDelivered(delivery, { toSend: 1, notHere: 0, failed: 1 })).toBe(true)
    expect(isNotDelivered(delivery, { toSend: 0, notHere: 3, failed: 3 })).toBe(false)
  })

  it('work that the disk has not taken for more than a second, but not what is just being saved', () => {
    const asks = (since: number) => isOnlyInMemory({ state: 'saving', since }, NOW)
    expect([asks(NOW - 100), asks(NOW - 1_500), asks(NOW + 60_000)]).toEqual([false, true, true])
  })

  it('what is in no file and on no relay, unless it has no relay and the browser has promised to keep it', () => {
    const [here, shared] = [null, 'https://relay.example'].map((relayOrigin) => ({
      relayOrigin,
      onlyHereSince: 5,
    }))
    const elsewhere = { relayOrigin: 'https://relay.example', onlyHereSince: null }
    for (const isPromised of [true, false]) {
      expect(here !== undefined && isOnlyOnDevice(here, isPromised)).toBe(!isPromised)
      expect(shared !== undefined && isOnlyOnDevice(shared, isPromised)).toBe(true)
      expect(isOnlyOnDevice(elsewhere, isPromised)).toBe(false)
      expect(isOnlyOnDevice({ relayOrigin: null }, isPromised)).toBe(false)
    }
  })
})
