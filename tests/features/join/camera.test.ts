import { describe, expect, it } from 'vitest'
import { cameraProblemOf, canUseCamera } from '../../../src/features/join/camera.logic.ts'

describe('the camera', () => {
  it.each([
    [{ isSecureContext: false, hasMediaDevices: true }, 'insecure'],
    [{ isSecureContext: true, hasMediaDevices: false }, 'noCamera'],
  ] as const)('cannot be used with %o, and says %s', (around, problem) => {
    expect(canUseCamera(around)).toEqual({ ok: false, error: problem })
  })

  it.each([
    ['NotAllowedError', 'denied'],
    ['NotFoundError', 'noCamera'],
    ['OverconstrainedError', 'noCamera'],
    ['AbortError', 'failed'],
  ])('that answers %s is told as %s', (name, problem) => {
    expect(cameraProblemOf(new DOMException('x', name))).toBe(problem)
  })

  it('that fails with something else is told as failed', () => {
    expect(cameraProblemOf('no idea')).toBe('failed')
  })
})
