/**
 * The drawing engine's licence check asks its own host for one picture, which our content policy stops on the network
 * before anything leaves the device. The check stays as it is; only the rejected promise it leaves behind is caught,
 * so that it is not reported as a fault of the app. Every other rejection passes through untouched.
 */
import type { Disposer } from '../../shared/disposer.ts'

/** True only for a failed `fetch` that nobody handled, raised from the engine's licence check. */
export function isLicenceCheckRejection(reason: unknown): boolean {
  if (!(reason instanceof TypeError)) return false
  return /^(Failed to fetch|Load failed|NetworkError when attempting to fetch resource\.?)/.test(
    reason.message,
  )
}

/**
 * Catches such rejections until it is disposed. Not only the first: a drawing that React throws away before it shows
 * has started a check of its own. The app's own requests handle their failures where they are made, so that an
 * unhandled failed fetch while the map is open is the licence check's.
 */
export function quietLicenceCheck(target: EventTarget = window): Disposer {
  const onRejection = (event: Event) => {
    if (!('reason' in event) || !isLicenceCheckRejection(event.reason)) return
    event.preventDefault()
    // Before the app's own listener, which tells people about rejections that nobody handled.
    event.stopImmediatePropagation()
  }
  const stop = () => target.removeEventListener('unhandledrejection', onRejection, { capture: true })
  target.addEventListener('unhandledrejection', onRejection, { capture: true })
  return stop
}
