import { describe, expect, it } from 'vitest'
import { addCard } from '../../src/model/commands/addCard.ts'
import { addTouchpoint } from '../../src/model/commands/addTouchpoint.ts'
import { agreeValue } from '../../src/model/commands/agreeValue.ts'
import { editRecord } from '../../src/model/commands/editRecord.ts'
import { editStage } from '../../src/model/commands/editStage.ts'
import { joinPerson } from '../../src/model/commands/joinPerson.ts'
import { mergeActivities } from '../../src/model/commands/mergeActivities.ts'
import { mergeCards } from '../../src/model/commands/mergeCards.ts'
import { mergePersons } from '../../src/model/commands/mergePersons.ts'
import { rate } from '../../src/model/commands/rate.ts'
import { restoreRecord } from '../../src/model/commands/restoreRecord.ts'
import { vote } from '../../src/model/commands/vote.ts'
import { withdrawRating } from '../../src/model/commands/withdrawRating.ts'
import { commit } from '../../src/model/commit.ts'
import type { PersonId } from '../../src/model/records/person.ts'
import { cardsInCell } from '../../src/model/select/cardsInCell.ts'
import { painPointActivities, painPointOf } from '../../src/model/select/marks.ts'
import { placementsOf } from '../../src/model/select/placementsOf.ts'
import { curveValue, ratingStats } from '../../src/model/select/ratingStats.ts'
import { ballotResult, votesOf } from '../../src/model/select/votesOf.ts'
import { column, laneOf, meet, must, newWorkshop, nobody, otherDevice } from './support/testWorkshop.ts'

function ratedMap() {
  const { workshop, actor, personId: anna } = newWorkshop()
  const ben = must(joinPerson(workshop, nobody, { name: 'Ben' }))
  const cem = must(joinPerson(workshop, nobody, { name: 'Cem' }))
  const activityId = column(workshop, actor, 'Ich warte')
  const subject = { kind: 'activity', id: activityId } as const
  const say = (personId: PersonId, value: number | null) =>
    must(rate(workshop, actor, { subject, view: 'inside', value, personId }))
  const inside = () => ratingStats(workshop.snapshot(), subject, { view: 'inside' })
  return { workshop, actor, anna, ben, cem, activityId, subject, say, inside }
}

describe('ratings', () => {
  it('[RATE1] of one person about one thing count once, however often they are given', () => {
    const { anna, ben, say, inside } = ratedMap()
    say(anna, 3)
    say(ben, 8)
    say(anna, 4)
    expect(inside().statistics).toMatchObject({ n: 2, mean: 6, median: 6, min: 4, max: 8 })
  })

  it('[RATE2] tell spread, deviation and who had no opinion', () => {
    const { anna, ben, cem, say, inside } = ratedMap()
    expect(inside()).toEqual({ statistics: null, skipped: 0, agreed: null })
    say(anna, 2)
    say(ben, 9)
    say(cem, null)
    expect(inside().skipped).toBe(1)
    expect(inside().statistics).toMatchObject({ n: 2, q1: 3.75, q3: 7.25, populationSd: 3.5 })
    expect(inside().statistics?.sampleSd).toBeCloseTo(4.95, 2)
  })

  it('[RATE3] of staff and customers are never averaged together silently', () => {
    const { workshop, actor, anna, ben, subject, say, inside } = ratedMap()
    say(anna, 9)
    must(rate(workshop, actor, { subject, view: 'outside', value: 3, personId: ben }))
    must(rate(workshop, actor, { subject, view: 'outside', source: 'survey', value: 5, n: 9, personId: ben }))
    const outside = (source?: 'customer' | 'survey') =>
      ratingStats(
        workshop.snapshot(),
        subject,
        source === undefined ? { view: 'outside' } : { view: 'outside', source },
      )
    expect(inside().statistics?.mean).toBe(9)
    expect(outside('customer').statistics).toMatchObject({ n: 1, mean: 3 })
    expect(outside().statistics).toMatchObject({ n: 10, mean: 4.8, median: 5 })
  })

  it('[RATE4] belong to their round', () => {
    const { workshop, anna, say, inside, subject } = ratedMap()
    const first = say(anna, 3)
    must(editStage(workshop, nobody, { roundId: 'spring' as never }))
    expect(inside().statistics).toBeNull()
    say(anna, 7)
    expect(inside().statistics?.mean).toBe(7)
    expect(
      ratingStats(workshop.snapshot(), subject, { view: 'inside', roundId: 'first' }).statistics?.mean,
    ).toBe(3)
    must(withdrawRating(workshop, nobody, { key: first }))
    expect(
      ratingStats(workshop.snapshot(), subject, { view: 'inside', roundId: 'first' }).statistics,
    ).toBeNull()
  })

  it('[RATE5] the curve runs through what was agreed, else through the median', () => {
    const { workshop, actor, anna, ben, cem, say, inside, subject } = ratedMap()
    expect(curveValue(inside())).toBeNull()
    say(anna, 2)
    say(ben, 3)
    say(cem, 10)
    expect(curveValue(inside())).toBe(3)
    must(agreeValue(workshop, actor, { subject, view: 'inside', value: 6, why: 'Cem war dabei' }))
    expect(curveValue(inside())).toBe(6)
    expect(inside().agreed).toMatchObject({ why: 'Cem war dabei', by: actor.personId })
    expect(inside().statistics?.median).toBe(3)
    must(agreeValue(workshop, actor, { subject, view: 'inside', value: null }))
    expect(curveValue(inside())).toBe(3)
  })

  it.each([0, 10.5, Number.NaN])('[RATE1] of %s are refused', (value) => {
    const { workshop, actor, subject } = ratedMap()
    expect(rate(workshop, actor, { subject, view: 'inside', value })).toMatchObject({
      error: { code: 'invalid' },
    })
    expect(rate(workshop, nobody, { subject, view: 'inside', value: 3 })).toMatchObject({
      error: { what: 'ratings.personId' },
    })
  })
})

