import { act, screen, waitFor } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { useDelete } from '../../../src/bindings/useDelete.ts'
import type { OutlineItem } from '../../../src/features/outline/outlineItem.ts'
import { OutlinePanel } from '../../../src/features/outline/Panel.tsx'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { deleteRecords } from '../../../src/model/commands/deleteRecords.ts'
import type { ActivityId } from '../../../src/model/records/activity.ts'
import { column, laneOf, must, newWorkshop } from '../../model/support/testWorkshop.ts'
import { renderInWorkshop } from '../support/renderInWorkshop.tsx'

function DeleteButton({ item, onGone }: { readonly item: OutlineItem; readonly onGone: () => void }) {
  const remove = useDelete()
  const table = item.kind === 'activity' ? ('activities' as const) : ('cards' as const)
  return (
    <button type="button" onClick={() => (remove({ table, ids: [item.id as never] }) ? onGone() : undefined)}>
      Delete
    </button>
  )
}

function openOutline() {
  const { workshop, actor } = newWorkshop()
  const first = column(workshop, actor, 'I wait')
  const second = column(workshop, actor, 'I board')
  const laneId = laneOf(workshop, 'expectations').id
  const write = (activityId: ActivityId, text: string) =>
    must(addCard(workshop, actor, { laneId, activityId, text }))
  const cards = [write(first, 'a seat'), write(first, 'a window')]
  write(second, 'a smile')
  renderInWorkshop(
    workshop,
    actor,
    <OutlinePanel renderEditor={(item, onGone) => <DeleteButton item={item} onGone={onGone} />} />,
  )
  return { workshop, actor, cards }
}

const focused = () => document.activeElement?.getAttribute('aria-label')

describe('the focus after deleting in the outline', () => {
  it('goes to the next line', async () => {
    const user = userEvent.setup()
    openOutline()
    await user.click(screen.getByRole('button', { name: 'Edit a seat' }))
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(focused()).toBe('Edit a window'))
  })

  it('skips what went away together with the deleted thing', async () => {
    const user = userEvent.setup()
    openOutline()
    await user.click(screen.getByRole('button', { name: 'Edit I wait' }))
    await user.click(screen.getByRole('button', { name: 'Delete' }))
    await waitFor(() => expect(focused()).toBe('Edit I board'))
  })

  it('stays in the outline also when somebody else deletes the line', async () => {
    const { workshop, actor, cards } = openOutline()
    screen.getByRole('button', { name: 'Edit a seat' }).focus()
    act(() => void must(deleteRecords(workshop, actor, { table: 'cards', ids: [cards[0] as never] })))
    await waitFor(() => expect(focused()).toBe('Edit a window'))
  })

  it('leaves a focus elsewhere alone', async () => {
    const { workshop, actor, cards } = openOutline()
    const other = screen.getByRole('button', { name: 'Edit a smile' })
    other.focus()
    act(() => void must(deleteRecords(workshop, actor, { table: 'cards', ids: [cards[0] as never] })))
    expect(screen.queryByRole('button', { name: 'Edit a seat' })).toBeNull()
    expect(document.activeElement).toBe(other)
  })
})
