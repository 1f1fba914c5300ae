import { describe, expect, it } from 'vitest'
import { addActivity } from '../../src/model/commands/addActivity.ts'
import { addCard } from '../../src/model/commands/addCard.ts'
import { addJourney } from '../../src/model/commands/addJourney.ts'
import { addLane } from '../../src/model/commands/addLane.ts'
import { agreeValue } from '../../src/model/commands/agreeValue.ts'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import { editRecord } from '../../src/model/commands/editRecord.ts'
import { mergeActivities } from '../../src/model/commands/mergeActivities.ts'
import { rate } from '../../src/model/commands/rate.ts'
import { reorderRecord } from '../../src/model/commands/reorderRecord.ts'
import { restoreRecord } from '../../src/model/commands/restoreRecord.ts'
import { withdrawRating } from '../../src/model/commands/withdrawRating.ts'
import type { JourneyId } from '../../src/model/records/journey.ts'
import { journeyWithoutCurve } from '../../src/model/select/journeyWithoutCurve.ts'
import { orderedLanes } from '../../src/model/select/orderedLanes.ts'
import { createUndo } from '../../src/model/undo.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'
import {
  column,
  journeyOf,
  laneOf,
  meet,
  must,
  newWorkshop,
  nobody,
  otherDevice,
} from './support/testWorkshop.ts'

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
    const { workshop, actor, journeyId, subject } = begun()
    expect(journeyWithoutCurve(workshop.snapshot(), subject)).toBeNull()
    must(deleteRecords(workshop, actor, { table: 'lanes', ids: [laneOf(workshop, 'curve').id] }))
    expect(journeyWithoutCurve(workshop.snapshot(), subject)).toBe(journeyId)
  })
})

const curvesOf = (workshop: WorkshopDocument) =>
  orderedLanes(workshop.snapshot(), journeyOf(workshop).id).filter(({ kind }) => kind === 'curve')

const addCurve = (workshop: WorkshopDocument) =>
  must(addLane(workshop, nobody, { journeyId: journeyOf(workshop).id, fields: { kind: 'curve' } }))

/** Two devices, apart, whose map has no row for the curve. */
function apart() {
  const { workshop: left, actor } = newWorkshop(1, 'full')
  const activityId = column(left, actor, 'Ich warte')
  must(deleteRecords(left, actor, { table: 'lanes', ids: [laneOf(left, 'curve').id] }))
  return { left, right: otherDevice(left), activityId }
}

describe('the row of the curve that two devices added at once', () => {
  it('[RATE6] stands once on the map, and both show the same one', () => {
    const { left, right } = apart()
    const added = [addCurve(left), addCurve(right)]
    meet(left, right)
    expect(curvesOf(left)).toHaveLength(1)
    expect(curvesOf(right)).toEqual(curvesOf(left))
    expect(added).toContain(curvesOf(left)[0]?.id)
  })

  it.each(['left', 'right'] as const)('[RATE6] stays when one of them takes it back (%s)', (who) => {
    const devices = apart()
    const history = createUndo(devices[who])
    for (const device of [devices.left, devices.right]) addCurve(device)
    meet(devices.left, devices.right)
    history.undo()
    meet(devices.left, devices.right)
    expect(curvesOf(devices.left)).toHaveLength(1)
    expect(curvesOf(devices.right)).toEqual(curvesOf(devices.left))
  })

  it('[RATE6] can be moved, hidden, deleted and brought back as the one row that it looks like', () => {
    const { left, right } = apart()
    for (const device of [left, right]) addCurve(device)
    meet(left, right)
    const [shown, another] = curvesOf(left)
    if (shown === undefined) throw new Error('there is a row of the curve')
    const { id } = shown
    expect(another).toBeUndefined()
    must(reorderRecord(left, nobody, { table: 'lanes', id, position: 'last' }))
    expect(curvesOf(left).map((lane) => lane.id)).toEqual([id])
    must(editRecord(left, nobody, { table: 'lanes', id, patch: { hidden: true } }))
    expect(curvesOf(left)).toEqual([])
    must(editRecord(left, nobody, { table: 'lanes', id, patch: { hidden: false } }))
    must(deleteRecords(left, nobody, { table: 'lanes', ids: [id] }))
    expect(curvesOf(left)).toEqual([])
    must(restoreRecord(left, nobody, { table: 'lanes', id }))
    expect(curvesOf(left).map((lane) => lane.id)).toEqual([id])
  })

  it('[RATE6] hides no card, and is not deleted with cards of another row', () => {
    const { left, right, activityId } = apart()
    const ids = [addCurve(left), addCurve(right)].sort()
    meet(left, right)
    const [smallest, laneId] = ids
    if (smallest === undefined || laneId === undefined) throw new Error('each device has added one')
    expect(curvesOf(left).map(({ id }) => id)).toEqual([smallest])
    must(addCard(left, nobody, { laneId, activityId, text: 'Seit 2019' }))
    expect(curvesOf(left).map(({ id }) => id)).toEqual([laneId])
    must(deleteRecords(left, nobody, { table: 'lanes', ids: [smallest] }))
    expect(curvesOf(left).map(({ id }) => id)).toEqual([laneId])
  })
})
