import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { atom } from '@tldraw/editor'
import { describe, expect, it, onTestFinished } from 'vitest'
import { RatingPanel } from '../../src/canvas/overlay/RatingPanel.tsx'
import type { MapSession } from '../../src/canvas/session/MapSession.ts'
import { SessionContext } from '../../src/canvas/session/SessionContext.ts'
import { translator } from '../../src/i18n/translate.ts'
import type { Actor } from '../../src/model/actor.ts'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import type { RatingView } from '../../src/model/records/rating.ts'
import { renderScreen } from '../features/support/renderScreen.tsx'
import { must, nobody } from '../model/support/testWorkshop.ts'
import { mapFixture } from './support/mapFixture.ts'

/** The panel over a map, before anybody has said who they are. */
function openPanel(locale: 'de' | 'en', view: RatingView = 'inside', map = mapFixture()) {
  const asked: string[] = []
  const snapshot = atom('snapshot', map.workshop.snapshot())
  const container = document.body.appendChild(document.createElement('div'))
  container.tabIndex = 0
  onTestFinished(() => container.remove())
  onTestFinished(map.workshop.subscribe(() => void snapshot.set(map.workshop.snapshot())))
  const session = {
    actor: atom<Actor>('actor', nobody),
    actions: map.actions,
    snapshot,
    layout: atom('layout', map.layout()),
    inset: atom('inset', { top: 0, right: 0, bottom: 0, left: 0 }),
    ratingView: atom('view', view),
    rating: atom('rating', { subject: { kind: 'activity', id: map.ids.first }, by: 'me' }),
    editor: {
      getViewportScreenBounds: () => ({ w: 1180, h: 820 }),
      getCamera: () => ({ x: 0, y: 0, z: 1 }),
      getContainer: () => container,
    },
    askWho: () => asked.push('who'),
    announce: () => undefined,
  } as unknown as MapSession
  renderScreen(
    <SessionContext value={session}>
      <RatingPanel />
    </SessionContext>,
    locale,
  )
  return { asked, container }
}

describe('the box of one to ten', () => {
  it.each(['en', 'de'] as const)(
    'leads whoever has not said who they are to where that is said (%s)',
    async (locale) => {
      const t = translator(locale)
      const { asked } = openPanel(locale)
      expect(screen.getByText(t('canvas.ratingNeedsName'))).toBeTruthy()
      await userEvent.setup().click(screen.getByRole('button', { name: t('frame.whoAreYou') }))
      expect(asked).toEqual(['who'])
    },
  )

  it.each([
    ['de', 'inside', 'Wie gut ist das? Unsere eigene Einschätzung (Innensicht)'],
    ['de', 'outside', 'Wie gut ist das? Das Urteil der Kundschaft (Außensicht)'],
    ['en', 'inside', 'How good is this? What we think ourselves (inside view)'],
    ['en', 'outside', 'How good is this? What customers say (outside view)'],
  ] as const)('asks in words whose view it is (%s, %s)', (locale, view, question) => {
    openPanel(locale, view)
    expect(screen.getByRole('group', { name: question })).toBeTruthy()
  })

  it('keeps the keyboard when the missing row is added, says so, and Escape still closes it', async () => {
    const user = userEvent.setup()
    const map = mapFixture()
    must(deleteRecords(map.workshop, map.actor, { table: 'lanes', ids: [map.lane('curve')] }))
    const { container } = openPanel('en', 'inside', map)
    await user.click(screen.getByRole('button', { name: 'Add the performance curve' }))
    expect(map.lane('curve')).toBeTruthy()
    expect(screen.queryByText(/no lane for the performance curve/)).toBeNull()
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Rate' }))
    expect(screen.getByRole('status').textContent).toBe('The map shows the performance curve now.')
    await user.keyboard('{Escape}')
    expect(screen.queryByRole('region', { name: 'Rate' })).toBeNull()
    expect(document.activeElement).toBe(container)
  })
})
