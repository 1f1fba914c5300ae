import { describe, expect, it } from 'vitest'
import { addCard } from '../../src/model/commands/addCard.ts'
import { addJourney } from '../../src/model/commands/addJourney.ts'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import { restoreRecord } from '../../src/model/commands/restoreRecord.ts'
import { showOnStage } from '../../src/model/commands/showOnStage.ts'
import { journeyOf } from '../../src/model/select/journeyOf.ts'
import { mainJourney, orderedJourneys } from '../../src/model/select/journeys.ts'
import { allLanes } from '../../src/model/select/orderedLanes.ts'
import { orderedColumns } from '../../src/model/select/activitiesByPhase.ts'
import { orderedPhases } from '../../src/model/select/orderedPhases.ts'
import { cardHomes } from '../../src/model/select/cardHomes.ts'
import { createUndo } from '../../src/model/undo.ts'
import { column, laneOf, must, newWorkshop } from './support/testWorkshop.ts'

function twoJourneys() {
  const { workshop, actor } = newWorkshop()
  const like = mainJourney(workshop.snapshot())?.id
  if (like === undefined) throw new Error('the template has a journey')
  const activityId = column(workshop, actor, 'Ich vergleiche')
  const laneId = laneOf(workshop, 'ideas').id
  const cardId = must(addCard(workshop, actor, { laneId, activityId, text: 'Zu teuer' }))
  const history = createUndo(workshop)
  const add = () => must(addJourney(workshop, actor, { fields: { title: 'Soll', kind: 'target' }, like }))
  return { workshop, actor, like, activityId, laneId, cardId, history, add }
}

describe('several journeys in one workshop', () => {
  it('[JOURNEY1] a new one has the rows and phases of the other, in their order, and nothing of what was written', () => {
    const { workshop, like, add } = twoJourneys()
    const id = add()
    const snapshot = workshop.snapshot()
    expect(orderedJourneys(snapshot).map((journey) => journey.id)).toEqual([like, id])
    const rows = (of: typeof id) =>
      allLanes(snapshot, of).map(({ kind, title, hidden }) => ({ kind, title, hidden }))
    const phases = (of: typeof id) =>
      orderedPhases(snapshot, of).map(({ title, colour }) => ({ title, colour }))
    expect(rows(id)).toEqual(rows(like))
    expect(phases(id)).toEqual(phases(like))
    expect(orderedColumns(snapshot, id)).toEqual([])
    expect(mainJourney(snapshot)?.id).toBe(like)
  })

  it('[JOURNEY1] undoing it bins it with all that is in it, and leaves the other alone', () => {
    const { workshop, like, add, history } = twoJourneys()
    const lanes = workshop.snapshot().lanes.size
    add()
    history.undo()
    expect(orderedJourneys(workshop.snapshot()).map(({ id }) => id)).toEqual([like])
    expect(workshop.snapshot().lanes.size).toBe(lanes)
    history.redo()
    expect(orderedJourneys(workshop.snapshot())).toHaveLength(2)
  })

  it('[PARK4] deleting one takes its cards out of sight and restoring it brings them back', () => {
    const { workshop, actor, like, cardId, laneId, activityId, add } = twoJourneys()
    const id = add()
    must(deleteRecords(workshop, actor, { table: 'journeys', ids: [like] }))
    expect(mainJourney(workshop.snapshot())?.id).toBe(id)
    expect(cardHomes(workshop.snapshot()).parked).toEqual([])
    must(restoreRecord(workshop, actor, { table: 'journeys', id: like }))
    expect(mainJourney(workshop.snapshot())?.id).toBe(like)
    expect(workshop.snapshot().cards.get(cardId)?.place).toMatchObject({ laneId, activityId })
  })

  it('[STAGE1] showing a thing shows everybody the journey it lies on', () => {
    const { workshop, actor, like, cardId, add } = twoJourneys()
    const id = add()
    const [phase] = orderedPhases(workshop.snapshot(), id)
    must(showOnStage(workshop, actor, { thing: { kind: 'phase', id: phase?.id ?? '' } }))
    expect(mainJourney(workshop.snapshot())?.id).toBe(id)
    expect(journeyOf(workshop.snapshot(), { kind: 'card', id: cardId })).toBe(like)
    must(showOnStage(workshop, actor, { thing: { kind: 'card', id: cardId } }))
    expect(mainJourney(workshop.snapshot())?.id).toBe(like)
  })

  it('refuses one that is like a journey nobody knows, and changes nothing', () => {
    const { workshop, actor } = twoJourneys()
    const before = workshop.snapshot()
    expect(addJourney(workshop, actor, { fields: { title: 'X' }, like: 'nowhere' as never })).toMatchObject({
      error: { code: 'notFound' },
    })
    expect(workshop.snapshot()).toBe(before)
  })
})
