/**
 * The join link between the address bar and the join screen. It is taken out of the address as soon as the page runs,
 * so that nobody reads or photographs the secret there, and kept in the history's state, so that a reload still knows it.
 */

interface JoinState {
  readonly joinLink: string
}

export function joinStateOf(text: string): JoinState {
  return { joinLink: text }
}

export function readJoinState(state: unknown): string | null {
  if (typeof state !== 'object' || state === null || !('joinLink' in state)) return null
  return typeof state.joinLink === 'string' ? state.joinLink : null
}

/** Moves a secret from the address bar into the history's state; does nothing at other addresses. */
export function takeJoinSecret(page: Pick<Window, 'location' | 'history'>): void {
  const { pathname, hash } = page.location
  if (!isJoin(pathname) || hash.length <= 1) return
  page.history.replaceState(joinStateOf(hash), '', '/join')
}

/** For leaving the join screen: whoever goes back later finds no secret in the history. */
export function forgetJoinSecret(page: Pick<Window, 'location' | 'history'>): void {
  if (isJoin(page.location.pathname)) page.history.replaceState(null, '', '/join')
}

function isJoin(pathname: string): boolean {
  return /^\/join\/*$/.test(pathname)
}
