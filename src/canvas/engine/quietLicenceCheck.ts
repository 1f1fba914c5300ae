/**
 * The drawing engine's licence check asks its own host for one picture, which our content policy stops on the network
 * before anything leaves the device. The check stays as it is; only the rejected promise it leaves behind is caught,
 * so that it is not reported as a fault of the app. Every other rejection passes through untouched.
 */
import type { Disposer } from '../../shared/disposer.ts'

/** The check begins as the engine is drawn; a request that failed this long after is somebody else's. */
const WATCHED_MS = 20_000

/** Where the check asks at all: on an encrypted origin that is not this machine itself. */
export function isLicenceChecked({ protocol, hostname }: Pick<Location, 'protocol' | 'hostname'>): boolean {
  return protocol === 'https:' && hostname !== 'localhost'
}

/** A failed `fetch`, in the words of the browsers. */
export function isFailedFetch(reason: unknown): boolean {
  if (!(reason instanceof TypeError)) return false
  return /^(Failed to fetch|Load failed|NetworkError when attempting to fetch resource\.?)/.test(
    reason.message,
  )
}

/**
 * Catches at most one such rejection, while the engine starts. The app's own requests handle their failures where they
 * are made, so an unhandled one in this moment is the licence check's.
 */
export function quietLicenceCheck(
  target: EventTarget = window,
  place: Pick<Location, 'protocol' | 'hostname'> = window.location,
): Disposer {
  if (!isLicenceChecked(place)) return () => undefined
  const onRejection = (event: Event) => {
    if (!('reason' in event) || !isFailedFetch(event.reason)) return
    event.preventDefault()
    stop()
  }
  const stop = () => {
    clearTimeout(timer)
    target.removeEventListener('unhandledrejection', onRejection)
  }
  const timer = setTimeout(stop, WATCHED_MS)
  target.addEventListener('unhandledrejection', onRejection)
  return stop
}
