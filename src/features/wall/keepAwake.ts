/** Keeps the screen on while the wall is shown. The browser lets go whenever the page is hidden, so it is asked again. */
import type { Disposer } from '../../shared/disposer.ts'

export interface AwakeBrowser {
  readonly wakeLock: Pick<WakeLock, 'request'> | null
  readonly page: Pick<Document, 'visibilityState' | 'addEventListener' | 'removeEventListener'>
}

export function browserForAwake(): AwakeBrowser {
  return { wakeLock: 'wakeLock' in navigator ? navigator.wakeLock : null, page: document }
}

/** `onChange(false)` when this browser cannot or does not want to, such as with an empty battery. */
export function keepAwake(browser: AwakeBrowser, onChange: (isAwake: boolean) => void): Disposer {
  const { wakeLock, page } = browser
  if (wakeLock === null) {
    onChange(false)
    return () => undefined
  }
  let stopped = false
  let held: WakeLockSentinel | null = null
  const ask = () => {
    if (stopped || page.visibilityState !== 'visible') return
    wakeLock.request('screen').then(
      (sentinel) => {
        if (stopped) return void sentinel.release()
        held = sentinel
        return onChange(true)
      },
      () => onChange(false),
    )
  }
  page.addEventListener('visibilitychange', ask)
  ask()
  return () => {
    stopped = true
    page.removeEventListener('visibilitychange', ask)
    void held?.release()
  }
}
