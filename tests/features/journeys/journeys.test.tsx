import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { JourneysPanel } from '../../../src/features/journeys/Panel.tsx'
import type { Actor } from '../../../src/model/actor.ts'
import type { JourneyId } from '../../../src/model/records/journey.ts'
import { mainJourney, orderedJourneys } from '../../../src/model/select/journeys.ts'
import { newWorkshop } from '../../model/support/testWorkshop.ts'
import { renderInWorkshop } from '../support/renderInWorkshop.tsx'

function open(rights: Partial<Actor> = {}) {
  const { workshop, actor } = newWorkshop()
  const shown: JourneyId[] = []
  const panel = <JourneysPanel onShow={(id) => void shown.push(id)} onClose={() => undefined} />
  const rendered = renderInWorkshop(workshop, { ...actor, ...rights }, panel)
  const titles = () => orderedJourneys(workshop.snapshot()).map(({ title, kind }) => [title, kind])
  return { workshop, shown, titles, ...rendered }
}

async function addTarget(): Promise<void> {
  await userEvent.type(screen.getByLabelText('Title of the new journey'), 'How it should be')
  await userEvent.click(screen.getByRole('button', { name: 'Add journey' }))
}

describe('the journeys of a workshop', () => {
  it('adds one and shows it at once', async () => {
    const { workshop, shown, titles } = open()
    await addTarget()
    expect(titles()).toEqual([
      ['Unsere Reise', 'current'],
      ['How it should be', 'target'],
    ])
    expect(shown).toEqual([orderedJourneys(workshop.snapshot())[1]?.id])
  })

  it('renames one and changes its kind', async () => {
    const { titles } = open()
    const field = screen.getByLabelText('Title')
    await userEvent.clear(field)
    await userEvent.type(field, 'Today{Enter}')
    await userEvent.selectOptions(screen.getByLabelText('Kind'), 'Employee journey')
    expect(titles()).toEqual([['Today', 'employee']])
  })

  it('lets the moderator show another to everybody', async () => {
    const { workshop } = open()
    await addTarget()
    const row = within(screen.getByRole('listitem', { name: 'How it should be' }))
    await userEvent.click(row.getByRole('button', { name: 'Show to everybody' }))
    expect(mainJourney(workshop.snapshot())?.title).toBe('How it should be')
    expect(row.getByText('For everybody and the wall')).toBeTruthy()
  })

  it('deletes one into the bin, with a way back, but never the last', async () => {
    const { workshop, titles, deletions } = open()
    expect(screen.queryByRole('button', { name: 'Delete “Unsere Reise”' })).toBeNull()
    await addTarget()
    await userEvent.click(screen.getByRole('button', { name: 'Delete “How it should be”' }))
    expect(titles()).toHaveLength(1)
    expect(deletions).toMatchObject([{ table: 'journeys' }])
    expect(workshop.snapshot().bin.journeys.size).toBe(1)
    expect(screen.queryByRole('button', { name: /^Delete/ })).toBeNull()
  })

  it('lets a participant switch but not for everybody, and a reader write nothing', async () => {
    const participant = open({ mayWrite: ['map', 'review'] })
    await addTarget()
    expect(screen.queryByRole('button', { name: 'Show to everybody' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Show here' })).toBeTruthy()
    participant.unmount()
    open({ mayWrite: [] })
    expect(screen.queryByLabelText('Title of the new journey')).toBeNull()
    expect(screen.getByLabelText('Title')).toHaveProperty('readOnly', true)
  })
})
