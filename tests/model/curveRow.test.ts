import { describe, expect, it } from 'vitest'
import { addActivity } from '../../src/model/commands/addActivity.ts'
import { addJourney } from '../../src/model/commands/addJourney.ts'
import { agreeValue } from '../../src/model/commands/agreeValue.ts'
import { mergeActivities } from '../../src/model/commands/mergeActivities.ts'
import { rate } from '../../src/model/commands/rate.ts'
import { withdrawRating } from '../../src/model/commands/withdrawRating.ts'
import type { JourneyId } from '../../src/model/records/journey.ts'
import { hasCurveLane, orderedLanes } from '../../src/model/select/orderedLanes.ts'
import { createUndo } from '../../src/model/undo.ts'
import { column, journeyOf, must, newWorkshop } from './support/testWorkshop.ts'

function begun() {
  const { workshop, actor } = newWorkshop(1, 'firstWorkshop')
  const journeyId = journeyOf(workshop).id
  const subject = { kind: 'activity', id: column(workshop, actor, 'Ich warte') } as const
  const showsCurve = (id: JourneyId = journeyId) =>
    orderedLanes(workshop.snapshot(), id).some(({ kind }) => kind === 'curve')
  return { workshop, actor, journeyId, subject, showsCurve }
}

describe('the row of the curve in a first workshop', () => {
  it('[RATE6] shows with the first rating and goes with its undo, in one step', () => {
    const { workshop, actor, subject, showsCurve } = begun()
    const history = createUndo(workshop, { personId: () => actor.personId })
    expect(showsCurve()).toBe(false)
    must(rate(workshop, actor, { subject, view: 'inside', value: 3 }))
    expect(showsCurve()).toBe(true)
    history.undo()
    expect(showsCurve()).toBe(false)
    expect(history.canUndo()).toBe(false)
    history.redo()
    expect(showsCurve()).toBe(true)
  })

  it('[RATE6] shows for what was agreed, and goes when all of it is taken back', () => {
    const { workshop, actor, subject, showsCurve } = begun()
    must(agreeValue(workshop, actor, { subject, view: 'outside', value: 7 }))
    const key = must(rate(workshop, actor, { subject, view: 'inside', value: 3 }))
    must(withdrawRating(workshop, actor, { key }))
    expect(showsCurve()).toBe(true)
    must(agreeValue(workshop, actor, { subject, view: 'outside', value: null }))
    expect(showsCurve()).toBe(false)
  })

  it('[RATE6] shows for an activity whose ratings came by merging', () => {
    const { workshop, actor, subject, showsCurve } = begun()
    const kept = column(workshop, actor, 'Ich stehe an')
    must(rate(workshop, actor, { subject, view: 'inside', value: 3 }))
    must(mergeActivities(workshop, actor, { keepId: kept, mergeIds: [subject.id] }))
    expect(showsCurve()).toBe(true)
  })

  it('[RATE6] stays away where it would be empty: no opinion, the unsorted pile, another journey', () => {
    const { workshop, actor, journeyId, subject, showsCurve } = begun()
    const piled = must(addActivity(workshop, actor, { journeyId, phaseId: null, text: 'Ich zahle' }))
    must(rate(workshop, actor, { subject, view: 'inside', value: null }))
    must(rate(workshop, actor, { subject: { kind: 'activity', id: piled }, view: 'inside', value: 4 }))
    expect(showsCurve()).toBe(false)
    const other = must(addJourney(workshop, actor, { fields: { title: 'Ziel' }, like: journeyId }))
    must(rate(workshop, actor, { subject, view: 'inside', value: 8 }))
    expect(showsCurve()).toBe(true)
    expect(showsCurve(other)).toBe(false)
  })

  it('[RATE6] is known to be missing only where there is none at all', () => {
    const { workshop, journeyId } = begun()
    expect(hasCurveLane(workshop.snapshot(), journeyId)).toBe(true)
    const empty = newWorkshop(1, 'empty').workshop
    expect(hasCurveLane(empty.snapshot(), journeyOf(empty).id)).toBe(false)
  })
})
