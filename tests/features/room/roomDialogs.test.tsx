import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ClosedNotice } from '../../../src/features/room/ClosedNotice.tsx'
import { MoveDialog } from '../../../src/features/room/MoveDialog.tsx'
import { readNewOrigin } from '../../../src/features/room/newAddress.logic.ts'
import { RoomActionDialog } from '../../../src/features/room/RoomActionDialog.tsx'
import { renderScreen } from '../support/renderScreen.tsx'

const isOnlyThisMachine = (origin: string) => new URL(origin).hostname === 'localhost'
const check = (text: string) => readNewOrigin(text, ['https://old.example'], isOnlyThisMachine)

describe('new links and closing', () => {
  it('say what will happen, and happen only on the button', async () => {
    const user = userEvent.setup()
    const onDo = vi.fn()
    const rest = { isBusy: false, problem: null, before: null, onDo, onClose: () => undefined }
    renderScreen(<RoomActionDialog action="close" missingPictures={2} {...rest} />)
    expect(screen.getByText(/2 pictures have not come to this device/)).toBeTruthy()
    expect(onDo).not.toHaveBeenCalled()
    await user.click(screen.getByRole('button', { name: 'Close for everybody' }))
    expect(onDo).toHaveBeenCalledOnce()
  })

  it('cannot be pressed twice or left while the relay is asked, and say why they failed', () => {
    const onClose = vi.fn()
    const rest = { missingPictures: 0, before: null, onDo: () => undefined, onClose }
    renderScreen(<RoomActionDialog action="newLinks" isBusy problem="Because." {...rest} />, 'de')
    expect(screen.getByRole('button', { name: 'Neue Links machen' })).toHaveProperty('disabled', true)
    expect(screen.getByRole('alert').textContent).toBe('Because.')
  })
})

describe('a room that is closed', () => {
  it('offers the new link and the copy to everybody, going on alone to moderators', () => {
    const nothing = () => undefined
    renderScreen(<ClosedNotice isModerator={false} onLink={nothing} onSave={nothing} onGoOn={nothing} />)
    const names = () => screen.getAllByRole('button').map((button) => button.textContent)
    expect(names()).toEqual(['I have a new link', 'Save a copy as a file'])
    renderScreen(<ClosedNotice isModerator onLink={nothing} onSave={nothing} onGoOn={nothing} />)
    expect(names()).toContain('Go on without them')
  })
})

describe('moving to another address', () => {
  function open(told: { origin: string; isOnly: boolean } | null = null) {
    const done = { onSave: vi.fn(), onTell: vi.fn(), onTakeBack: vi.fn(), onClose: vi.fn() }
    renderScreen(<MoveDialog told={told} check={check} linkAt={(origin) => `${origin}/join#key`} {...done} />)
    return done
  }

  it('tells nobody before a good address was entered, then whichever was chosen', async () => {
    const user = userEvent.setup()
    const done = open()
    expect(screen.queryByRole('button', { name: 'Tell all devices' })).toBeNull()
    await user.type(screen.getByLabelText('New address'), 'relay.example')
    expect(screen.getByRole('link').getAttribute('href')).toBe('https://relay.example/join#key')
    await user.click(screen.getByRole('radio', { name: 'It is there too' }))
    await user.click(screen.getByRole('button', { name: 'Tell all devices' }))
    expect(done.onTell).toHaveBeenCalledWith('https://relay.example', false)
  })

  it('says what is wrong with an address', async () => {
    const user = userEvent.setup()
    open()
    const field = screen.getByLabelText('New address')
    await user.type(field, 'https://old.example')
    expect(screen.getByText('The workshop is at this address already.')).toBeTruthy()
    await user.clear(field)
    await user.type(field, 'http://10.0.0.2:4321')
    expect(screen.getByText(/has no https/)).toBeTruthy()
  })

  it('can be taken back', async () => {
    const user = userEvent.setup()
    const done = open({ origin: 'https://relay.example', isOnly: true })
    await user.click(screen.getByRole('button', { name: 'Take it back' }))
    expect(done.onTakeBack).toHaveBeenCalledOnce()
  })

  it.each([
    ['relay.example', 'https://relay.example'],
    ['http://192.168.1.20:4321/join#x', 'http://192.168.1.20:4321'],
    [' https://[fd00::1]:8443/ ', 'https://[fd00::1]:8443'],
  ])('%s is read as %s', (text, origin) => {
    expect(check(text)).toEqual({ ok: true, value: origin })
  })

  it.each(['', 'my relay', 'javascript:alert(1)', 'ftp://a.example', 'https://u:p@a.example'])(
    '%s is none',
    (text) => {
      expect(check(text)).toMatchObject({ ok: false, error: 'wrong' })
    },
  )

  it('is not an address that only this machine understands', () => {
    expect(check('http://localhost:4321')).toEqual({ ok: false, error: 'thisMachine' })
  })
})
