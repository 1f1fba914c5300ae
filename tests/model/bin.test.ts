import { describe, expect, it } from 'vitest'
import { addCard } from '../../src/model/commands/addCard.ts'
import { addTouchpoint } from '../../src/model/commands/addTouchpoint.ts'
import { commit } from '../../src/model/commit.ts'
import { createRecord } from '../../src/model/commands/createRecord.ts'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import { editText } from '../../src/model/commands/editText.ts'
import { moveActivities } from '../../src/model/commands/moveActivities.ts'
import { moveCards } from '../../src/model/commands/moveCards.ts'
import { restoreRecord } from '../../src/model/commands/restoreRecord.ts'
import { binnedRecords } from '../../src/model/select/binnedRecords.ts'
import { activitiesByPhase } from '../../src/model/select/activitiesByPhase.ts'
import { cardHomes } from '../../src/model/select/cardHomes.ts'
import { cardsInCell, cardsOnPlacement } from '../../src/model/select/cardsInCell.ts'
import { parkingLot } from '../../src/model/select/parkingLot.ts'
import { placementsOf } from '../../src/model/select/placementsOf.ts'
import {
  column,
  journeyOf,
  laneOf,
  meet,
  must,
  newWorkshop,
  otherDevice,
  phaseOf,
} from './support/testWorkshop.ts'

function mapWithCard() {
  const { workshop, actor } = newWorkshop()
  const activityId = column(workshop, actor, 'Ich warte')
  const laneId = laneOf(workshop, 'ideas').id
  const cardId = must(addCard(workshop, actor, { laneId, activityId, text: 'WLAN' }))
  return { workshop, actor, activityId, laneId, cardId, journeyId: journeyOf(workshop).id }
}

