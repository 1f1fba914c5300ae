import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { CardInspector } from '../../../src/features/inspector/CardInspector.tsx'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { editText } from '../../../src/model/commands/editText.ts'
import { setLock } from '../../../src/model/commands/setLock.ts'
import { cardsInCell } from '../../../src/model/select/cardsInCell.ts'
import { column, laneOf, meet, must, newWorkshop, otherDevice } from '../../model/support/testWorkshop.ts'
import { noMediaTools } from './noMediaTools.ts'
import { renderInWorkshop } from '../support/renderInWorkshop.tsx'

const pictures = noMediaTools

function openCard(rights: { readonly mayWrite?: readonly [] } = {}) {
  const { workshop, actor } = newWorkshop()
  const activityId = column(workshop, actor, 'I compare two offers')
  const otherId = column(workshop, actor, 'I pay')
  const laneId = laneOf(workshop, 'ideas').id
  const cardId = must(addCard(workshop, actor, { laneId, activityId, text: 'Show the price' }))
  let gone = 0
  const rendered = renderInWorkshop(
    workshop,
    { ...actor, ...rights },
    <CardInspector cardId={cardId} pictures={pictures} onGone={() => (gone += 1)} />,
  )
  const card = () => {
    const found = workshop.snapshot().cards.get(cardId)
    if (found === undefined) throw new Error('the card is gone')
    return found
  }
  return { workshop, actor, activityId, otherId, laneId, cardId, card, gone: () => gone, ...rendered }
}

describe('the card inspector', () => {
  it('writes what is typed, and a colleague’s words typed meanwhile stay', async () => {
    const user = userEvent.setup()
    const { workshop, actor, cardId, card } = openCard()
    const colleague = otherDevice(workshop)
    must(
      editText(colleague, actor, {
        table: 'cards',
        id: cardId,
        field: 'text',
        text: 'Please: Show the price',
      }),
    )
    const field = screen.getByLabelText('Text')
    await user.click(field)
    await user.type(field, ' first')
    act(() => meet(workshop, colleague))
    expect(card().text).toBe('Please: Show the price first')
    expect(field).toHaveProperty('value', 'Please: Show the price first')
  })

  it('takes typing back as one step, not letter by letter', async () => {
    const user = userEvent.setup()
    const { card, history } = openCard()
    await user.type(screen.getByLabelText('Text'), ' today')
    expect(card().text).toBe('Show the price today')
    act(() => void history.undo())
    expect(card().text).toBe('Show the price')
  })

  it('sets what the card rests on and keeps its source', async () => {
    const user = userEvent.setup()
    const { card } = openCard()
    await user.click(screen.getByRole('radio', { name: 'Quote' }))
    await user.type(screen.getByLabelText('Source'), 'Interview 4')
    await user.tab()
    expect(card()).toMatchObject({ evidence: 'quote', source: 'Interview 4' })
  })

  it('moves the card to another activity without dragging', async () => {
    const user = userEvent.setup()
    const { workshop, laneId, otherId, cardId } = openCard()
    await user.selectOptions(screen.getByLabelText('Customer activity'), [otherId])
    expect(cardsInCell(workshop.snapshot(), laneId, otherId).map(({ id }) => id)).toEqual([cardId])
  })

  it('counts dots, one’s own apart, and never below zero', async () => {
    const user = userEvent.setup()
    openCard()
    expect(screen.getByRole('button', { name: 'One dot less' })).toHaveProperty('disabled', true)
    await user.click(screen.getByRole('button', { name: 'One dot more' }))
    await user.click(screen.getByRole('button', { name: 'One dot more' }))
    await user.click(screen.getByRole('button', { name: 'One dot less' }))
    expect(screen.getByText('1 of yours')).toBeTruthy()
    expect(screen.getByText('1 dot')).toBeTruthy()
  })

  it('deletes at once and says what went, so that it can be taken back', async () => {
    const user = userEvent.setup()
    const { workshop, cardId, deletions, gone } = openCard()
    await user.click(screen.getByRole('button', { name: 'Delete card' }))
    expect(workshop.snapshot().cards.has(cardId)).toBe(false)
    expect(workshop.snapshot().bin.cards.has(cardId)).toBe(true)
    expect(deletions).toEqual([{ table: 'cards', ids: [cardId], count: 1 }])
    expect(gone()).toBe(1)
  })

  it('shows a reader everything and lets nothing be changed', () => {
    openCard({ mayWrite: [] })
    expect(screen.getByLabelText('Text')).toHaveProperty('readOnly', true)
    expect(screen.getByLabelText('Lane')).toHaveProperty('disabled', true)
    expect(screen.queryByRole('button', { name: 'Delete card' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Add a picture' })).toBeNull()
  })

  it('tells why when the moderator has locked the lane, and changes nothing', async () => {
    const user = userEvent.setup()
    const { workshop, actor, laneId, otherId, activityId, refusals } = openCard()
    const participant = { ...actor, mayWrite: ['map', 'review'] as const }
    act(() => void must(setLock(workshop, actor, { laneId, locked: true })))
    const { refusals: heard } = reopenAs(workshop, participant)
    await user.selectOptions(screen.getAllByLabelText('Customer activity').at(-1) as HTMLElement, [otherId])
    expect([...refusals, ...heard]).toEqual(['locked'])
    expect(cardsInCell(workshop.snapshot(), laneId, activityId)).toHaveLength(1)
  })
})

function reopenAs(
  workshop: ReturnType<typeof openCard>['workshop'],
  actor: Parameters<typeof renderInWorkshop>[1],
) {
  const [cardId] = workshop.snapshot().cards.keys()
  if (cardId === undefined) throw new Error('no card')
  return renderInWorkshop(
    workshop,
    actor,
    <CardInspector cardId={cardId} pictures={pictures} onGone={() => undefined} />,
  )
}
