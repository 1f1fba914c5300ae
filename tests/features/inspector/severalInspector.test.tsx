import { act, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { SeveralInspector } from '../../../src/features/inspector/SeveralInspector.tsx'
import type { Actor } from '../../../src/model/actor.ts'
import { addCard } from '../../../src/model/commands/addCard.ts'
import { setLock } from '../../../src/model/commands/setLock.ts'
import { column, laneOf, must, newWorkshop } from '../../model/support/testWorkshop.ts'
import { renderInWorkshop } from '../support/renderInWorkshop.tsx'

/** Two cards in two lanes under two activities, both selected. */
function openTwo(lock: 'ideas' | null = null, rights: Partial<Actor> = {}) {
  const { workshop, actor } = newWorkshop()
  const first = column(workshop, actor, 'I compare two offers')
  const second = column(workshop, actor, 'I pay')
  const ideas = laneOf(workshop, 'ideas').id
  const insights = laneOf(workshop, 'insights').id
  const a = must(addCard(workshop, actor, { laneId: insights, activityId: first, text: 'A' }))
  const b = must(addCard(workshop, actor, { laneId: ideas, activityId: second, text: 'B' }))
  if (lock !== null) must(setLock(workshop, actor, { laneId: ideas, locked: true }))
  const rendered = renderInWorkshop(
    workshop,
    { ...actor, ...rights },
    <SeveralInspector
      items={[
        { kind: 'card', id: a },
        { kind: 'card', id: b },
      ]}
      onGone={() => undefined}
    />,
  )
  const places = () =>
    [a, b].map((id) => {
      const place = workshop.snapshot().cards.get(id)?.place
      return [place?.laneId, place?.activityId]
    })
  return { first, second, ideas, insights, places, ...rendered }
}

const LEAVE = 'Several – leave as is'

describe('several cards in the inspector', () => {
  it('says that they lie in several places, and leaves them there when that is chosen', async () => {
    const { first, second, ideas, insights, places } = openTwo()
    for (const name of ['Lane', 'Customer activity']) {
      const field = screen.getByLabelText(name)
      expect(field).toHaveProperty('selectedOptions.0.textContent', LEAVE)
      await userEvent.selectOptions(field, LEAVE)
    }
    expect(places()).toEqual([
      [insights, first],
      [ideas, second],
    ])
  })

  it('moves them to a lane, each under its own activity, as one step to take back', async () => {
    const { first, second, ideas, insights, places, history } = openTwo()
    await userEvent.selectOptions(screen.getByLabelText('Lane'), [ideas])
    expect(places()).toEqual([
      [ideas, first],
      [ideas, second],
    ])
    act(() => void history.undo())
    expect(places()).toEqual([
      [insights, first],
      [ideas, second],
    ])
  })

  it('moves them to an activity, each in its own lane', async () => {
    const { second, ideas, insights, places } = openTwo()
    await userEvent.selectOptions(screen.getByLabelText('Customer activity'), [second])
    expect(places()).toEqual([
      [insights, second],
      [ideas, second],
    ])
  })

  it('moves none of them when one lies in a locked lane', async () => {
    const { first, second, ideas, insights, places, refusals } = openTwo('ideas', { mayWrite: ['map'] })
    await userEvent.selectOptions(screen.getByLabelText('Customer activity'), [second])
    await userEvent.selectOptions(screen.getByLabelText('Lane'), [insights])
    expect(refusals).toEqual(['locked', 'locked'])
    expect(places()).toEqual([
      [insights, first],
      [ideas, second],
    ])
  })
})