describe('the bin', () => {
  it('[BIN1] holds what was deleted, whole, and gives it back', () => {
    const { workshop, actor, cardId, laneId, activityId } = mapWithCard()
    must(deleteRecords(workshop, actor, { table: 'cards', ids: [cardId] }))
    expect(workshop.snapshot().cards.has(cardId)).toBe(false)
    expect(workshop.snapshot().bin.cards.get(cardId)).toMatchObject({
      text: 'WLAN',
      deleted: { by: actor.personId },
    })
    expect(binnedRecords(workshop.snapshot())).toMatchObject([{ table: 'cards', id: cardId, withIt: 0 }])
    expect(must(restoreRecord(workshop, actor, { table: 'cards', id: cardId }))).toBe(1)
    expect(cardsInCell(workshop.snapshot(), laneId, activityId).map((card) => card.id)).toEqual([cardId])
    expect(binnedRecords(workshop.snapshot())).toEqual([])
  })

  it('[BIN2] takes the cards of a lane along and gives them back with it', () => {
    const { workshop, actor, cardId, laneId, activityId } = mapWithCard()
    expect(must(deleteRecords(workshop, actor, { table: 'lanes', ids: [laneId] }))).toBe(2)
    expect(binnedRecords(workshop.snapshot())).toMatchObject([{ table: 'lanes', id: laneId, withIt: 1 }])
    expect(parkingLot(workshop.snapshot(), journeyOf(workshop).id).cards).toEqual([])
    expect(must(restoreRecord(workshop, actor, { table: 'lanes', id: laneId }))).toBe(2)
    expect(cardsInCell(workshop.snapshot(), laneId, activityId).map((card) => card.id)).toEqual([cardId])
  })

  it('[BIN2] takes cards and placements along with an activity, and those of a touchpoint with the touchpoint', () => {
    const { workshop, actor, activityId, laneId } = mapWithCard()
    const added = must(addTouchpoint(workshop, actor, { fields: { name: 'Schalter' }, activityId }))
    const placementId = added.placementId as NonNullable<typeof added.placementId>
    must(addCard(workshop, actor, { laneId: null, placementId, text: 'nur hier' }))
    must(addCard(workshop, actor, { laneId, placementId, text: 'auch in der Zelle' }))
    expect(cardsOnPlacement(workshop.snapshot(), placementId)).toHaveLength(1)
    must(deleteRecords(workshop, actor, { table: 'touchpoints', ids: [added.touchpointId] }))
    expect(placementsOf(workshop.snapshot(), activityId)).toEqual([])
    expect(cardsInCell(workshop.snapshot(), laneId, activityId)).toHaveLength(2)
    must(restoreRecord(workshop, actor, { table: 'touchpoints', id: added.touchpointId }))
    expect(must(deleteRecords(workshop, actor, { table: 'activities', ids: [activityId] }))).toBe(5)
    expect(must(restoreRecord(workshop, actor, { table: 'activities', id: activityId }))).toBe(5)
    expect(placementsOf(workshop.snapshot(), activityId)).toHaveLength(1)
  })

  it('[BIN2] takes traits along with their persona, and what was already deleted stays so', () => {
    const { workshop, actor } = newWorkshop()
    const personaId = must(createRecord(workshop, actor, { table: 'personas', fields: { name: 'Katrin' } }))
    const traits = [1, 2].map((value) =>
      must(createRecord(workshop, actor, { table: 'traits', fields: { personaId, value } })),
    )
    must(deleteRecords(workshop, actor, { table: 'traits', ids: traits.slice(0, 1) }))
    expect(must(deleteRecords(workshop, actor, { table: 'personas', ids: [personaId] }))).toBe(2)
    expect(must(restoreRecord(workshop, actor, { table: 'personas', id: personaId }))).toBe(2)
    expect([...workshop.snapshot().traits.keys()]).toEqual(traits.slice(1))
  })

  it('[BIN3] keeps what somebody wrote offline into a card that was deleted meanwhile', () => {
    const { workshop: anna, actor, cardId } = mapWithCard()
    const ben = otherDevice(anna)
    must(deleteRecords(anna, actor, { table: 'cards', ids: [cardId] }))
    must(editText(ben, actor, { table: 'cards', id: cardId, field: 'text', text: 'WLAN im Tunnel' }))
    meet(anna, ben)
    expect(anna.snapshot().bin.cards.get(cardId)?.text).toBe('WLAN im Tunnel')
    must(restoreRecord(ben, actor, { table: 'cards', id: cardId }))
    meet(anna, ben)
    expect(anna.snapshot().cards.get(cardId)?.text).toBe('WLAN im Tunnel')
  })

  it('[BIN4] lists what went along with a placement that then went along with its activity', () => {
    const { workshop, actor, activityId } = mapWithCard()
    const added = must(addTouchpoint(workshop, actor, { fields: { name: 'Schalter' }, activityId }))
    const placementId = added.placementId as NonNullable<typeof added.placementId>
    const id = must(addCard(workshop, actor, { laneId: null, placementId, text: 'nur hier' }))
    must(deleteRecords(workshop, actor, { table: 'placements', ids: [placementId] }))
    must(restoreRecord(workshop, actor, { table: 'placements', id: placementId }))
    must(deleteRecords(workshop, actor, { table: 'placements', ids: [placementId] }))
    expect(binnedRecords(workshop.snapshot())).toMatchObject([{ id: placementId, withIt: 1 }])
    must(commit(workshop, actor, (writer) => writer.bin('placements', placementId, activityId)))
    must(deleteRecords(workshop, actor, { table: 'activities', ids: [activityId] }))
    const listed = binnedRecords(workshop.snapshot()).map((entry) => entry.id)
    expect(listed).toContain(activityId)
    expect(listed).toContain(id)
    must(restoreRecord(workshop, actor, { table: 'activities', id: activityId }))
    must(restoreRecord(workshop, actor, { table: 'cards', id }))
    expect(cardsOnPlacement(workshop.snapshot(), placementId)).toHaveLength(1)
  })
})

