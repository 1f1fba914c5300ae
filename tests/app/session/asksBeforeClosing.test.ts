import { describe, expect, it } from 'vitest'
import { asksBeforeClosing } from '../../../src/app/session/asksBeforeClosing.ts'
import { storageFailure } from '../../../src/storage/storageFailure.ts'

const SAVED = { state: 'saved', at: 1 } as const

describe('the browser asks before it closes', () => {
  it('work that is nowhere but in this window', () => {
    const save = { state: 'notSaved', failure: storageFailure('quota', ''), since: 1 } as const
    expect(asksBeforeClosing(save, { state: 'noRelay' })).toBe(true)
  })

  it.each(['pending', 'unchecked'] as const)('work that is not on the relay yet (%s)', (state) => {
    expect(asksBeforeClosing(SAVED, { state, pending: 1 })).toBe(true)
    expect(asksBeforeClosing(SAVED, { state, pending: 0 })).toBe(false)
  })

  it('not a workshop that lives on this device, and not one that is delivered', () => {
    expect(asksBeforeClosing(SAVED, { state: 'noRelay' })).toBe(false)
    expect(asksBeforeClosing(SAVED, { state: 'delivered', at: 1 })).toBe(false)
    expect(asksBeforeClosing({ state: 'saving' }, { state: 'noRelay' })).toBe(false)
  })
})