describe('two entries of one person', () => {
  it('[PERSON1] count once after merging, also for what still arrives under the merged one', () => {
    const { workshop: desk, actor, anna, ben, say, inside, subject } = ratedMap()
    say(anna, 4)
    say(ben, 8)
    const tablet = otherDevice(desk)
    must(mergePersons(desk, actor, { keepId: anna, mergeId: ben }))
    expect(inside().statistics).toMatchObject({ n: 1, mean: 4 })
    must(rate(tablet, actor, { subject, view: 'inside', value: 9, personId: ben }))
    meet(desk, tablet)
    expect(inside().statistics).toMatchObject({ n: 1, mean: 4 })
    expect(ratingStats(tablet.snapshot(), subject, { view: 'inside' })).toEqual(inside())
    expect(desk.snapshot().persons.has(ben)).toBe(false)
    must(restoreRecord(desk, actor, { table: 'persons', id: ben }))
    expect(inside().statistics).toMatchObject({ n: 2, mean: 6.5 })
  })

  it('[PERSON1] keep the rating of the merged entry when the other one has none', () => {
    const { workshop, actor, anna, ben, say, inside } = ratedMap()
    say(ben, 8)
    must(mergePersons(workshop, actor, { keepId: anna, mergeId: ben }))
    expect(inside().statistics).toMatchObject({ n: 1, mean: 8 })
  })

  it('[PERSON2] merged in opposite directions at once are still one person, the same on both devices', () => {
    const { workshop: desk, actor, anna, ben } = ratedMap()
    const tablet = otherDevice(desk)
    must(mergePersons(desk, actor, { keepId: anna, mergeId: ben }))
    must(mergePersons(tablet, actor, { keepId: ben, mergeId: anna }))
    meet(desk, tablet)
    const left = (device: typeof desk) => [anna, ben].filter((id) => device.snapshot().persons.has(id))
    expect(left(desk)).toEqual([[anna, ben].sort()[0]])
    expect(left(tablet)).toEqual(left(desk))
    expect(mergePersons(desk, actor, { keepId: anna, mergeId: anna })).toMatchObject({ ok: false })
  })
})

