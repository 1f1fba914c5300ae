import { describe, expect, it } from 'vitest'
import { isLicenceCheckRejection, quietLicenceCheck } from '../../src/canvas/engine/quietLicenceCheck.ts'

/** What a browser raises for a promise nobody handled. */
function rejection(reason: unknown): Event {
  return Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason })
}

function raise(target: EventTarget, reason: unknown): boolean {
  return !target.dispatchEvent(rejection(reason))
}

describe('the blocked request of the licence check', () => {
  it.each(['Failed to fetch', 'Load failed', 'NetworkError when attempting to fetch resource.'])(
    'is recognised by its message in every browser: %s',
    (message) => expect(isLicenceCheckRejection(new TypeError(message))).toBe(true),
  )

  it('is caught once; the next failed fetch is reported again', () => {
    const target = new EventTarget()
    quietLicenceCheck(target)
    expect(raise(target, new TypeError('Failed to fetch'))).toBe(true)
    expect(raise(target, new TypeError('Failed to fetch'))).toBe(false)
  })

  it('is the only thing that is caught', () => {
    const target = new EventTarget()
    quietLicenceCheck(target)
    expect(raise(target, new Error('Failed to fetch'))).toBe(false)
    expect(raise(target, new TypeError('x is not a function'))).toBe(false)
    expect(raise(target, 'Failed to fetch')).toBe(false)
  })

  it('is not listened for after the map is closed', () => {
    const target = new EventTarget()
    quietLicenceCheck(target)()
    expect(raise(target, new TypeError('Failed to fetch'))).toBe(false)
  })
})
