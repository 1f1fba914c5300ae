import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { BinPanel } from '../../../src/features/bin/Panel.tsx'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { deleteRecords } from '../../../src/model/commands/deleteRecords.ts'
import { editText } from '../../../src/model/commands/editText.ts'
import { importRecords } from '../../../src/model/commands/importRecords.ts'
import { column, laneOf, meet, must, newWorkshop, otherDevice } from '../../model/support/testWorkshop.ts'
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
    expect(screen.getByText(/2 minutes ago, by Anna · and one entry that belonged to it/)).toBeTruthy()
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

  it('[BIN5] puts what somebody went on writing first, and says so', async () => {
    const user = userEvent.setup()
    const { workshop: anna, actor } = newWorkshop()
    const activityId = column(anna, actor, 'I wait')
    const laneId = laneOf(anna, 'ideas').id
    const cardId = must(addCard(anna, actor, { laneId, activityId, text: 'A bench' }))
    const ben = otherDevice(anna)
    must(editText(ben, actor, { table: 'cards', id: cardId, field: 'text', text: 'A bench with a roof' }))
    must(deleteRecords(anna, actor, { table: 'cards', ids: [cardId] }))
    must(deleteRecords(anna, actor, { table: 'activities', ids: [activityId] }))
    meet(anna, ben)
    renderInWorkshop(anna, actor, <BinPanel now={anna.clock.now()} onClose={() => undefined} />)
    const [first, second] = screen.getAllByRole('listitem')
    expect(first?.textContent).toMatch(/A bench with a roof.*Somebody went on writing here/)
    expect(second?.textContent).not.toMatch(/went on writing/)
    await user.click(within(first as HTMLElement).getByRole('button', { name: 'Restore' }))
    expect(anna.snapshot().cards.get(cardId)?.text).toBe('A bench with a roof')
  })

  it('[IMPORT6] takes an import back, and has it as one thing to restore', async () => {
    const user = userEvent.setup()
    const { workshop, actor } = newWorkshop()
    const records = ['Bus', 'Web'].map((name) => ({
      table: 'channels' as const,
      id: `channel-${name}` as never,
      importKey: name,
      fields: { name },
    }))
    must(importRecords(workshop, actor, { records, existing: 'keep', name: 'channels.csv' }))
    renderInWorkshop(workshop, actor, <BinPanel now={workshop.clock.now()} onClose={() => undefined} />)
    expect(screen.getByText('channels.csv')).toBeTruthy()
    expect(screen.getByText(/2 untouched since/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Take back' }))
    expect(workshop.snapshot().channels.size).toBe(0)
    expect(screen.getByText(/and 2 entries that belonged to it/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Restore' }))
    expect(workshop.snapshot().channels.size).toBe(2)
    expect(screen.getByRole('button', { name: 'Take back' })).toBeTruthy()
  })

  it('[IMPORT7] offers to nobody to take back what somebody else imported', () => {
    const { workshop, actor } = newWorkshop()
    const record = {
      table: 'channels',
      id: 'c1' as never,
      importKey: 'Bus',
      fields: { name: 'Bus' },
    } as const
    must(importRecords(workshop, actor, { records: [record], existing: 'keep', name: 'channels.csv' }))
    const ben = { personId: 'ben' as never }
    renderInWorkshop(workshop, ben, <BinPanel now={workshop.clock.now()} onClose={() => undefined} />)
    expect(screen.getByText('channels.csv')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Take back' })).toBeNull()
  })
})