describe('what lost its place', () => {
  it('[PARK1] a card added offline to a lane that was deleted meanwhile is in the parking lot', () => {
    const { workshop: anna, actor, activityId, laneId, journeyId } = mapWithCard()
    const ben = otherDevice(anna)
    must(deleteRecords(anna, actor, { table: 'lanes', ids: [laneId] }))
    const late = must(addCard(ben, actor, { laneId, activityId, text: 'spät' }))
    meet(anna, ben)
    expect(parkingLot(anna.snapshot(), journeyId).cards).toMatchObject([
      { card: { id: late }, reason: 'laneGone' },
    ])
    must(restoreRecord(anna, actor, { table: 'lanes', id: laneId }))
    expect(parkingLot(anna.snapshot(), journeyId).cards).toEqual([])
  })

  it('[PARK1] so is a card of an activity that was deleted meanwhile', () => {
    const { workshop: anna, actor, activityId, laneId, journeyId } = mapWithCard()
    const ben = otherDevice(anna)
    must(deleteRecords(anna, actor, { table: 'activities', ids: [activityId] }))
    must(addCard(ben, actor, { laneId, activityId, text: 'spät' }))
    meet(anna, ben)
    expect(parkingLot(anna.snapshot(), journeyId).cards).toMatchObject([
      { card: { text: 'spät' }, reason: 'activityGone' },
    ])
  })

  it('[PARK2] the activities of a deleted phase lie in the pile, and come back with the phase', () => {
    const { workshop, actor, activityId, journeyId, laneId } = mapWithCard()
    const phaseId = phaseOf(workshop, 0).id
    must(deleteRecords(workshop, actor, { table: 'phases', ids: [phaseId] }))
    expect(activitiesByPhase(workshop.snapshot(), journeyId).pile.map((activity) => activity.id)).toEqual([
      activityId,
    ])
    expect(parkingLot(workshop.snapshot(), journeyId).cards).toMatchObject([{ reason: 'activityInPile' }])
    must(restoreRecord(workshop, actor, { table: 'phases', id: phaseId }))
    expect(cardsInCell(workshop.snapshot(), laneId, activityId)).toHaveLength(1)
  })

  it('[PARK3] parks the cards of an activity that goes back to the pile until it is sorted again', () => {
    const { workshop, actor, activityId, journeyId, laneId } = mapWithCard()
    must(moveActivities(workshop, actor, { activityIds: [activityId], journeyId, phaseId: null }))
    expect(parkingLot(workshop.snapshot(), journeyId).cards).toMatchObject([{ reason: 'activityInPile' }])
    must(
      moveActivities(workshop, actor, {
        activityIds: [activityId],
        journeyId,
        phaseId: phaseOf(workshop, 2).id,
      }),
    )
    expect(cardsInCell(workshop.snapshot(), laneId, activityId)).toHaveLength(1)
  })

  it('[PARK1] a card without any place is parked, and one whose lane is of another journey too', () => {
    const { workshop, actor, activityId, journeyId, cardId } = mapWithCard()
    must(moveCards(workshop, actor, { cardIds: [cardId], laneId: null }))
    expect(parkingLot(workshop.snapshot(), journeyId).cards).toMatchObject([
      { card: { id: cardId }, reason: 'noPlace' },
    ])
    const other = must(
      createRecord(workshop, actor, { table: 'journeys', fields: { title: 'Zweite', order: 'z0V' } }),
    )
    const laneId = must(createRecord(workshop, actor, { table: 'lanes', fields: { journeyId: other } }))
    const place = { laneId, activityId, placementId: null, order: '' }
    must(createRecord(workshop, actor, { table: 'cards', fields: { place } }))
    expect(
      parkingLot(workshop.snapshot(), journeyId)
        .cards.map((parked) => parked.reason)
        .sort(),
    ).toEqual(['noPlace', 'otherJourney'])
  })

  it('[PARK1] a card on a placement that lies under no activity is parked: it would be seen nowhere', () => {
    const { workshop, actor, activityId, journeyId } = mapWithCard()
    const { touchpointId, placementId } = must(
      addTouchpoint(workshop, actor, { fields: { name: 'App' }, activityId }),
    )
    const place = { laneId: null, activityId, placementId, order: '' }
    const cardId = must(createRecord(workshop, actor, { table: 'cards', fields: { place } }))
    expect(cardsOnPlacement(workshop.snapshot(), placementId as never).map(({ id }) => id)).toEqual([cardId])
    const nowhere = { touchpointId, place: { activityId: null, order: '' } }
    const lost = must(createRecord(workshop, actor, { table: 'placements', fields: nowhere }))
    const there = { ...place, placementId: lost }
    const parked = must(createRecord(workshop, actor, { table: 'cards', fields: { place: there } }))
    expect(parkingLot(workshop.snapshot(), journeyId).cards).toMatchObject([
      { card: { id: parked }, reason: 'noPlace' },
    ])
  })

  it('[PARK4] the cards of a journey in the bin lie there with it, and come back with it', () => {
    const { workshop, actor, cardId, journeyId } = mapWithCard()
    must(createRecord(workshop, actor, { table: 'journeys', fields: { title: 'Zweite', order: 'z0V' } }))
    must(deleteRecords(workshop, actor, { table: 'journeys', ids: [journeyId] }))
    expect(cardHomes(workshop.snapshot()).inBinnedJourneys.map((card) => card.id)).toEqual([cardId])
    must(restoreRecord(workshop, actor, { table: 'journeys', id: journeyId }))
    expect(cardHomes(workshop.snapshot()).inBinnedJourneys).toEqual([])
  })
})
