/**
 * When the page goes out of sight, comes back, and when the network does: what tablets do to web pages all day. Handed
 * in, because storage must save on `hide` and probe on `show`, sync must reconnect, and tests must play all of it.
 */
import type { Disposer } from './disposer.ts'

export type PageMoment = 'hide' | 'show' | 'online' | 'offline'

export interface PageLifecycle {
  readonly on: (moment: PageMoment, listener: () => void) => Disposer
}

/** `show` also covers a page that returns from the back-forward cache; `hide` is the last moment that is certain. */
export function browserLifecycle(page: Window = window): PageLifecycle {
  return {
    on: (moment, listener) => {
      const onVisibility = (): void => {
        if ((page.document.visibilityState === 'hidden') === (moment === 'hide')) listener()
      }
      if (moment === 'online' || moment === 'offline') return listen(page, moment, listener)
      const stop = [
        listen(page.document, 'visibilitychange', onVisibility),
        listen(page, moment === 'hide' ? 'pagehide' : 'pageshow', listener),
      ]
      return () => stop.forEach((dispose) => dispose())
    },
  }
}

/** For places without a page: the command line and most tests. */
export const noLifecycle: PageLifecycle = { on: () => () => undefined }

function listen(target: EventTarget, event: string, listener: () => void): Disposer {
  target.addEventListener(event, listener)
  return () => target.removeEventListener(event, listener)
}
