/** Sheets and cards: what only one kind asks is asked only there, and what was chosen is what is laid out and printed. */
import { screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { SheetsPanel } from '../../../src/features/poster/sheets/SheetsPanel.tsx'
import type { SheetOrder, SheetTools } from '../../../src/features/poster/sheets/sheetTools.ts'
import { err, ok } from '../../../src/shared/result.ts'
import { renderScreen } from '../support/renderScreen.tsx'

function panel() {
  const orders: SheetOrder[] = []
  const printed: SheetOrder[] = []
  const tools: SheetTools = {
    offer: {
      phases: [{ id: 'p1' as never, title: 'Planen' }],
      lanes: [{ id: 'l1' as never, title: 'Was ich erwarte' }],
    },
    revision: 1,
    preview: (order) => {
      orders.push(order)
      const isMap = order.kind === 'empty'
      return Promise.resolve(
        ok({
          scene: { width: 297, height: 210, ops: [] },
          parts: [],
          pages: order.kind === 'cards' ? 18 : 1,
          missing: [],
          withCodes: isMap ? order.paper === 'A0' : order.kind === 'cards' ? true : null,
          title: 'Theme cards',
        }),
      )
    },
    print: (order) => {
      printed.push(order)
      return Promise.resolve(err({ code: 'failed' }))
    },
    draw: () => undefined,
  }
  renderScreen(<SheetsPanel tools={tools} />)
  return { orders, printed, user: userEvent.setup() }
}

describe('sheets and cards', () => {
  it('of theme cards are asked how many and whether the phase is printed; that is what is printed', async () => {
    const { orders, printed, user } = panel()
    await user.selectOptions(screen.getByLabelText('What to print'), 'Theme cards')
    expect(await screen.findByText('18 pages')).toBeTruthy()
    expect(screen.queryByLabelText('Columns')).toBeNull()
    await user.click(screen.getByRole('radio', { name: 'Written by hand' }))
    const copies = screen.getByLabelText('Cards of each lane')
    await user.clear(copies)
    await user.type(copies, '4')
    await user.selectOptions(screen.getByLabelText('Paper'), 'Letter')
    const wanted = { kind: 'cards', forPhases: false, copies: 4, paper: 'Letter' }
    await waitFor(() => expect(orders.at(-1)).toMatchObject(wanted))
    const make = screen.getByRole('button', { name: 'Make the PDF' })
    await waitFor(() => expect(make).toHaveProperty('disabled', false))
    await user.click(make)
    await waitFor(() => expect(printed).toMatchObject([wanted]))
    expect(await screen.findByText(/could not be made/)).toBeTruthy()
  })

  it('say when an empty map has no room for codes, and go back to office paper with another kind', async () => {
    const { orders, user } = panel()
    await user.selectOptions(screen.getByLabelText('What to print'), 'Map to write on')
    expect(await screen.findByText(/too small for codes/)).toBeTruthy()
    await user.selectOptions(screen.getByLabelText('Paper'), 'A0')
    expect(await screen.findByText(/With codes/)).toBeTruthy()
    expect(screen.queryByText(/too small for codes/)).toBeNull()
    await user.selectOptions(screen.getByLabelText('What to print'), 'Actions')
    await waitFor(() => expect(orders.at(-1)).toMatchObject({ kind: 'actions', paper: 'A4' }))
  })
})
