import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import type { Actor } from '../../src/model/actor.ts'
import { addActivity } from '../../src/model/commands/addActivity.ts'
import { addCard } from '../../src/model/commands/addCard.ts'
import { addLane } from '../../src/model/commands/addLane.ts'
import { addPhase } from '../../src/model/commands/addPhase.ts'
import { addSketches } from '../../src/model/commands/addSketches.ts'
import { addTouchpoint } from '../../src/model/commands/addTouchpoint.ts'
import { createWorkshop } from '../../src/model/commands/createWorkshop.ts'
import { editRecord } from '../../src/model/commands/editRecord.ts'
import { moveActivities } from '../../src/model/commands/moveActivities.ts'
import { moveCards } from '../../src/model/commands/moveCards.ts'
import { movePlacement } from '../../src/model/commands/movePlacement.ts'
import { placeTouchpoint } from '../../src/model/commands/placeTouchpoint.ts'
import { reorderRecord } from '../../src/model/commands/reorderRecord.ts'
import { setLock } from '../../src/model/commands/setLock.ts'
import type { CardId } from '../../src/model/records/card.ts'
import { activitiesByPhase } from '../../src/model/select/activitiesByPhase.ts'
import { cardsInCell } from '../../src/model/select/cardsInCell.ts'
import { orderedLanes } from '../../src/model/select/orderedLanes.ts'
import { orderedPhases } from '../../src/model/select/orderedPhases.ts'
import { orderedSketches } from '../../src/model/select/orderedSketches.ts'
import { placementsOf } from '../../src/model/select/placementsOf.ts'
import type { TemplateName } from '../../src/model/templates.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'
import {
  column,
  journeyOf,
  laneOf,
  must,
  newWorkshop,
  nobody,
  phaseOf,
  texts,
} from './support/testWorkshop.ts'

const allBytes = (workshop: WorkshopDocument) =>
  Object.values(workshop.docs).map((doc) => Y.encodeStateAsUpdate(doc))

describe('a template', () => {
  const visible = (template: TemplateName) => {
    const { workshop } = newWorkshop(1, template)
    return orderedLanes(workshop.snapshot(), journeyOf(workshop).id).map((lane) => lane.kind)
  }

  it('[TEMPLATE1] of the first workshop shows what the guideline begins with, and keeps the rest one tap away', () => {
    expect(visible('firstWorkshop')).toEqual([
      'expectations',
      'sentiments',
      'painPoints',
      'momentsOfTruth',
      'insights',
    ])
    const { workshop, actor } = newWorkshop(1, 'firstWorkshop')
    must(
      editRecord(workshop, actor, {
        table: 'lanes',
        id: laneOf(workshop, 'curve').id,
        patch: { hidden: false },
      }),
    )
    expect(orderedLanes(workshop.snapshot(), journeyOf(workshop).id).map((lane) => lane.kind)).toContain(
      'curve',
    )
  })

  it('[TEMPLATE1] is full, a service blueprint or empty', () => {
    expect(visible('full')).toHaveLength(9)
    expect(visible('serviceBlueprint')).toEqual(
      expect.arrayContaining(['frontstage', 'lineOfVisibility', 'backstage', 'support']),
    )
    expect(visible('empty')).toEqual([])
    const { workshop } = newWorkshop(1, 'serviceBlueprint')
    expect(journeyOf(workshop)).toMatchObject({ kind: 'serviceBlueprint', title: texts.journeyTitle })
  })

  it('[TEMPLATE2] is written once: never into a workshop that is there already', () => {
    const { workshop } = newWorkshop()
    const before = allBytes(workshop)
    const again = createWorkshop(workshop, nobody, { title: 'x', language: 'de', template: 'full', texts })
    expect(again).toMatchObject({ ok: false, error: { code: 'notEmpty' } })
    expect(allBytes(workshop)).toEqual(before)
  })

  it('[TEMPLATE1] shows a hidden lane as soon as it holds a card', () => {
    const { workshop, actor } = newWorkshop(1, 'firstWorkshop')
    const idea = laneOf(workshop, 'ideas')
    expect(idea.hidden).toBe(true)
    must(
      addCard(workshop, actor, {
        laneId: idea.id,
        activityId: column(workshop, actor, 'Ich warte'),
        text: 'WLAN',
      }),
    )
    expect(orderedLanes(workshop.snapshot(), journeyOf(workshop).id).map((lane) => lane.kind)).toContain(
      'ideas',
    )
  })
})

