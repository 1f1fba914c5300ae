/**
 * One journey as a Mermaid `journey` diagram: phases, activities, the value of the curve as a score from 1 to 5, and who
 * takes part. What came from Mermaid comes out as it came in; what a diagram cannot hold is counted.
 */
import type { Activity, ActivityId } from '../../model/records/activity.ts'
import type { Journey, JourneyId } from '../../model/records/journey.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { byPlace } from '../../model/select/byOrder.ts'
import { curveValue, ratingStats } from '../../model/select/ratingStats.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { countLeftOut, type LeftOutCounts } from '../leftOut.ts'
import { encodeEntities } from './entities.ts'
import { ACTORS_KEY } from './planMermaid.ts'
import { UNRATED } from './readDiagram.ts'
import { valueToScore } from './scores.ts'

export interface WrittenDiagram {
  readonly text: string
  readonly leftOut: LeftOutCounts
}

/** `unsorted`: the heading of what stands in no phase yet. */
export function writeMermaid(
  snapshot: WorkshopSnapshot,
  journeyId: JourneyId,
  unsorted: string,
): WrittenDiagram {
  const journey = snapshot.journeys.get(journeyId)
  if (journey === undefined) throw new Error(`no journey ${journeyId}`)
  const { phases, pile } = activitiesByPhase(snapshot, journeyId)
  const actors = actorsOf(snapshot, journey)
  const tasks = (activities: readonly Activity[]) =>
    activities.flatMap((activity) => taskLines(snapshot, activity, actors(activity.id)))
  const lines = [
    'journey',
    // Mermaid refuses a title without a word.
    ...(journey.title === '' ? [] : [`    title ${encodeEntities(journey.title, /[#;]/g)}`]),
    ...(journey.scope === '' ? [] : ['    accDescr {', ...blockLines(journey.scope), '    }']),
    ...phases.flatMap(({ phase, activities }) => [
      `    section ${encodeEntities(phase.title)}`,
      ...tasks(activities),
    ]),
    ...(pile.length === 0 ? [] : [`    section ${encodeEntities(unsorted)}`, ...tasks(pile)]),
  ]
  const shown = phases.reduce((sum, { activities }) => sum + activities.length, pile.length)
  const cards = [...snapshot.cards.values()].filter(({ place }) => isActorLane(snapshot, place.laneId)).length
  const held = { journeys: 1, phases: phases.length, activities: shown, cards, agreedValues: shown }
  return { text: `${lines.join('\n')}\n`, leftOut: countLeftOut(snapshot, held) }
}

function blockLines(text: string): string[] {
  return text.split('\n').map((line) => `        ${line.replaceAll('}', ')').replaceAll('{', '(')}`)
}

function taskLines(snapshot: WorkshopSnapshot, { id, text }: Activity, actors: readonly string[]): string[] {
  const of = (view: 'inside' | 'outside') =>
    curveValue(ratingStats(snapshot, { kind: 'activity', id }, { view }))
  const value = of('outside') ?? of('inside')
  const names = actors.map((actor) => encodeEntities(actor, /[#:;%{},]/g)).join(', ')
  const score = value === null ? 3 : valueToScore(value)
  // A task needs a name.
  const name = encodeEntities(text) || '–'
  const task = `      ${name}: ${String(score)}${names === '' ? '' : `: ${names}`}`
  return value === null ? [`      ${UNRATED}`, task] : [task]
}

function isActorLane(snapshot: WorkshopSnapshot, laneId: string | null): boolean {
  if (laneId === null) return false
  return snapshot.lanes.get(laneId as never)?.importKey?.startsWith(ACTORS_KEY) === true
}

/** The cards of the lane that an import made for them, else the personas whose journey it is. */
function actorsOf(
  snapshot: WorkshopSnapshot,
  journey: Journey,
): (activityId: ActivityId) => readonly string[] {
  const lanes = [...snapshot.lanes.values()].filter(
    (lane) => lane.journeyId === journey.id && isActorLane(snapshot, lane.id),
  )
  const isPlain = journey.importKey?.startsWith('mermaid|') === true
  if (lanes.length === 0) {
    const personas = journey.personaIds.flatMap((id) => snapshot.personas.get(id)?.name ?? [])
    return () => (isPlain ? [] : personas.filter((name) => name !== ''))
  }
  const cards = byPlace(snapshot.cards.values()).filter(({ place }) => isActorLane(snapshot, place.laneId))
  return (activityId) => cards.filter(({ place }) => place.activityId === activityId).map(({ text }) => text)
}
