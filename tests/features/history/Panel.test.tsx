import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeAll, describe, expect, it, vi } from 'vitest'
import * as Y from 'yjs'
import { FeedbackContext } from '../../../src/bindings/FeedbackContext.ts'
import { WorkshopProvider } from '../../../src/bindings/WorkshopProvider.tsx'
import type { HistoryTools } from '../../../src/features/history/historyTools.ts'
import { HistoryPanel } from '../../../src/features/history/Panel.tsx'
import type { Actor } from '../../../src/model/actor.ts'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { createUndo } from '../../../src/model/undo.ts'
import { err, ok } from '../../../src/shared/result.ts'
import { storageFailure } from '../../../src/storage/storageFailure.ts'
import { useToasts } from '../../../src/ui/toastStore.ts'
import { column, laneOf, must, newWorkshop } from '../../model/support/testWorkshop.ts'

// Typing and dialogs on a machine that may be busy; nothing waits for this time unless it fails.
vi.setConfig({ testTimeout: 20_000 })

afterEach(cleanup)
beforeAll(() => {
  window.matchMedia = (query) => ({ matches: false, media: query }) as MediaQueryList
})

function openHistory(rights: Partial<Actor> = {}) {
  const { workshop, actor } = newWorkshop()
  const activityId = column(workshop, actor, 'Ich warte')
  const laneId = laneOf(workshop, 'ideas').id
  const card = (text: string) => must(addCard(workshop, actor, { laneId, activityId, text }))
  const kept: { id: number; at: number; state: Uint8Array; name: string | null }[] = []
  const keep = () => {
    const state = Y.encodeStateAsUpdate(workshop.docs.map)
    kept.push({ id: kept.length + 1, at: 1_790_000_000_000 + kept.length * 600_000, state, name: null })
  }
  const saved: number[] = []
  let isFull = false
  let mayName = true
  const tools: HistoryTools = {
    list: () => Promise.resolve(ok([...kept].reverse())),
    read: (id) => {
      const found = kept.find((one) => one.id === id)
      return Promise.resolve(found === undefined ? err(storageFailure('removed', '')) : ok(found.state))
    },
    name: (id, name) => {
      if (!mayName) return Promise.resolve(err(storageFailure('removed', '')))
      const found = kept.find((one) => one.id === id)
      if (found !== undefined) found.name = name === '' ? null : name
      return Promise.resolve(ok(undefined))
    },
    saveFile: () => {
      saved.push(kept.length)
    },
    keepNow: () => {
      if (isFull) return Promise.resolve(err(storageFailure('quota', 'full')))
      keep()
      return Promise.resolve(ok(undefined))
    },
    drawPicture: () => Promise.resolve(null),
    renderMap: (version) => (
      <p data-testid="old">{[...version.snapshot().cards.values()].map(({ text }) => text)}</p>
    ),
    reasonOf: ({ code }) => code,
  }
  const show = () =>
    render(
      <WorkshopProvider workshop={workshop} actor={{ ...actor, ...rights }} history={createUndo(workshop)}>
        <FeedbackContext value={{ refused: () => undefined, deleted: () => undefined }}>
          <HistoryPanel tools={tools} onClose={() => undefined} />
        </FeedbackContext>
      </WorkshopProvider>,
    )
  return {
    workshop,
    card,
    keep,
    kept,
    saved,
    show,
    fill: () => (isFull = true),
    noNames: () => (mayName = false),
  }
}

const rows = () => screen.getAllByRole('listitem')

describe('the history', () => {
  it('offers a file with the versions as soon as there are any', async () => {
    const { keep, show, saved } = openHistory()
    keep()
    show()
    const button = await screen.findByRole('button', { name: /versions|Versionen/ })
    await userEvent.click(button)
    expect(saved).toEqual([1])
  })

  it('lists versions with how much changed and with whom', async () => {
    const { card, keep, show } = openHistory()
    card('eins')
    keep()
    card('zwei')
    card('drei')
    keep()
    show()
    await waitFor(() => expect(rows()).toHaveLength(2))
    await waitFor(() => expect(rows()[0]?.textContent).toContain('2 new · with Anna'))
    await waitFor(() => expect(rows()[1]?.textContent).toContain('The first one kept here'))
  })

  it('shows an old state without changing anything, and brings it back as a change on top', async () => {
    const { workshop, card, keep, kept, show } = openHistory()
    const user = userEvent.setup()
    card('eins')
    keep()
    card('zwei')
    show()
    await user.click(await screen.findByRole('button', { name: /Look at the version of/ }))
    const dialog = await screen.findByRole('dialog')
    await waitFor(() => expect(within(dialog).getByTestId('old').textContent).toBe('eins'))
    expect(workshop.snapshot().cards.size).toBe(2)
    await user.click(within(dialog).getByRole('button', { name: 'Bring this state back' }))
    await waitFor(() => expect(workshop.snapshot().cards.size).toBe(1))
    expect(kept.map(({ name }) => name)).toEqual([null, expect.stringMatching(/^Before bringing back, \d/)])
    expect(workshop.snapshot().bin.cards.size).toBe(1)
  })

  it('changes nothing when what is here now cannot be kept first', async () => {
    const { workshop, card, keep, show, fill } = openHistory()
    const user = userEvent.setup()
    card('eins')
    keep()
    card('zwei')
    fill()
    show()
    await user.click(await screen.findByRole('button', { name: /Look at the version of/ }))
    await user.click(await screen.findByRole('button', { name: 'Bring this state back' }))
    await waitFor(() =>
      expect(useToasts.getState().messages.at(-1)).toMatchObject({
        text: 'It was not brought back, because what is here now could not be kept: quota',
        tone: 'error',
      }),
    )
    expect(workshop.snapshot().cards.size).toBe(2)
  })

  it('changes nothing when what is here now cannot be named, and so would be thinned away', async () => {
    const { workshop, card, keep, show, noNames } = openHistory()
    const user = userEvent.setup()
    card('eins')
    keep()
    card('zwei')
    noNames()
    show()
    await user.click(await screen.findByRole('button', { name: /Look at the version of/ }))
    await user.click(await screen.findByRole('button', { name: 'Bring this state back' }))
    await waitFor(() =>
      expect(useToasts.getState().messages.at(-1)).toMatchObject({
        text: 'It was not brought back, because what is here now could not be kept: removed',
        tone: 'error',
      }),
    )
    expect(workshop.snapshot().cards.size).toBe(2)
  })

  it('lets participants look, and only the moderator bring back', async () => {
    const { card, keep, show } = openHistory({ mayWrite: ['map', 'review'] })
    const user = userEvent.setup()
    card('eins')
    keep()
    show()
    await user.click(await screen.findByRole('button', { name: /Look at the version of/ }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).queryByRole('button', { name: 'Bring this state back' })).toBeNull()
    expect(dialog.textContent).toContain('The moderator can bring it back.')
  })

  it('keeps this moment under a name', async () => {
    const { kept, show } = openHistory()
    const user = userEvent.setup()
    show()
    await user.click(await screen.findByRole('button', { name: 'Keep this moment' }))
    await user.type(screen.getByLabelText('Name'), 'Nach den Interviews{Enter}')
    await waitFor(() => expect(screen.getByText('Nach den Interviews')).toBeTruthy())
    expect(kept.map(({ name }) => name)).toEqual(['Nach den Interviews'])
  })
})
