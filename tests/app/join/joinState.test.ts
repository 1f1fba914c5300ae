import { describe, expect, it } from 'vitest'
import { forgetJoinSecret, readJoinState, takeJoinSecret } from '../../../src/app/join/joinState.ts'
import { createModeratorCapability } from '../../../src/protocol/capability.ts'
import { buildJoinLink, parseJoinLink } from '../../../src/protocol/joinLink.ts'

function pageAt(pathname: string, hash: string) {
  const page = { pathname, state: null as unknown }
  const history = {
    replaceState: (state: unknown, _title: string, path: string) => {
      page.state = state
      page.pathname = path
    },
  }
  return { page, window: { location: { pathname, hash }, history } as unknown as Window }
}

describe('the secret of a join link', () => {
  it.each(['/join', '/join/'])('is taken out of the address bar at %s', (pathname) => {
    const { page, window } = pageAt(pathname, '#1secret')
    takeJoinSecret(window)
    expect([page.pathname, readJoinState(page.state)]).toEqual(['/join', '#1secret'])
    forgetJoinSecret(window)
    expect(readJoinState(page.state)).toBeNull()
  })

  it('leaves other addresses alone', () => {
    const { page, window } = pageAt('/joining', '#part')
    takeJoinSecret(window)
    expect(page).toEqual({ pathname: '/joining', state: null })
  })

  it('is read from a link with a slash before it, too', () => {
    const capability = createModeratorCapability()
    const link = buildJoinLink('https://relay.example', capability, 'W').replace('/join#', '/join/#')
    expect(parseJoinLink(link)).toEqual({
      ok: true,
      value: { origin: 'https://relay.example', capability, title: 'W' },
    })
  })
})
