import { fireEvent, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { ImportDialog } from '../../../src/features/exchange/ImportDialog.tsx'
import type {
  Ahead,
  Found,
  ImportDecision,
  ImportTarget,
  ImportTools,
  NoteWish,
} from '../../../src/features/exchange/importTools.ts'
import { renderScreen } from '../support/renderScreen.tsx'

const ahead: Ahead = {
  counts: [{ label: 'Cards', created: 0, changed: 1 }],
  changes: [{ label: 'Cards', name: 'Old words', before: 'Old words', after: 'New words' }],
  missing: [],
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
    notices: [],
  },
}

const records: Found = { kind: 'records', name: 'a.zip' }
const CAREFUL: ImportDecision = { takeChanges: true, binMissing: false }

interface Opened {
  readonly ahead?: Ahead
  readonly targets?: ImportTools['targets']
  readonly colours?: ReturnType<ImportTools['coloursIn']>
  readonly files?: readonly File[]
}

function openImport(found: Found, locale: 'en' | 'de' = 'en', opened: Opened = {}) {
  const applied: [ImportTarget, ImportDecision][] = []
  const wishes: [ImportTarget, NoteWish | null][] = []
  const closed: string[] = []
  const tools: ImportTools = {
    targets: opened.targets ?? ['here'],
    placesIn: (target) => ({
      lanes: [{ value: `l1-${target}`, label: 'What I feel' }],
      activities: [{ value: 'a1', label: 'I search' }],
    }),
    read: () => Promise.resolve(found),
    readText: () => Promise.resolve(found),
    coloursIn: ({ roles }) => (roles.includes('colour') ? (opened.colours ?? []) : []),
    laneOfColour: (target, colour) => (colour === 'pink' ? `l1-${target}` : ''),
    lookAhead: (target, wish) => {
      wishes.push([target, wish])
      const unplaced = { file: 'two', line: 2, column: null, text: 'It names no activity.' }
      return { ...(opened.ahead ?? ahead), unplaced: wish === null ? [] : [unplaced] }
    },
    apply: (target, decision) => {
      applied.push([target, decision])
      return Promise.resolve(true)
    },
  }
  const picked = opened.files === undefined ? {} : { files: opened.files }
  renderScreen(<ImportDialog tools={tools} onClose={() => closed.push('closed')} {...picked} />, locale)
  return { applied, wishes, closed }
}

function pick(): void {
  const input = screen.getByLabelText('Choose files', { selector: 'input' })
  fireEvent.change(input, { target: { files: [new File(['x'], 'a.zip')] } })
}

describe('importing into an open workshop', { timeout: 60_000 }, () => {
  it('shows what would change, from what to what, before anything is taken over', async () => {
    const user = userEvent.setup()
    const { applied, closed } = openImport(records)
    pick()
    await waitFor(() => expect(screen.getByText('New words')).toBeTruthy())
    expect(screen.getByText('7 are here already and the same.')).toBeTruthy()
    expect(applied).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Import' }))
    await waitFor(() => expect(closed).toEqual(['closed']))
    expect(applied).toEqual([['here', CAREFUL]])
  })

  it('leaves what is here as it is when the person wants so: then there is nothing to do', async () => {
    const user = userEvent.setup()
    openImport(records)
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
    const look = await screen.findByRole('button', { name: 'Show what would happen' })
    expect(look).toHaveProperty('disabled', true)
    await user.selectOptions(screen.getByLabelText('B'), 'text')
    await user.selectOptions(screen.getByLabelText('Lane for notes that name none'), 'l1-here')
    await user.click(look)
    expect(wishes).toEqual([
      [
        'here',
        {
          roles: ['skip', 'text'],
          hasHeader: true,
          laneId: 'l1-here',
          activityId: '',
          colours: {},
          makesMissing: false,
        },
      ],
    ])
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

  it('leaves what the file does not have where it is, unless somebody wants it in the bin', async () => {
    const user = userEvent.setup()
    const nothing = { ...ahead, counts: [], changes: [], missing: [{ label: 'Cards', name: 'Forgotten' }] }
    const { applied } = openImport(records, 'en', { ahead: nothing })
    pick()
    await screen.findByText('Forgotten')
    const apply = screen.getByRole('button', { name: 'Import' })
    expect(apply).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('switch', { name: 'Put what the file does not have into the bin' }))
    await user.click(apply)
    await waitFor(() => expect(applied).toEqual([['here', { takeChanges: true, binMissing: true }]]))
  })

  it('goes into a new workshop when that is chosen, with what was chosen of the other one forgotten', async () => {
    const user = userEvent.setup()
    const { applied, wishes } = openImport(notes, 'de', { targets: ['here', 'new'] })
    await user.type(screen.getByLabelText('Oder Notizen einfügen'), 'eins')
    await user.click(screen.getByRole('button', { name: 'Eingefügten Text verwenden' }))
    await user.selectOptions(await screen.findByLabelText('B'), 'text')
    await user.selectOptions(screen.getByLabelText('Zeile der Map für Notizen, die keine nennen'), 'l1-here')
    await user.click(screen.getByRole('radio', { name: 'In einen neuen Workshop' }))
    await user.click(screen.getByRole('button', { name: 'Zeigen, was geschieht' }))
    expect(wishes.at(-1)).toMatchObject(['new', { roles: ['skip', 'text'], laneId: '', makesMissing: true }])
    await user.click(screen.getByRole('button', { name: 'Workshop anlegen' }))
    await waitFor(() => expect(applied).toEqual([['new', CAREFUL]]))
  })

  it('lets colours mean lanes, as they did the last time', async () => {
    const user = userEvent.setup()
    const colours = [
      { colour: '#ffd166', count: 3 },
      { colour: 'pink', count: 1 },
    ]
    const file = new File(['x'], 'board.csv')
    const { wishes } = openImport(notes, 'en', { colours, files: [file] })
    await user.selectOptions(await screen.findByLabelText('A'), 'colour')
    await user.selectOptions(screen.getByLabelText('B'), 'text')
    await user.selectOptions(screen.getByLabelText('#ffd166 (3 notes)'), 'l1-here')
    await user.click(screen.getByRole('button', { name: 'Show what would happen' }))
    expect(wishes.at(-1)?.[1]?.colours).toEqual({ '#ffd166': 'l1-here', pink: 'l1-here' })
  })
})