describe('merged cards and activities', () => {
  it('[MERGE1] keep every author, picture and wording', () => {
    const { workshop, actor, anna, ben, activityId } = ratedMap()
    const laneId = laneOf(workshop, 'ideas').id
    const ids = [
      must(addCard(workshop, actor, { laneId, activityId, text: 'WLAN' })),
      must(
        addCard(
          workshop,
          { personId: ben },
          { laneId, activityId, text: 'Internet', fields: { mediaIds: ['m1' as never] } },
        ),
      ),
      must(addCard(workshop, actor, { laneId, activityId, text: 'WLAN' })),
    ] as const
    must(mergeCards(workshop, actor, { keepId: ids[0], mergeIds: [ids[1], ids[2]] }))
    expect(cardsInCell(workshop.snapshot(), laneId, activityId)).toMatchObject([
      { id: ids[0], text: 'WLAN\nInternet', authorIds: [anna, ben], mediaIds: ['m1'] },
    ])
    expect(workshop.snapshot().bin.cards.get(ids[1])).toMatchObject({ mergedInto: ids[0], text: 'Internet' })
  })

  it('[MERGE2] an activity takes over the cards, ratings and touchpoints of the other, also those that come later', () => {
    const { workshop: desk, actor, ben, activityId, subject, say, inside, anna } = ratedMap()
    say(anna, 4)
    const twin = column(desk, actor, 'Ich stehe herum', 1)
    const laneId = laneOf(desk, 'painPoints').id
    must(addCard(desk, actor, { laneId, activityId: twin, text: 'kalt' }))
    const tablet = otherDevice(desk)
    must(mergeActivities(desk, actor, { keepId: activityId, mergeIds: [twin], text: 'Ich warte' }))
    must(addCard(tablet, actor, { laneId, activityId: twin, text: 'zugig' }))
    must(
      rate(tablet, actor, {
        subject: { kind: 'activity', id: twin },
        view: 'inside',
        value: 2,
        personId: ben,
      }),
    )
    must(
      rate(tablet, actor, {
        subject: { kind: 'activity', id: twin },
        view: 'inside',
        value: 1,
        personId: anna,
      }),
    )
    meet(desk, tablet)
    expect(
      cardsInCell(desk.snapshot(), laneId, activityId)
        .map((card) => card.text)
        .sort(),
    ).toEqual(['kalt', 'zugig'])
    const { touchpointId } = must(addTouchpoint(tablet, actor, { fields: { name: 'Bank' } }))
    must(
      commit(tablet, actor, (writer) =>
        writer.create('placements', { touchpointId, place: { activityId: twin, order: '' } }),
      ),
    )
    expect(placementsOf(tablet.snapshot(), activityId)).toHaveLength(1)
    expect(inside().statistics).toMatchObject({ n: 2, mean: 3 })
    expect(ratingStats(tablet.snapshot(), subject, { view: 'inside' }).statistics).toMatchObject({
      n: 2,
      mean: 3,
    })
  })
})

describe('marks and votes', () => {
  it('[MARK1] a pain point counts once, whether set by hand, by one card or by three', () => {
    const { workshop, actor, activityId } = ratedMap()
    const shown = () => {
      const activity = workshop.snapshot().activities.get(activityId)
      if (activity === undefined) throw new Error('gone')
      return painPointOf(workshop.snapshot(), activity)
    }
    expect(shown()).toEqual({ marked: false, byHand: false, cardCount: 0 })
    for (const text of ['kalt', 'laut', 'eng']) {
      must(addCard(workshop, actor, { laneId: laneOf(workshop, 'painPoints').id, activityId, text }))
    }
    must(editRecord(workshop, actor, { table: 'activities', id: activityId, patch: { painPoint: true } }))
    expect(shown()).toEqual({ marked: true, byHand: true, cardCount: 3 })
    expect(painPointActivities(workshop.snapshot())).toEqual([activityId])
  })

  it('[VOTE1] dots count per person; too many after a merge are shown, not trimmed', () => {
    const { workshop, actor, anna, ben, activityId } = ratedMap()
    const laneId = laneOf(workshop, 'ideas').id
    const one = must(addCard(workshop, actor, { laneId, activityId, text: '1' }))
    const two = must(addCard(workshop, actor, { laneId, activityId, text: '2' }))
    const dot = (id: string, personId: PersonId, change: 1 | -1 = 1) =>
      must(vote(workshop, actor, { subject: { kind: 'card', id }, change, personId }))
    must(editStage(workshop, nobody, { votesPerPerson: 3 }))
    expect([
      dot(one, anna),
      dot(one, anna),
      dot(one, ben),
      dot(two, ben),
      dot(two, ben, -1),
      dot(two, ben, -1),
    ]).toEqual([1, 2, 1, 1, 0, 0])
    dot(two, ben)
    expect(votesOf(workshop.snapshot(), { kind: 'card', id: one })).toBe(3)
    expect(ballotResult(workshop.snapshot(), '').overLimit).toEqual([])
    must(mergePersons(workshop, actor, { keepId: anna, mergeId: ben }))
    expect(ballotResult(workshop.snapshot(), '')).toMatchObject({ overLimit: [anna] })
    expect(votesOf(workshop.snapshot(), { kind: 'card', id: one })).toBe(3)
    must(mergeCards(workshop, actor, { keepId: one, mergeIds: [two] }))
    expect(votesOf(workshop.snapshot(), { kind: 'card', id: one })).toBe(4)
  })
})
