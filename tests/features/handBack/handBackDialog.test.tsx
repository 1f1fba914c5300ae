import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { HandBackDialog, type HandBackState } from '../../../src/features/handBack/HandBackDialog.tsx'
import type { Locale } from '../../../src/i18n/translate.ts'
import { renderScreen } from '../support/renderScreen.tsx'

function show(state: HandBackState, isModerator = false, locale: Locale = 'en') {
  const done = {
    onSave: vi.fn(),
    onFile: vi.fn(),
    onCompare: vi.fn(),
    onReload: vi.fn(),
    onRemove: vi.fn(),
    onClose: vi.fn(),
  }
  renderScreen(<HandBackDialog title="Sylt" state={state} isModerator={isModerator} {...done} />, locale)
  return done
}

const removeButton = () => screen.getByRole('button', { name: 'Remove from this device' })

describe('handing a device back', () => {
  it.each<HandBackState>([
    { phase: 'checking' },
    { phase: 'removing' },
    { phase: 'failed', reason: 'because' },
    { phase: 'onlyHere', reason: { code: 'noRelay' }, file: 'none' },
    { phase: 'onlyHere', reason: { code: 'pending', host: 'r', n: 2 }, file: 'incomplete' },
  ])('offers no removal while it is $phase', (state) => {
    show(state)
    expect(removeButton()).toHaveProperty('disabled', true)
  })

  it('removes after everything was found on the relay, and only when asked', async () => {
    const user = userEvent.setup()
    const done = show({ phase: 'onRelay', host: 'relay.example', pictures: 3 })
    expect(screen.getByText(/has all 3 pictures/)).toBeTruthy()
    expect(done.onRemove).not.toHaveBeenCalled()
    await user.click(removeButton())
    expect(done.onRemove).toHaveBeenCalledOnce()
  })

  it('says what is only here, and gives the way out by keyboard: save, then check the file', async () => {
    const user = userEvent.setup()
    const done = show({ phase: 'onlyHere', reason: { code: 'pending', host: 'r', n: 2 }, file: 'none' })
    expect(screen.getByText('2 changes have not been confirmed by the relay at r.')).toBeTruthy()
    screen.getByRole('button', { name: '1. Save as a file' }).focus()
    await user.keyboard('{Enter}')
    expect(done.onSave).toHaveBeenCalledOnce()
    const file = new File(['x'], 'Sylt.etappe')
    await user.upload(screen.getByLabelText('2. Check the saved file', { selector: 'input' }), file)
    expect(done.onFile).toHaveBeenCalledWith(file)
  })

  it('offers a copy and another reading for a second copy, but no file that would allow removing it', async () => {
    const user = userEvent.setup()
    const done = show({ phase: 'onlyHere', reason: { code: 'damaged' }, file: 'none' })
    expect(screen.getByText(/The first is still on this device/)).toBeTruthy()
    expect(screen.queryByLabelText('2. Check the saved file', { selector: 'input' })).toBeNull()
    expect(removeButton()).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('button', { name: 'Save a copy as a file' }))
    expect(done.onSave).toHaveBeenCalledOnce()
    await user.click(screen.getByRole('button', { name: 'Reload' }))
    expect(done.onReload).toHaveBeenCalledOnce()
  })

  it.each<[Locale, RegExp]>([
    ['en', /and has the picture\./],
    ['de', /zurückgegeben und hat das Bild\./],
  ])('says in a whole sentence that the one picture is there (%s)', (locale, sentence) => {
    show({ phase: 'onRelay', host: 'r', pictures: 1 }, false, locale)
    expect(screen.getByText(sentence)).toBeTruthy()
  })

  it('names a way out of a file without the pictures that needs no relay yet', () => {
    show({ phase: 'onlyHere', reason: { code: 'noRelay' }, file: 'pictures' })
    expect(screen.getByText(/This workshop has no relay/)).toBeTruthy()
    expect(screen.getByText(/Save it again. If it stays so, share the workshop/)).toBeTruthy()
  })

  it('warns a moderator that the strongest link goes with the device', () => {
    show({ phase: 'onRelay', host: 'r', pictures: 0 }, true, 'de')
    expect(screen.getByText('Dieses Gerät hat den Link der Moderation')).toBeTruthy()
  })
})
