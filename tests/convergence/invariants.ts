/** What must hold on every device at the end of a run, whatever happened. Each check names what it found. */
import { expect } from 'vitest'
import type { Card } from '../../src/model/records/card.ts'
import { tableNames } from '../../src/model/schema.ts'
import { activitiesByPhase, orderedColumns } from '../../src/model/select/activitiesByPhase.ts'
import { binnedRecords } from '../../src/model/select/binnedRecords.ts'
import { cardHomes } from '../../src/model/select/cardHomes.ts'
import { orderedJourneys } from '../../src/model/select/journeys.ts'
import { orderedLanes } from '../../src/model/select/orderedLanes.ts'
import { orderedPhases } from '../../src/model/select/orderedPhases.ts'
import { parkingLot } from '../../src/model/select/parkingLot.ts'
import { ratingStats } from '../../src/model/select/ratingStats.ts'
import { placementsOf } from '../../src/model/select/placementsOf.ts'
import { standsFor } from '../../src/model/select/standsFor.ts'
import { ballotResult } from '../../src/model/select/votesOf.ts'
import type { WorkshopSnapshot } from '../../src/model/snapshot.ts'
import type { WorkshopDocument } from '../../src/model/workshopDocument.ts'
import { contentOf, reloaded } from '../model/support/testWorkshop.ts'
import { textsIn } from './tokens.ts'
import { isDifferent } from './isDifferent.ts'

/** Everything a screen would draw, in the order it would draw it. */
export function drawn(workshop: WorkshopDocument): unknown {
  const snapshot = workshop.snapshot()
  const homes = cardHomes(snapshot)
  return {
    journeys: orderedJourneys(snapshot).map(({ id }) => ({
      id,
      phases: orderedPhases(snapshot, id).map((phase) => phase.id),
      lanes: orderedLanes(snapshot, id).map((lane) => lane.id),
      columns: orderedColumns(snapshot, id).map((activity) => activity.id),
      pile: activitiesByPhase(snapshot, id).pile.map((activity) => activity.id),
      parked: parkingLot(snapshot, id).cards.map(({ card, reason }) => [card.id, reason]),
    })),
    cells: [...homes.cells.keys()].sort().map((key) => [key, homes.cells.get(key)?.map((card) => card.id)]),
    bin: binnedRecords(snapshot).map(({ table, id, withIt }) => [table, id, withIt]),
  }
}

/** The card's own activity is in a journey that is shown, so the card must be too. */
function isShown(snapshot: WorkshopSnapshot, card: Card): boolean {
  const activity = card.place.activityId === null ? undefined : snapshot.activities.get(card.place.activityId)
  return (
    card.place.placementId === null &&
    activity?.place.journeyId != null &&
    snapshot.journeys.has(activity.place.journeyId)
  )
}

function everyCardIsSeenOnce(snapshot: WorkshopSnapshot): void {
  const homes = cardHomes(snapshot)
  const parked = orderedJourneys(snapshot).flatMap(({ id }) =>
    parkingLot(snapshot, id).cards.map((entry) => entry.card.id),
  )
  const seen = [
    ...[...homes.cells.values(), ...homes.onPlacements.values()].flat().map((card) => card.id),
    ...parked,
    ...homes.inBinnedJourneys.map((card) => card.id),
  ]
  expect([...seen].sort(), 'every live card is in exactly one place').toEqual(
    [...snapshot.cards.keys()].sort(),
  )
  const ownJourney = homes.inBinnedJourneys.filter((card) => {
    const lane = card.place.laneId === null ? undefined : snapshot.lanes.get(card.place.laneId)
    return (
      snapshot.bin.journeys.size === 0 ||
      (lane?.journeyId != null && snapshot.journeys.has(lane.journeyId) && isShown(snapshot, card))
    )
  })
  expect(ownJourney, 'only cards of a journey in the bin lie there with it').toEqual([])
  const lanesSeen = new Set<string>(
    orderedJourneys(snapshot).flatMap(({ id }) => orderedLanes(snapshot, id).map((lane) => lane.id)),
  )
  const hidden = [...homes.cells.keys()].filter((key) => !lanesSeen.has(key.split('|')[0] ?? ''))
  expect(hidden, 'no card is in a lane that is not shown').toEqual([])
}

function everyActivityIsSeenOnce(snapshot: WorkshopSnapshot): void {
  const seen = orderedJourneys(snapshot).flatMap(({ id }) => {
    const { phases, pile } = activitiesByPhase(snapshot, id)
    return [...phases.flatMap((entry) => entry.activities), ...pile, ...parkingLot(snapshot, id).activities]
  })
  const shown = [...snapshot.activities.values()].filter(
    ({ place }) => place.journeyId === null || !snapshot.bin.journeys.has(place.journeyId),
  )
  expect(seen.map((activity) => activity.id).sort()).toEqual(shown.map((activity) => activity.id).sort())
}

/** Of things that were merged, one stands for all: it is live, or somebody deleted it. */
function somebodyStandsForEachMerged(snapshot: WorkshopSnapshot): void {
  for (const table of ['persons', 'activities', 'cards'] as const) {
    for (const record of snapshot.bin[table].values()) {
      if (record.deleted !== null || record.mergedInto === null) continue
      const other = standsFor(snapshot, table, record.id) as never
      const stays =
        snapshot[table].has(other) ||
        (snapshot.bin[table].get(other) as { deleted: unknown } | undefined)?.deleted != null
      expect(stays, `${table}/${record.id} is represented by ${String(other)}`).toBe(true)
    }
  }
}

