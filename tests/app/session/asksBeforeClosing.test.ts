import { describe, expect, it } from 'vitest'
import { asksBeforeClosing } from '../../../src/app/session/asksBeforeClosing.ts'
import { storageFailure } from '../../../src/storage/storageFailure.ts'

const SAVED = { state: 'saved', at: 1 } as const
const PICTURES = { toSend: 0, notHere: 0, failed: 0 } as const

describe('the browser asks before it closes', () => {
  it('work that is nowhere but in this window', () => {
    const save = { state: 'notSaved', failure: storageFailure('quota', ''), since: 1 } as const
    expect(asksBeforeClosing(save, { state: 'noRelay' }, PICTURES)).toBe(true)
  })

  it.each(['pending', 'unchecked'] as const)('work that is not on the relay yet (%s)', (state) => {
    expect(asksBeforeClosing(SAVED, { state, pending: 1 }, PICTURES)).toBe(true)
    expect(asksBeforeClosing(SAVED, { state, pending: 0 }, PICTURES)).toBe(false)
  })

  it('pictures that are not on the relay yet, but not those of others that are not here', () => {
    const delivery = { state: 'delivered', at: 1 } as const
    expect(asksBeforeClosing(SAVED, delivery, { toSend: 1, notHere: 0, failed: 1 })).toBe(true)
    expect(asksBeforeClosing(SAVED, delivery, { toSend: 0, notHere: 3, failed: 3 })).toBe(false)
  })

  it('not a workshop that lives on this device, and not one that is delivered', () => {
    expect(asksBeforeClosing(SAVED, { state: 'noRelay' }, PICTURES)).toBe(false)
    expect(asksBeforeClosing(SAVED, { state: 'delivered', at: 1 }, PICTURES)).toBe(false)
    expect(asksBeforeClosing({ state: 'saving' }, { state: 'noRelay' }, PICTURES)).toBe(false)
  })
})
