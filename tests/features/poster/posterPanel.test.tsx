import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { openPosterPanel as panel } from './openPosterPanel.tsx'

describe('the choices of a poster', () => {
  it('cut it for the office printer and say how many pages that makes', async () => {
    const { wishes, user } = panel()
    await user.selectOptions(screen.getByLabelText('Printed'), 'On A4 sheets of an office printer')
    await waitFor(() => expect(wishes.at(-1)?.tiles).toBe('A4'))
    expect(await screen.findByText(/26 pages; the red lines/)).toBeTruthy()
  })

  it('make two posters, in grey, for the print shop', async () => {
    const { wishes, user } = panel()
    await user.selectOptions(screen.getByLabelText('Posters'), 'Two side by side')
    await user.selectOptions(screen.getByLabelText('Look'), 'Grey')
    await user.click(screen.getByLabelText('Bleed and crop marks for a print shop'))
    await waitFor(() =>
      expect(wishes.at(-1)).toMatchObject({ split: 'two', style: 'grey', forPrintShop: true }),
    )
  })

  it('leave out a phase, and print all again, those that come later too', async () => {
    const { wishes, user } = panel()
    const phases = screen.getByText('Phases').closest('details') ?? document.body
    await user.click(within(phases).getByText('Phases'))
    await user.click(within(phases).getByLabelText('Planen'))
    await waitFor(() => expect(wishes.at(-1)?.phaseIds).toEqual(['p2']))
    expect(within(phases).getByText('1 of 2')).toBeTruthy()
    await user.click(within(phases).getByLabelText('Planen'))
    await waitFor(() => expect(wishes.at(-1)?.phaseIds).toBeNull())
    expect(within(phases).getByText('all 2')).toBeTruthy()
  })

  it('enlarge the picture step by step, and show the whole again', async () => {
    const { user } = panel()
    const larger = await screen.findByRole('button', { name: 'Larger' })
    const whole = screen.getByRole<HTMLButtonElement>('button', { name: 'Whole poster' })
    expect(whole.disabled).toBe(true)
    await user.click(larger)
    expect(whole.disabled).toBe(false)
    await user.click(whole)
    expect(whole.disabled).toBe(true)
  })

  it('print names, single ratings and a code only when each is switched on', async () => {
    const { wishes, user } = panel()
    await waitFor(() =>
      expect(wishes[0]).toMatchObject({ showAuthors: false, showSingleRatings: false, withCode: false }),
    )
    await user.click(screen.getByLabelText('Print what each person rated, as dots without names'))
    await waitFor(() => expect(wishes.at(-1)).toMatchObject({ showAuthors: false, showSingleRatings: true }))
    await user.click(screen.getByLabelText('QR code that leads into the workshop'))
    await waitFor(() => expect(wishes.at(-1)).toMatchObject({ withCode: true, showAuthors: false }))
  })

  it('offer no code while there is no link, and say when there will be one', () => {
    panel({ hasLink: false })
    expect(screen.getByLabelText<HTMLButtonElement>('QR code that leads into the workshop').disabled).toBe(
      true,
    )
    expect(screen.getByText(/once the workshop is shared/)).toBeTruthy()
  })

  it('say what the pictures weigh and which are missing before anything is printed', async () => {
    panel({ previewed: { pictures: { count: 31, missing: 2, most: 1_023_000, images: new Map() } } })
    expect(await screen.findByText('31 pictures, at most 1.1 MB in the file')).toBeTruthy()
    expect(screen.getByText(/2 pictures are not on this device/)).toBeTruthy()
  })

  it('list the characters that no font has, and take a font that has them', async () => {
    const taken: string[] = []
    const { user } = panel({
      previewed: { missing: ['東', '京'], unjoined: ['م'] },
      house: {
        fonts: ['NotoSansJP.ttf'],
        takeFont: (file) => {
          taken.push(file.name)
          return Promise.resolve('postScript')
        },
      },
    })
    expect(await screen.findByText(/No font has these 2 characters.*東 京/)).toBeTruthy()
    expect(screen.getByText(/printed one by one.*م/)).toBeTruthy()
    await user.click(screen.getByText('Fonts for other scripts'))
    const [input] = screen
      .getAllByLabelText<HTMLInputElement>('Add a font')
      .filter((one) => one.tagName === 'INPUT')
    if (!input) throw new Error('no place for a font')
    await user.upload(input, new File(['OTTO'], 'Serif.otf'))
    expect(await screen.findByText(/PostScript outlines/)).toBeTruthy()
    expect(taken).toEqual(['Serif.otf'])
    expect(screen.getByRole('button', { name: 'Remove NotoSansJP.ttf' })).toBeTruthy()
  })

  it('refuse a drawing as a logo with the reason, and say that a pale colour prints darker', async () => {
    const { user } = panel({
      house: { takeLogo: () => Promise.resolve('svg'), colour: '#FFE94D', printed: '#a6972f' },
    })
    await user.click(screen.getByText('Logo and colour'))
    const [input] = screen
      .getAllByLabelText<HTMLInputElement>('Add a logo')
      .filter((one) => one.tagName === 'INPUT')
    if (!input) throw new Error('no place for a logo')
    await user.upload(input, new File(['<svg/>'], 'logo.svg', { type: 'image/svg+xml' }))
    expect(await screen.findByText(/can hold programs and is not taken/)).toBeTruthy()
    expect(screen.getByText(/printed darker, as #a6972f/)).toBeTruthy()
  })
})
