/** A small workshop with two phases and a photo that was put somewhere, for tests of filled cards. */
import { addActivity } from '../../../src/model/commands/addActivity.ts'
import { addPhase } from '../../../src/model/commands/addPhase.ts'
import { createRecord } from '../../../src/model/commands/createRecord.ts'
import { createWorkshop } from '../../../src/model/commands/createWorkshop.ts'
import { NOWHERE, type PaperCode, paperMark } from '../../../src/model/paperCode.ts'
import type { MediaId } from '../../../src/model/records/media.ts'
import { type LaneKind, laneKinds } from '../../../src/model/records/lane.ts'
import { mainJourney } from '../../../src/model/select/journeys.ts'
import { createWorkshopDocument } from '../../../src/model/workshopDocument.ts'

export const ACTOR = { personId: null } as const

export function done<T>(result: { readonly ok: true; readonly value: T } | { readonly ok: false }): T {
  if (!result.ok) throw new Error('a command was refused')
  return result.value
}

export function paperScene() {
  const workshop = createWorkshopDocument({ clock: { now: () => 0 } })
  const names = Object.fromEntries(laneKinds.map((kind) => [kind, ''])) as Record<LaneKind, string>
  const texts = { journeyTitle: '', personaName: '', lanes: names, phases: [] }
  done(createWorkshop(workshop, ACTOR, { title: 'W', language: 'en', texts, template: 'firstWorkshop' }))
  const journey = mainJourney(workshop.snapshot())
  if (journey === null) throw new Error('the template has changed')
  const laneOf = (wanted: LaneKind) => {
    const lane = [...workshop.snapshot().lanes.values()].find(({ kind }) => kind === wanted)
    if (lane === undefined) throw new Error('the template has changed')
    return lane
  }
  const phase = (title: string) =>
    done(addPhase(workshop, ACTOR, { journeyId: journey.id, fields: { title } }))
  const [plan, travel, arrive] = [phase('Plan'), phase('Travel'), phase('Arrive')]
  const activity = (phaseId: typeof plan, text: string) =>
    done(addActivity(workshop, ACTOR, { journeyId: journey.id, phaseId, text }))
  const [search, board] = [activity(plan, 'I search'), activity(travel, 'I board')]
  const code = (lane: LaneKind, placeId: string | null): PaperCode => ({
    workshop: paperMark('workshop', workshop.snapshot().meta.workshopId),
    lane: paperMark('lane', laneOf(lane).id),
    place: placeId === null ? NOWHERE : paperMark('place', placeId),
    serial: '0001',
  })
  const photo = (): MediaId =>
    done(createRecord(workshop, ACTOR, { table: 'media', fields: { kind: 'picture', name: 'image.jpg' } }))
  return { workshop, journeyId: journey.id, laneOf, plan, travel, arrive, search, board, code, photo }
}
