import { act, screen } from '@testing-library/react'
import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { HealthArea } from '../../../src/app/frame/HealthArea.tsx'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { systemClock } from '../../../src/shared/clock.ts'
import { renderFrame } from '../support/renderFrame.tsx'
import { freshBrowser } from '../support/testServices.ts'

beforeEach(freshBrowser)

/** The clock of the device goes on by so much at once. */
function letPass(ms: number): void {
  const now = systemClock.now()
  vi.spyOn(Date, 'now').mockReturnValue(now + ms)
  onTestFinished(() => void vi.restoreAllMocks())
}

describe('the health panel of an open workshop', () => {
  it('tells how long ago the last save is while it stays open, and that the next one is just now', async () => {
    const { session } = await renderFrame(<HealthArea onClose={() => undefined} />)
    expect(await screen.findByText(/^Everything is saved here, last just now/)).toBeTruthy()
    letPass(7.5 * 60_000)
    expect(await screen.findByText(/^Everything is saved here, last 7 minutes ago/)).toBeTruthy()
    await act(() => {
      addCard(session.document, session.actor.get(), { laneId: null, activityId: null, text: 'one' })
      return session.persistence.flush()
    })
    expect(await screen.findByText(/^Everything is saved here, last just now/)).toBeTruthy()
  })
})
