/** Where a filled card belongs: by its lane and its phase or activity, as they are today. */
import { beforeAll, describe, expect, it } from 'vitest'
import { addActivity } from '../../src/model/commands/addActivity.ts'
import { addPhase } from '../../src/model/commands/addPhase.ts'
import { createWorkshop } from '../../src/model/commands/createWorkshop.ts'
import { deleteRecords } from '../../src/model/commands/deleteRecords.ts'
import { mergeActivities } from '../../src/model/commands/mergeActivities.ts'
import { NOWHERE, type PaperCode, paperMark } from '../../src/model/paperCode.ts'
import type { ActivityId } from '../../src/model/records/activity.ts'
import type { JourneyId } from '../../src/model/records/journey.ts'
import { type Lane, type LaneKind, laneKinds } from '../../src/model/records/lane.ts'
import type { PhaseId } from '../../src/model/records/phase.ts'
import { mainJourney } from '../../src/model/select/journeys.ts'
import { paperPlace } from '../../src/model/select/paperPlace.ts'
import { createWorkshopDocument, type WorkshopDocument } from '../../src/model/workshopDocument.ts'

const ACTOR = { personId: null } as const

let workshop: WorkshopDocument
let journeyId: JourneyId
let lane: Lane
let phaseId: PhaseId
let activityId: ActivityId

function done<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('a command was refused')
  return result.value
}

function codeOf(placeId: string | null, laneId: string = lane.id): PaperCode {
  return {
    workshop: paperMark('workshop', workshop.snapshot().meta.workshopId),
    lane: paperMark('lane', laneId),
    place: placeId === null ? NOWHERE : paperMark('place', placeId),
    serial: '0001',
  }
}

const placeOf = (code: PaperCode) => paperPlace(workshop.snapshot(), code)

beforeAll(() => {
  workshop = createWorkshopDocument({ clock: { now: () => 0 } })
  const lanes = Object.fromEntries(laneKinds.map((kind) => [kind, ''])) as Record<LaneKind, string>
  const texts = { journeyTitle: '', personaName: '', lanes, phases: [] }
  done(createWorkshop(workshop, ACTOR, { title: 'W', language: 'en', texts, template: 'firstWorkshop' }))
  const journey = mainJourney(workshop.snapshot())
  const [first] = [...workshop.snapshot().lanes.values()].filter(({ kind }) => kind === 'expectations')
  if (journey === null || first === undefined) throw new Error('the template has changed')
  journeyId = journey.id
  lane = first
  phaseId = done(addPhase(workshop, ACTOR, { journeyId, fields: { title: 'Travel' } }))
  activityId = done(addActivity(workshop, ACTOR, { journeyId, phaseId, text: 'I board' }))
})

describe('the place of a filled card', () => {
  it('is the first activity of the phase it was printed for', () => {
    expect(placeOf(codeOf(phaseId))).toMatchObject({
      kind: 'place',
      place: { phaseId, activityId, lane: { id: lane.id } },
    })
  })

  it('is the very activity where the cell of an empty map names one', () => {
    const second = done(addActivity(workshop, ACTOR, { journeyId, phaseId, text: 'I change trains' }))
    expect(placeOf(codeOf(second))).toMatchObject({ place: { activityId: second } })
  })

  it('is the phase alone while nobody has named an activity in it', () => {
    const empty = done(addPhase(workshop, ACTOR, { journeyId, fields: { title: 'Arrive' } }))
    expect(placeOf(codeOf(empty))).toMatchObject({ place: { phaseId: empty, activityId: null } })
  })

  it('is only the lane where the phase was to be written by hand', () => {
    expect(placeOf(codeOf(null))).toMatchObject({ place: { phaseId: null, activityId: null } })
  })

  it('follows an activity that was merged into another', () => {
    const gone = done(addActivity(workshop, ACTOR, { journeyId, phaseId, text: 'I get on' }))
    done(mergeActivities(workshop, ACTOR, { keepId: activityId, mergeIds: [gone] }))
    expect(placeOf(codeOf(gone))).toMatchObject({ place: { activityId } })
  })

  it('is gone when its lane or phase was deleted', () => {
    const phase = done(addPhase(workshop, ACTOR, { journeyId, fields: { title: 'Never' } }))
    const code = codeOf(phase)
    deleteRecords(workshop, ACTOR, { table: 'phases', ids: [phase] })
    expect(placeOf(code)).toEqual({ kind: 'gone' })
    expect(placeOf(codeOf(phaseId, 'no such lane'))).toEqual({ kind: 'gone' })
  })

  it('is nowhere in another workshop', () => {
    expect(placeOf({ ...codeOf(phaseId), workshop: paperMark('workshop', 'another') })).toEqual({
      kind: 'otherWorkshop',
    })
  })
})
