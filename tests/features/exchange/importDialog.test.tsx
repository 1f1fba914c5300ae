import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ImportDialog } from '../../../src/features/exchange/ImportDialog.tsx'
import type { Ahead, Found, ImportTools, NoteWish } from '../../../src/features/exchange/importTools.ts'
import { renderScreen } from '../support/renderScreen.tsx'

const ahead: Ahead = {
  counts: [{ label: 'Cards', created: 0, changed: 1 }],
  changes: [{ label: 'Cards', name: 'Old words', before: 'Old words', after: 'New words' }],
  unchanged: 7,
  binned: 0,
  notices: [],
  unplaced: [],
}

const notes: Found = {
  kind: 'notes',
  name: 'Pasted text',
  table: {
    sample: [
      ['A', 'B'],
      ['one', 'two'],
    ],
    rows: 2,
    roles: ['skip', 'skip'],
    hasHeader: true,
  },
}

function openImport(found: Found, locale: 'en' | 'de' = 'en') {
  const applied: boolean[] = []
  const wishes: NoteWish[] = []
  const closed: string[] = []
  const tools: ImportTools = {
    lanes: [{ value: 'l1', label: 'What I feel' }],
    activities: [{ value: 'a1', label: 'I search' }],
    read: () => Promise.resolve(found),
    readText: () => found,
    lookAhead: (wish) => {
      wishes.push(wish)
      return { ...ahead, unplaced: [{ file: 'two', line: 2, column: null, text: 'It names no activity.' }] }
    },
    apply: (takeChanges) => {
      applied.push(takeChanges)
      return Promise.resolve(true)
    },
  }
  renderScreen(<ImportDialog tools={tools} onClose={() => closed.push('closed')} />, locale)
  return { applied, wishes, closed }
}

function pick(): void {
  const input = screen.getByLabelText('Choose files', { selector: 'input' })
  fireEvent.change(input, { target: { files: [new File(['x'], 'a.zip')] } })
}

describe('importing into an open workshop', { timeout: 60_000 }, () => {
  it('shows what would change, from what to what, before anything is taken over', async () => {
    const user = userEvent.setup()
    const { applied, closed } = openImport({ kind: 'records', name: 'a.zip', ahead })
    pick()
    await waitFor(() => expect(screen.getByText('New words')).toBeTruthy())
    expect(screen.getByText('7 are here already and the same.')).toBeTruthy()
    expect(applied).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Import' }))
    await waitFor(() => expect(closed).toEqual(['closed']))
    expect(applied).toEqual([true])
  })

  it('leaves what is here as it is when the person wants so: then there is nothing to do', async () => {
    const user = userEvent.setup()
    openImport({ kind: 'records', name: 'a.zip', ahead })
    pick()
    await waitFor(() => expect(screen.getByText('New words')).toBeTruthy())
    await user.click(screen.getByRole('switch', { name: 'Take over what differs' }))
    expect(screen.queryByText('New words')).toBeNull()
    expect(screen.getByRole('button', { name: 'Import' })).toHaveProperty('disabled', true)
  })

  it('asks what the columns of notes mean, and tells which rows have no place', async () => {
    const user = userEvent.setup()
    const { wishes } = openImport(notes)
    await user.type(screen.getByLabelText('Or paste notes'), 'one')
    await user.click(screen.getByRole('button', { name: 'Use the pasted text' }))
    const look = screen.getByRole('button', { name: 'Show what would happen' })
    expect(look).toHaveProperty('disabled', true)
    await user.selectOptions(screen.getByLabelText('B'), 'text')
    await user.selectOptions(screen.getByLabelText('Lane for notes that name none'), 'l1')
    await user.click(look)
    expect(wishes).toEqual([{ roles: ['skip', 'text'], hasHeader: true, laneId: 'l1', activityId: '' }])
    expect(screen.getByText('1 row has no place on the map')).toBeTruthy()
    expect(screen.getByText('two, line 2')).toBeTruthy()
  })

  it('says in German what is wrong where, and offers another file', async () => {
    const user = userEvent.setup()
    const trouble = { file: 'a.csv', line: 3, column: 'text', text: 'Hier muss etwas stehen.' }
    openImport({ kind: 'troubles', troubles: [trouble] }, 'de')
    const input = screen.getByLabelText('Dateien wählen', { selector: 'input' })
    fireEvent.change(input, { target: { files: [new File(['x'], 'a.csv')] } })
    await waitFor(() => expect(screen.getByText('a.csv, Zeile 3, Spalte „text“')).toBeTruthy())
    expect(screen.getByRole('alert').textContent).toContain('Es wurde nichts importiert')
    await user.click(screen.getByRole('button', { name: 'Zurück' }))
    expect(screen.getByRole('button', { name: 'Dateien wählen' })).toBeTruthy()
  })
})
