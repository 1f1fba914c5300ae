import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { BinPanel } from '../../../src/features/bin/Panel.tsx'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { deleteRecords } from '../../../src/model/commands/deleteRecords.ts'
import { column, laneOf, must, newWorkshop } from '../../model/support/testWorkshop.ts'
import { renderInWorkshop } from '../support/renderInWorkshop.tsx'

describe('the bin of a workshop', () => {
  it('says what was deleted by whom, and brings it back with all that belonged to it', async () => {
    const user = userEvent.setup()
    const { workshop, actor } = newWorkshop()
    const activityId = column(workshop, actor, 'I wait for the train')
    const laneId = laneOf(workshop, 'ideas').id
    must(addCard(workshop, actor, { laneId, activityId, text: 'A bench' }))
    must(deleteRecords(workshop, actor, { table: 'activities', ids: [activityId] }))
    const panel = <BinPanel now={workshop.clock.now() + 120_000} onClose={() => undefined} />
    renderInWorkshop(workshop, actor, panel)
    expect(screen.getAllByRole('listitem')).toHaveLength(1)
    expect(screen.getByText('I wait for the train')).toBeTruthy()
    expect(screen.getByText(/2 minutes ago, by Anna · and one thing that belonged to it/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Restore' }))
    expect(workshop.snapshot().activities.has(activityId)).toBe(true)
    expect(workshop.snapshot().cards.size).toBe(1)
    expect(screen.getByText('The bin is empty')).toBeTruthy()
  })

  it('shows a reader what lies in it without the way back', () => {
    const { workshop, actor } = newWorkshop()
    const activityId = column(workshop, actor, 'I wait')
    must(deleteRecords(workshop, actor, { table: 'activities', ids: [activityId] }))
    renderInWorkshop(
      workshop,
      { personId: null, mayWrite: [] },
      <BinPanel now={0} onClose={() => undefined} />,
    )
    expect(screen.getByText('I wait')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Restore' })).toBeNull()
  })
})