describe('cards', () => {
  const inCell = (workshop: WorkshopDocument, activityId: Parameters<typeof cardsInCell>[2]) =>
    cardsInCell(workshop.snapshot(), laneOf(workshop, 'ideas').id, activityId).map((card) => card.text)

  it('[CARD1] are added where one says and know who wrote them', () => {
    const { workshop, actor, personId } = newWorkshop()
    const activityId = column(workshop, actor, 'Ich warte')
    const laneId = laneOf(workshop, 'ideas').id
    const b = must(addCard(workshop, actor, { laneId, activityId, text: 'b' }))
    must(addCard(workshop, actor, { laneId, activityId, text: 'd' }))
    must(addCard(workshop, actor, { laneId, activityId, text: 'a', position: 'first' }))
    must(addCard(workshop, actor, { laneId, activityId, text: 'c', position: { after: b } }))
    must(
      addCard(workshop, actor, { laneId, activityId, text: 'e', position: { before: 'not there any more' } }),
    )
    expect(inCell(workshop, activityId)).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(workshop.snapshot().cards.get(b)).toMatchObject({ authorIds: [personId], createdBy: personId })
  })

  it('[CARD2] move together and keep their order', () => {
    const { workshop, actor } = newWorkshop()
    const [from, to] = [column(workshop, actor, '1'), column(workshop, actor, '2')]
    const laneId = laneOf(workshop, 'ideas').id
    const ids = ['a', 'b', 'c'].map((text) =>
      must(addCard(workshop, actor, { laneId, activityId: from, text })),
    )
    const x = must(addCard(workshop, actor, { laneId, activityId: to, text: 'x' }))
    must(
      moveCards(workshop, actor, {
        cardIds: [ids[2], ids[0]] as CardId[],
        laneId,
        activityId: to,
        position: { before: x },
      }),
    )
    expect(inCell(workshop, from)).toEqual(['b'])
    expect(inCell(workshop, to)).toEqual(['c', 'a', 'x'])
    must(
      moveCards(workshop, actor, {
        cardIds: [x],
        laneId,
        activityId: to,
        position: { after: ids[2] as CardId },
      }),
    )
    expect(inCell(workshop, to)).toEqual(['c', 'x', 'a'])
  })

  it('[CARD3] on a touchpoint follow it to another activity, and fall back to the cell when it goes', () => {
    const { workshop, actor } = newWorkshop()
    const [from, to] = [column(workshop, actor, '1'), column(workshop, actor, '2')]
    const { placementId } = must(
      addTouchpoint(workshop, actor, { fields: { name: 'Schalter' }, activityId: from }),
    )
    if (placementId === null) throw new Error('not placed')
    must(addCard(workshop, actor, { laneId: laneOf(workshop, 'ideas').id, placementId, text: 'freundlich' }))
    expect(inCell(workshop, from)).toEqual(['freundlich'])
    must(movePlacement(workshop, actor, { placementId, activityId: to }))
    expect(inCell(workshop, to)).toEqual(['freundlich'])
    expect(placementsOf(workshop.snapshot(), to).map((placement) => placement.id)).toEqual([placementId])
  })

  it('[LOCK1] in a locked lane stay as they are, except for the moderator', () => {
    const { workshop, actor } = newWorkshop()
    const activityId = column(workshop, actor, '1')
    const laneId = laneOf(workshop, 'ideas').id
    const participant: Actor = { ...actor, mayWrite: ['map', 'review'] }
    const card = must(addCard(workshop, participant, { laneId, activityId, text: 'a' }))
    must(setLock(workshop, actor, { laneId, locked: true }))
    expect(addCard(workshop, participant, { laneId, activityId })).toMatchObject({
      error: { code: 'locked' },
    })
    expect(
      moveCards(workshop, participant, { cardIds: [card], laneId: laneOf(workshop, 'curve').id, activityId }),
    ).toMatchObject({
      error: { code: 'locked' },
    })
    must(addCard(workshop, actor, { laneId, activityId, text: 'b' }))
    must(setLock(workshop, actor, { laneId, locked: false }))
    must(addCard(workshop, participant, { laneId, activityId, text: 'c' }))
    expect(inCell(workshop, activityId)).toEqual(['a', 'b', 'c'])
  })
})

