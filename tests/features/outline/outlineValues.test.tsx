import { act, screen } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { OutlinePanel } from '../../../src/features/outline/Panel.tsx'
import { addTouchpoint } from '../../../src/model/commands/addTouchpoint.ts'
import { agreeValue } from '../../../src/model/commands/agreeValue.ts'
import { editStage } from '../../../src/model/commands/editStage.ts'
import { joinPerson } from '../../../src/model/commands/joinPerson.ts'
import { rate } from '../../../src/model/commands/rate.ts'
import { column, must, newWorkshop, nobody } from '../../model/support/testWorkshop.ts'
import { renderInWorkshop } from '../support/renderInWorkshop.tsx'

function openOutline() {
  const { workshop, actor } = newWorkshop()
  const subject = { kind: 'activity', id: column(workshop, actor, 'I wait') } as const
  const placed = must(
    addTouchpoint(workshop, actor, { fields: { name: 'Timetable' }, activityId: subject.id }),
  )
  const other = must(joinPerson(workshop, nobody, { name: 'Jörg' }))
  renderInWorkshop(workshop, actor, <OutlinePanel renderEditor={() => null} />)
  return { workshop, actor, subject, placementId: placed.placementId, other }
}

describe('the outline says how something was rated', () => {
  it('in words beside the activity, each view for itself, as soon as somebody rates', () => {
    const { workshop, actor, subject, other } = openOutline()
    expect(screen.queryByText(/of 10/)).toBeNull()
    act(() => void must(rate(workshop, actor, { subject, view: 'inside', value: 3 })))
    expect(screen.getByText('Inside view: 3 of 10, one rating')).toBeTruthy()
    act(() => {
      must(rate(workshop, { personId: other }, { subject, view: 'inside', value: 6 }))
      must(rate(workshop, { personId: other }, { subject, view: 'outside', value: 2 }))
    })
    expect(screen.getByText('Inside view: 4.5 of 10, the middle of 2 ratings')).toBeTruthy()
    expect(screen.getByText('Outside view: 2 of 10, one rating')).toBeTruthy()
  })

  it('with what was agreed before what single people gave', () => {
    const { workshop, actor, subject } = openOutline()
    act(() => {
      must(rate(workshop, actor, { subject, view: 'inside', value: 3 }))
      must(agreeValue(workshop, actor, { subject, view: 'inside', value: 5 }))
    })
    expect(screen.getByText('Inside view: 5 of 10, agreed')).toBeTruthy()
    expect(screen.queryByText(/one rating/)).toBeNull()
  })

  it('beside a touchpoint too', () => {
    const { workshop, actor, placementId } = openOutline()
    if (placementId === null) throw new Error('the touchpoint is placed')
    const subject = { kind: 'placement', id: placementId } as const
    act(() => void must(rate(workshop, actor, { subject, view: 'outside', value: 8 })))
    expect(screen.getByText('Outside view: 8 of 10, one rating')).toBeTruthy()
  })

  it('but not while the moderator keeps ratings back', () => {
    const { workshop, actor, subject } = openOutline()
    act(() => {
      must(editStage(workshop, actor, { hidesRatings: true }))
      must(rate(workshop, actor, { subject, view: 'inside', value: 3 }))
    })
    expect(screen.queryByText(/of 10/)).toBeNull()
  })
})
