import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { RatingField } from '../../../src/features/inspector/RatingField.tsx'
import { deleteRecords } from '../../../src/model/commands/deleteRecords.ts'
import { joinPerson } from '../../../src/model/commands/joinPerson.ts'
import { rate } from '../../../src/model/commands/rate.ts'
import { ratingStats } from '../../../src/model/select/ratingStats.ts'
import type { LaneKind } from '../../../src/model/records/lane.ts'
import { orderedLanes } from '../../../src/model/select/orderedLanes.ts'
import type { TemplateName } from '../../../src/model/templates.ts'
import { column, journeyOf, laneOf, must, newWorkshop, nobody } from '../../model/support/testWorkshop.ts'
import { renderInWorkshop } from '../support/renderInWorkshop.tsx'

function openRating(named = true, template: TemplateName = 'full', without: readonly LaneKind[] = []) {
  const { workshop, actor } = newWorkshop(1, template)
  for (const kind of without)
    must(deleteRecords(workshop, actor, { table: 'lanes', ids: [laneOf(workshop, kind).id] }))
  const subject = { kind: 'activity', id: column(workshop, actor, 'I wait') } as const
  const other = must(joinPerson(workshop, nobody, { name: 'Jörg' }))
  const onWho = vi.fn()
  const field = <RatingField subject={subject} onWho={onWho} />
  const rendered = renderInWorkshop(workshop, named ? actor : nobody, field)
  const stats = (view: 'inside' | 'outside' = 'inside') => ratingStats(workshop.snapshot(), subject, { view })
  return { workshop, subject, other, stats, onWho, ...rendered }
}

describe('rating', () => {
  it('is one tap, and another tap means anew, never twice', async () => {
    const user = userEvent.setup()
    const { stats } = openRating()
    await user.click(screen.getByRole('radio', { name: '8' }))
    await user.click(screen.getByRole('radio', { name: '3' }))
    expect(stats().statistics).toMatchObject({ n: 1, median: 3 })
  })

  it('is taken back by tapping the chosen value again', async () => {
    const user = userEvent.setup()
    const { stats } = openRating()
    await user.click(screen.getByRole('radio', { name: '8' }))
    await user.click(screen.getByRole('radio', { name: '8' }))
    expect(stats()).toMatchObject({ statistics: null, skipped: 0 })
  })

  it('can be "no opinion", which is an answer and no number', async () => {
    const user = userEvent.setup()
    const { stats } = openRating()
    await user.click(screen.getByRole('button', { name: 'No opinion' }))
    expect(stats()).toMatchObject({ statistics: null, skipped: 1 })
  })

  it('keeps inside and outside apart', async () => {
    const user = userEvent.setup()
    const { stats } = openRating()
    await user.click(screen.getByRole('radio', { name: '9' }))
    await user.click(screen.getByRole('radio', { name: 'Outside view' }))
    await user.click(screen.getByRole('radio', { name: '2' }))
    expect(stats('inside').statistics?.median).toBe(9)
    expect(stats('outside').statistics?.median).toBe(2)
  })

  it('says when the map has no lane to show it in, and adds that with one tap', async () => {
    const user = userEvent.setup()
    const { workshop } = openRating(true, 'full', ['curve'])
    const last = () => orderedLanes(workshop.snapshot(), journeyOf(workshop).id).at(-1)?.kind
    expect(last()).toBe('insights')
    expect(screen.getByText(/no lane for the performance curve/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Add the performance curve' }))
    expect(last()).toBe('curve')
    expect(screen.queryByText(/no lane for the performance curve/)).toBeNull()
  })

  it('goes on where it was when the lane is added, and says that it is there', async () => {
    const user = userEvent.setup()
    openRating(true, 'full', ['curve'])
    await user.click(screen.getByRole('button', { name: 'Add the performance curve' }))
    expect(document.activeElement).toBe(screen.getByRole('region', { name: 'Rate' }))
    expect(screen.getByRole('status').textContent).toBe('The map shows the performance curve now.')
    await user.tab()
    expect(document.activeElement).toBe(screen.getByRole('radio', { name: 'Inside view' }))
  })

  it('says nothing of a lane that is only hidden: it shows by itself', () => {
    openRating(true, 'firstWorkshop')
    expect(screen.queryByText(/no lane for the performance curve/)).toBeNull()
  })

  it('shows what the group thinks as soon as a colleague rates', async () => {
    const { workshop, subject, other } = openRating()
    expect(screen.getByText('Nobody has rated this yet.')).toBeTruthy()
    act(() => void must(rate(workshop, { personId: other }, { subject, view: 'inside', value: 6 })))
    expect(screen.getByText('Median 6, one opinion')).toBeTruthy()
  })

  it('waits until somebody has said who they are, and leads to where that is said', async () => {
    const { onWho } = openRating(false)
    expect(screen.getByText('Say who you are to be able to rate.')).toBeTruthy()
    expect(screen.getByRole('radio', { name: '8' }).closest('fieldset')).toHaveProperty('disabled', true)
    await userEvent.setup().click(screen.getByRole('button', { name: 'Who are you?' }))
    expect(onWho).toHaveBeenCalledOnce()
  })
})