describe('activities, phases and lanes', () => {
  it('[PLACE1] wait in the pile and are sorted under phases', () => {
    const { workshop, actor } = newWorkshop()
    const journeyId = journeyOf(workshop).id
    const ids = ['a', 'b', 'c'].map((text) =>
      must(addActivity(workshop, actor, { journeyId, phaseId: null, text })),
    )
    const shown = () => activitiesByPhase(workshop.snapshot(), journeyId)
    expect(shown().pile.map((activity) => activity.text)).toEqual(['a', 'b', 'c'])
    const phaseId = phaseOf(workshop, 1).id
    must(moveActivities(workshop, actor, { activityIds: ids.slice(1), journeyId, phaseId }))
    must(
      moveActivities(workshop, actor, { activityIds: ids.slice(2), journeyId, phaseId, position: 'first' }),
    )
    expect(shown().pile.map((activity) => activity.text)).toEqual(['a'])
    expect(shown().phases[1]?.activities.map((activity) => activity.text)).toEqual(['c', 'b'])
  })

  it('[PLACE2] have an order of their own that everybody can change', () => {
    const { workshop, actor } = newWorkshop()
    const journeyId = journeyOf(workshop).id
    const last = must(addPhase(workshop, actor, { journeyId, fields: { title: 'Abschied' } }))
    must(
      reorderRecord(workshop, actor, {
        table: 'phases',
        id: last,
        position: { before: phaseOf(workshop, 1).id },
      }),
    )
    expect(orderedPhases(workshop.snapshot(), journeyId).map((phase) => phase.title)).toEqual([
      'Inspiration',
      'Abschied',
      'Kauf',
      'Nutzung',
    ])
    const lane = must(
      addLane(workshop, actor, { journeyId, position: 'first', fields: { title: 'Kinder', kind: 'own' } }),
    )
    expect(orderedLanes(workshop.snapshot(), journeyId)[0]?.id).toBe(lane)
  })

  it('[PLACE3] hold touchpoints any number of times', () => {
    const { workshop, actor } = newWorkshop()
    const activityId = column(workshop, actor, '1')
    const { touchpointId } = must(addTouchpoint(workshop, actor, { fields: { name: 'App' } }))
    must(placeTouchpoint(workshop, actor, { touchpointId, activityId }))
    must(placeTouchpoint(workshop, actor, { touchpointId, activityId, position: 'first' }))
    expect(placementsOf(workshop.snapshot(), activityId)).toHaveLength(2)
  })

  it('[SKETCH1] sketches lie on top of each other in the order they were drawn', () => {
    const { workshop, actor } = newWorkshop()
    const place = {
      journeyId: journeyOf(workshop).id,
      activityId: null,
      laneId: null,
      x: 1,
      y: 2,
      rotation: 0,
    }
    must(addSketches(workshop, actor, { sketches: [{ place, points: [0, 0, 0.5] }] }))
    must(
      addSketches(workshop, actor, {
        sketches: [
          { place, kind: 'arrow' },
          { place, kind: 'ellipse' },
        ],
      }),
    )
    expect(orderedSketches(workshop.snapshot()).map((sketch) => sketch.kind)).toEqual([
      'draw',
      'arrow',
      'ellipse',
    ])
  })
})
