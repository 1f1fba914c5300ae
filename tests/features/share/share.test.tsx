import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { isOnlyThisMachine, readAddress } from '../../../src/features/share/lanAddress.logic.ts'
import { ShareDialog } from '../../../src/features/share/ShareDialog.tsx'
import type { ShareRole } from '../../../src/features/share/shareRole.ts'
import { renderScreen } from '../support/renderScreen.tsx'

function openShare(
  roles: readonly ShareRole[],
  origin = 'https://relay.example',
  isShared = true,
  isTokenWrong = false,
) {
  const started: unknown[] = []
  renderScreen(
    <ShareDialog
      isShared={isShared}
      host="relay.example"
      needsToken={isTokenWrong}
      isTokenWrong={isTokenWrong}
      onStart={(token) => started.push(token)}
      roles={roles}
      origin={origin}
      linkFor={(role, at) => `${at}/join#${role}.Title`}
      onClose={() => undefined}
    />,
  )
  return started
}

const link = () => (screen.getByLabelText('Link') as HTMLInputElement).value

describe('sharing', () => {
  it('shows the participant’s link first: what the room needs, not what is strongest', () => {
    openShare(['moderator', 'writer', 'reviewer', 'reader'])
    expect(link()).toBe('https://relay.example/join#writer.Title')
  })

  it('gives the link of the chosen role', async () => {
    const user = userEvent.setup()
    openShare(['moderator', 'writer', 'reviewer', 'reader'])
    await user.click(screen.getByRole('radio', { name: 'Reader' }))
    expect(link()).toBe('https://relay.example/join#reader.Title')
  })

  it('offers nothing stronger than the own link', () => {
    openShare(['reviewer', 'reader'])
    expect(screen.getAllByRole('radio').map((radio) => radio.getAttribute('aria-label'))).toEqual([
      'Reviewer',
      'Reader',
    ])
  })

  it('begins only when somebody says so', async () => {
    const user = userEvent.setup()
    const started = openShare(['moderator'], 'https://relay.example', false)
    expect(screen.queryByLabelText('Link')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Share over relay.example' }))
    expect(started).toEqual([undefined])
  })

  it('says that a token was refused until another one is typed', async () => {
    const user = userEvent.setup()
    const started = openShare(['moderator'], 'https://relay.example', false, true)
    expect(screen.getByText(/did not take that token/)).toBeTruthy()
    await user.type(screen.getByLabelText('Creation token'), 'another-token-of-mine')
    expect(screen.queryByText(/did not take that token/)).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Share over relay.example' }))
    expect(started).toEqual(['another-token-of-mine'])
  })

  it('asks for the address of the network where the page only knows this machine', async () => {
    const user = userEvent.setup()
    openShare(['writer'], 'http://localhost:4321')
    await user.type(screen.getByLabelText('Address of this computer in the network'), '192.168.1.20:4321')
    expect(link()).toBe('http://192.168.1.20:4321/join#writer.Title')
  })
})

describe('an address of the network', () => {
  it.each(['http://localhost:4321', 'http://127.0.0.1', 'http://[::1]:4321', 'https://etappe.localhost'])(
    '%s is only this machine',
    (origin) => {
      expect(isOnlyThisMachine(origin)).toBe(true)
    },
  )

  it.each(['http://192.168.1.20:4321', 'https://relay.example'])('%s is understood by others', (origin) => {
    expect(isOnlyThisMachine(origin)).toBe(false)
  })

  it.each([
    ['192.168.1.20:4321', 'http://192.168.1.20:4321'],
    [' http://laptop.fritz.box/ ', 'http://laptop.fritz.box'],
    ['https://10.0.0.2/join#x', 'https://10.0.0.2'],
  ])('%s is read as %s', (text, origin) => {
    expect(readAddress(text, 'http://localhost:4321')).toEqual({ ok: true, value: origin })
  })

  it.each(['', 'my laptop', 'http://', 'http://user:secret@host', 'javascript:alert(1)'])(
    '%s is none',
    (text) => {
      expect(readAddress(text, 'http://localhost:4321').ok).toBe(false)
    },
  )
})
