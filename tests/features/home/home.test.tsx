import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { BinDialog } from '../../../src/features/home/BinDialog.tsx'
import { ImportDialog } from '../../../src/features/home/ImportDialog.tsx'
import { NewWorkshopDialog } from '../../../src/features/home/NewWorkshopDialog.tsx'
import { WorkshopList } from '../../../src/features/home/WorkshopList.tsx'
import type { Locale } from '../../../src/i18n/translate.ts'
import { newWorkshopEntry } from '../../../src/storage/workshopEntry.ts'
import { renderScreen } from '../support/renderScreen.tsx'

const NOW = Date.UTC(2026, 10, 21, 12)
const entry = newWorkshopEntry('w1', NOW - 7_200_000, { title: 'Bahnreise' })

function openList(workshops: Parameters<typeof WorkshopList>[0]['workshops'], locale: Locale = 'en') {
  const done: string[] = []
  const say = (what: string) => (one: { workshopId: string }) => void done.push(`${what} ${one.workshopId}`)
  renderScreen(
    <WorkshopList
      workshops={workshops}
      now={NOW}
      onOpen={say('open')}
      onRename={say('rename')}
      onDuplicate={say('duplicate')}
      onHandBack={say('handBack')}
      onRemove={say('remove')}
    />,
    locale,
  )
  return done
}

describe('the workshops of this device', () => {
  it('say when they were open and where they are, and open with one tap', async () => {
    const user = userEvent.setup()
    const done = openList([
      entry,
      { ...entry, workshopId: 'w2', title: '', relayOrigin: 'https://r.example', role: 'reader' },
    ])
    const [first, second] = screen.getAllByRole('article')
    expect(first?.textContent).toContain('opened 2 hours ago')
    expect(first?.textContent).toContain('On this device')
    expect(second?.textContent).toContain('Untitled workshop')
    expect(second?.textContent).toContain('On the relay')
    expect(second?.textContent).toContain('Reader')
    await user.click(screen.getByRole('button', { name: 'Open “Bahnreise”' }))
    expect(done).toEqual(['open w1'])
  })

  it.each([
    ['de', 'Nur auf diesem Gerät', /Auf dem Relay|Noch nicht/],
    ['en', 'Only on this device', /On the relay|Not on/],
  ] as const)(
    'say what the chip inside says when the room is closed for this device (%s)',
    (locale, words, not) => {
      const shared = { ...entry, relayOrigin: 'https://r.example', roomClosedAt: NOW } as const
      openList([shared, { ...shared, workshopId: 'w2', onlyHereSince: NOW }], locale)
      for (const tile of screen.getAllByRole('article')) {
        expect(tile.textContent).toContain(words)
        expect(tile.textContent).not.toMatch(not)
      }
    },
  )

  it('can be renamed, duplicated and put into the bin by keyboard', async () => {
    const user = userEvent.setup()
    const done = openList([entry])
    for (const [index, what] of ['rename', 'duplicate', 'handBack', 'remove'].entries()) {
      screen.getByRole('button', { name: 'More about “Bahnreise”' }).focus()
      await user.keyboard(`{Enter}${'{ArrowDown}'.repeat(index)}{Enter}`)
      expect(done.at(-1)).toBe(`${what} w1`)
    }
  })

  it('cannot be renamed with a link that only reads', async () => {
    const user = userEvent.setup()
    openList([{ ...entry, role: 'reader' }])
    await user.click(screen.getByRole('button', { name: 'More about “Bahnreise”' }))
    expect(screen.getByRole('menuitem', { name: 'Rename' }).getAttribute('aria-disabled')).toBe('true')
  })

  it('that are none invite to begin; while they are being read nobody is told that there are none', () => {
    openList([])
    expect(screen.getByText('No workshop here yet')).toBeTruthy()
  })

  it('that are being read are not "none"', () => {
    openList(undefined)
    expect(screen.queryByText('No workshop here yet')).toBeNull()
  })
})

describe('a new workshop', () => {
  it('is the first-workshop template unless somebody chooses another, with the keyboard alone', async () => {
    const user = userEvent.setup()
    const made: unknown[] = []
    renderScreen(<NewWorkshopDialog onClose={() => undefined} onCreate={(...args) => made.push(args)} />)
    await user.click(screen.getByLabelText('Name of the workshop'))
    await user.keyboard(' Bahnreise {Enter}')
    expect(made).toEqual([['Bahnreise', 'firstWorkshop']])
    screen.getByRole('radio', { name: 'First workshop' }).focus()
    // Held, as fingers do: the choice follows the focus while the key is down.
    await user.keyboard('{ArrowRight>}')
    await waitFor(() =>
      expect(screen.getByRole('radio', { name: 'Full map' }).getAttribute('aria-checked')).toBe('true'),
    )
    await user.keyboard('{/ArrowRight}')
    await user.click(screen.getByRole('button', { name: 'Create' }))
    expect(made.at(-1)).toEqual(['Bahnreise', 'full'])
  })
})

describe('files that cannot be opened', () => {
  it('are answered with a list of file, line and column, and the word that nothing was changed', () => {
    const trouble = { file: 'cards.csv', line: 17, column: 'lane_id', text: 'There is no lane “l-x”.' }
    renderScreen(
      <ImportDialog
        state={{
          phase: 'troubles',
          troubles: [trouble, { ...trouble, line: null, column: null, text: 'Also …' }],
        }}
        onCancel={() => undefined}
        onAgain={() => undefined}
      />,
    )
    const cells = within(screen.getByRole('table')).getAllByRole('cell')
    expect(cells.slice(0, 4).map((cell) => cell.textContent)).toEqual([
      'cards.csv',
      '17',
      'lane_id',
      'There is no lane “l-x”.',
    ])
    expect(screen.getByText('2 mistakes have to be repaired first')).toBeTruthy()
    expect(screen.getByText('Nothing was imported and nothing was changed.')).toBeTruthy()
  })

  it('show how far the reading is and can be cancelled until the map is being kept', () => {
    const state = { phase: 'working', done: 0.42, canCancel: true } as const
    const dialog = (canCancel: boolean) => (
      <ImportDialog state={{ ...state, canCancel }} onCancel={() => undefined} onAgain={() => undefined} />
    )
    const { unmount } = renderScreen(dialog(true))
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('42')
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy()
    unmount()
    renderScreen(dialog(false))
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull()
  })
})

describe('the bin of this device', () => {
  it('gives back with one tap and deletes for good only when somebody says exactly that', async () => {
    const user = userEvent.setup()
    const done: string[] = []
    renderScreen(
      <BinDialog
        entries={[entry]}
        onClose={() => undefined}
        onRestore={() => done.push('restore')}
        onDelete={() => done.push('delete')}
      />,
      'de',
    )
    await user.click(screen.getByRole('button', { name: 'Wiederherstellen' }))
    await user.click(screen.getByRole('button', { name: 'Endgültig löschen' }))
    expect(done).toEqual(['restore', 'delete'])
  })
})
