import { describe, expect, it } from 'vitest'
import { asksBeforeClosing } from '../../../src/app/session/asksBeforeClosing.ts'
import { storageFailure } from '../../../src/storage/storageFailure.ts'

const SAVED = { state: 'saved', at: 1 } as const
const NOW = 100_000
const PICTURES = { toSend: 0, notHere: 0, failed: 0 } as const

describe('the browser asks before it closes', () => {
  it('work that is nowhere but in this window', () => {
    const save = { state: 'notSaved', failure: storageFailure('quota', ''), since: 1 } as const
    expect(asksBeforeClosing(save, { state: 'noRelay' }, PICTURES, NOW)).toBe(true)
  })

  it.each(['pending', 'unchecked'] as const)('work that is not on the relay yet (%s)', (state) => {
    expect(asksBeforeClosing(SAVED, { state, pending: 1 }, PICTURES, NOW)).toBe(true)
    expect(asksBeforeClosing(SAVED, { state, pending: 0 }, PICTURES, NOW)).toBe(false)
  })

  it('pictures that are not on the relay yet, but not those of others that are not here', () => {
    const delivery = { state: 'delivered', at: 1 } as const
    expect(asksBeforeClosing(SAVED, delivery, { toSend: 1, notHere: 0, failed: 1 }, NOW)).toBe(true)
    expect(asksBeforeClosing(SAVED, delivery, { toSend: 0, notHere: 3, failed: 3 }, NOW)).toBe(false)
  })

  it('not a workshop that lives on this device, and not one that is delivered', () => {
    expect(asksBeforeClosing(SAVED, { state: 'noRelay' }, PICTURES, NOW)).toBe(false)
    expect(asksBeforeClosing(SAVED, { state: 'delivered', at: 1 }, PICTURES, NOW)).toBe(false)
  })

  it('work that the disk has not taken for more than a second, but not what is just being saved', () => {
    const asks = (since: number) =>
      asksBeforeClosing({ state: 'saving', since }, { state: 'noRelay' }, PICTURES, NOW)
    expect([asks(NOW - 100), asks(NOW - 1_500), asks(NOW + 60_000)]).toEqual([false, true, true])
  })
})
