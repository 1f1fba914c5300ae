/** Why the camera cannot be used, as a code that names what the person can do instead. */
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'

export type CameraProblem = 'insecure' | 'noCamera' | 'denied' | 'failed'

export interface CameraSurroundings {
  readonly isSecureContext: boolean
  readonly hasMediaDevices: boolean
}

/** Browsers give the camera only to pages that came over HTTPS (or from this very machine). */
export function canUseCamera(around: CameraSurroundings): Result<void, CameraProblem> {
  if (!around.isSecureContext) return err('insecure')
  return around.hasMediaDevices ? ok(undefined) : err('noCamera')
}

export function cameraProblemOf(cause: unknown): CameraProblem {
  const name = typeof cause === 'object' && cause !== null && 'name' in cause ? cause.name : ''
  if (name === 'NotAllowedError' || name === 'SecurityError') return 'denied'
  if (name === 'NotFoundError' || name === 'OverconstrainedError') return 'noCamera'
  return 'failed'
}