function everyPlacementIsSeenOnce(snapshot: WorkshopSnapshot): void {
  const seen = [...snapshot.activities.keys()].flatMap((id) =>
    placementsOf(snapshot, id).map((placement) => placement.id),
  )
  const activity = groupsOf(snapshot, 'activities')
  const liveGroups = new Set([...snapshot.activities.keys()].map(activity))
  const due = [...snapshot.placements.values()].filter(
    ({ place, touchpointId }) =>
      place.activityId !== null &&
      liveGroups.has(activity(place.activityId)) &&
      touchpointId !== null &&
      snapshot.touchpoints.has(touchpointId),
  )
  expect([...seen].sort()).toEqual(due.map((placement) => placement.id).sort())
}

function theBinIsInSight(snapshot: WorkshopSnapshot): void {
  const listed = new Set(binnedRecords(snapshot).map((entry) => entry.id))
  for (const table of tableNames) {
    for (const record of snapshot.bin[table].values()) {
      expect(
        snapshot[table].has(record.id as never),
        `${table}/${record.id} is live or binned, not both`,
      ).toBe(false)
      const leader = record.deleted?.with ?? record.id
      const isInSight =
        record.deleted === null ? record.mergedInto !== null : listed.has(record.id) || listed.has(leader)
      expect(isInSight, `${table}/${record.id} can be found in the bin`).toBe(true)
    }
  }
}

/** Who an id means, worked out without the code under test: sets of connected ids, and the one that is live. */
function groupsOf(snapshot: WorkshopSnapshot, table: 'persons' | 'activities'): (id: string) => string {
  const all = [...snapshot[table].values(), ...snapshot.bin[table].values()]
  const group = new Map<string, string>(all.map((record) => [record.id, record.id]))
  for (let isMoving = true; isMoving; ) {
    isMoving = false
    for (const record of all) {
      if (record.mergedInto === null || !group.has(record.mergedInto)) continue
      const least = [group.get(record.id) ?? '', group.get(record.mergedInto) ?? ''].sort()[0] ?? ''
      if (group.get(record.id) === least && group.get(record.mergedInto) === least) continue
      isMoving = true
      group.set(record.id, least)
      group.set(record.mergedInto, least)
    }
  }
  return (id) => group.get(id) ?? id
}

function ratingsCountOnce(snapshot: WorkshopSnapshot): void {
  const person = groupsOf(snapshot, 'persons')
  const activity = groupsOf(snapshot, 'activities')
  for (const view of ['inside', 'outside'] as const) {
    const opinions = new Map<string, Set<string>>()
    for (const rating of snapshot.ratings.values()) {
      if (rating.view !== view) continue
      const subject = activity(rating.subjectId)
      opinions.set(subject, (opinions.get(subject) ?? new Set<string>()).add(person(rating.personId)))
    }
    for (const id of snapshot.activities.keys()) {
      const stats = ratingStats(snapshot, { kind: 'activity', id }, { view })
      const counted = (stats.statistics?.n ?? 0) + stats.skipped
      expect(counted, `${view} ratings of ${id} count each person once`).toBe(
        opinions.get(activity(id))?.size ?? 0,
      )
    }
  }
  for (const ballot of new Set([...snapshot.votes.values()].map((entry) => entry.ballot))) {
    const cast = [...snapshot.votes.values()].filter((entry) => entry.ballot === ballot)
    const dots = cast.reduce((sum, entry) => sum + entry.count, 0)
    const shown = [...ballotResult(snapshot, ballot).byPerson.values()].reduce((sum, count) => sum + count, 0)
    expect(shown, 'no dot is lost or doubled').toBe(dots)
  }
}

function noTextIsLost(snapshot: WorkshopSnapshot, owed: readonly string[]): void {
  const texts = textsIn(snapshot)
  expect(
    owed.filter((token) => !texts.includes(token)),
    'every word that nobody deleted is somewhere',
  ).toEqual([])
}

function undoLeftNoHole(snapshot: WorkshopSnapshot, gaps: ReadonlySet<string>): void {
  for (const card of [...snapshot.cards.values(), ...snapshot.bin.cards.values()]) {
    if (!gaps.has(card.id)) expect(card.source, `card ${card.id} still says its source`).not.toBe('')
    expect(card.createdAt).toBeGreaterThan(0)
  }
}

/** Sorting everything costs more than comparing it, so it is only done to say what differs. */
function expectSame(one: WorkshopDocument, other: WorkshopDocument, what: string): void {
  if (isDifferent(one.snapshot(), other.snapshot())) expect(contentOf(one), what).toEqual(contentOf(other))
}

export function checkInvariants(
  workshops: readonly WorkshopDocument[],
  owed: readonly string[],
  gaps: ReadonlySet<string>,
): void {
  const [first, ...others] = workshops
  if (first === undefined) throw new Error('no device')
  const picture = drawn(first)
  for (const other of others) {
    expectSame(other, first, 'all devices hold the same')
    expect(drawn(other), 'all devices show the same').toEqual(picture)
  }
  expectSame(reloaded(first), first, 'the snapshot kept along the way is what a reload reads')
  const snapshot = first.snapshot()
  everyCardIsSeenOnce(snapshot)
  everyActivityIsSeenOnce(snapshot)
  everyPlacementIsSeenOnce(snapshot)
  theBinIsInSight(snapshot)
  somebodyStandsForEachMerged(snapshot)
  ratingsCountOnce(snapshot)
  noTextIsLost(snapshot, owed)
  undoLeftNoHole(snapshot, gaps)
}
