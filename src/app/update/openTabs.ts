/**
 * Which tabs of the app are open, by a lock that each of them holds for as long as it lives: the browser itself lets go
 * of it when the tab is closed or crashes. Locks exist in secure contexts only, and so do service workers.
 */
import type { Disposer } from '../../shared/disposer.ts'

const PREFIX = 'etappe-tab/'

export interface TabRoster {
  readonly list: () => Promise<readonly string[]>
  readonly leave: Disposer
}

export function enterTabRoster(tabId: string, locks: LockManager): TabRoster {
  let leave: Disposer = () => undefined
  const stay = new Promise<void>((resolve) => {
    leave = resolve
  })
  void locks.request(`${PREFIX}${tabId}`, () => stay)
  return {
    list: async () => {
      const { held = [] } = await locks.query()
      return held.flatMap(({ name }) =>
        name?.startsWith(PREFIX) === true ? [name.slice(PREFIX.length)] : [],
      )
    },
    leave: () => leave(),
  }
}
