import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import {
  isFailedFetch,
  isLicenceChecked,
  quietLicenceCheck,
} from '../../src/canvas/engine/quietLicenceCheck.ts'

const published = { protocol: 'https:', hostname: 'etappe.example' }

/** Raises what a browser raises for a promise nobody handled; true when somebody caught it. */
function raise(target: EventTarget, reason: unknown): boolean {
  return !target.dispatchEvent(
    Object.assign(new Event('unhandledrejection', { cancelable: true }), { reason }),
  )
}

let target: EventTarget
beforeEach(() => {
  vi.useFakeTimers()
  target = new EventTarget()
})
afterEach(() => {
  vi.useRealTimers()
})

describe('the blocked request of the licence check', () => {
  it.each(['Failed to fetch', 'Load failed', 'NetworkError when attempting to fetch resource.'])(
    'is recognised by its message in every browser: %s',
    (message) => {
      expect(isFailedFetch(new TypeError(message))).toBe(true)
    },
  )

  it('is caught once; the next failed fetch is reported again', () => {
    quietLicenceCheck(target, published)
    expect(raise(target, new TypeError('Failed to fetch'))).toBe(true)
    expect(raise(target, new TypeError('Failed to fetch'))).toBe(false)
  })

  it('is the only thing that is caught', () => {
    quietLicenceCheck(target, published)
    expect(raise(target, new Error('Failed to fetch'))).toBe(false)
    expect(raise(target, new TypeError('x is not a function'))).toBe(false)
    expect(raise(target, 'Failed to fetch')).toBe(false)
  })

  it('is expected only while the engine starts, and only until the map is closed', () => {
    quietLicenceCheck(target, published)
    vi.advanceTimersByTime(30_000)
    expect(raise(target, new TypeError('Failed to fetch'))).toBe(false)
    quietLicenceCheck(target, published)()
    expect(raise(target, new TypeError('Failed to fetch'))).toBe(false)
  })

  it('is not expected where the check does not ask', () => {
    expect(isLicenceChecked({ protocol: 'http:', hostname: '192.168.0.4' })).toBe(false)
    expect(isLicenceChecked({ protocol: 'https:', hostname: 'localhost' })).toBe(false)
    quietLicenceCheck(target, { protocol: 'http:', hostname: '192.168.0.4' })
    expect(raise(target, new TypeError('Failed to fetch'))).toBe(false)
  })
})
