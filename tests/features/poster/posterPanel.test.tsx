import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { PosterPanel } from '../../../src/features/poster/Panel.tsx'
import type { PosterPreviewed, PosterTools } from '../../../src/features/poster/posterTools.ts'
import type { PosterWish } from '../../../src/features/poster/posterWish.logic.ts'
import { ok } from '../../../src/shared/result.ts'
import { renderScreen } from '../support/renderScreen.tsx'

const PREVIEWED: PosterPreviewed = {
  scene: { width: 1189, height: 841, ops: [] },
  parts: [],
  pages: 1,
  missing: [],
  title: 'Bahnreise',
  report: {
    width: 1189,
    height: 841,
    textSize: 9.2,
    smallestText: 7,
    wantedSize: null,
    fits: true,
    legible: true,
    readingDistance: 766,
    columns: 40,
    columnWidth: 26,
    cardsShown: 538,
    cardsInAll: 538,
    partedWords: 0,
  },
}

function panel() {
  const wishes: PosterWish[] = []
  const tools: PosterTools = {
    offer: {
      phases: [
        { id: 'p1' as never, title: 'Planen' },
        { id: 'p2' as never, title: 'Reisen' },
      ],
      lanes: [{ id: 'l1' as never, title: 'Was ich erwarte' }],
    },
    revision: 1,
    preview: (wish) => {
      wishes.push(wish)
      const parts = wish.tiles === null ? [] : [{ x: 0, y: 0, width: 100, height: 100 }]
      return Promise.resolve(ok({ ...PREVIEWED, parts, pages: wish.tiles === null ? 1 : 26 }))
    },
    print: () => Promise.resolve(ok(new Blob())),
    draw: () => undefined,
  }
  renderScreen(<PosterPanel tools={tools} />)
  return { wishes, user: userEvent.setup() }
}

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
})
