/**
 * Where a note goes: the lane and activity that it names, else that of its colour, else what the person chose. What the
 * map does not have is made where that is wanted; otherwise the reason is told and the card waits in the parking lot.
 */
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { allLanes } from '../../model/select/orderedLanes.ts'
import { orderedPhases } from '../../model/select/orderedPhases.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { PlannedRecord } from '../document/PlannedDocument.ts'
import { colourOf } from './noteColours.ts'
import type { NotesWish, UnplacedNote } from './notesWish.ts'

export interface NamedPlace {
  readonly phase: string
  readonly activity: string
  readonly lane: string
  readonly colour: string
}

export interface FoundPlace {
  /** Ids, or names of records that this import makes; empty is nowhere. */
  readonly activityId: string
  readonly laneId: string
  readonly reason: Pick<UnplacedNote, 'reason' | 'value'> | null
}

export const plainName = (text: string) => text.trim().toLowerCase().replace(/\s+/g, ' ')

export class NotePlaces {
  /** Phases, activities and lanes that have to be made, in the order in which they were named. */
  readonly made: PlannedRecord[] = []
  private readonly wish: NotesWish
  private readonly lanes: Map<string, string>
  private readonly phases: Map<string, string>
  private readonly activities: Map<string, string>
  private lastPhase: string

  constructor(snapshot: WorkshopSnapshot, wish: NotesWish) {
    this.wish = wish
    this.lanes = new Map(
      allLanes(snapshot, wish.journeyId).flatMap(({ id, title, kind }) =>
        [title, ...wish.laneNames(kind), kind].map((name): [string, string] => [plainName(name), id]),
      ),
    )
    this.lanes.delete('')
    const { phases, pile } = activitiesByPhase(snapshot, wish.journeyId)
    const all = [...phases.flatMap(({ activities }) => activities), ...pile]
    this.activities = new Map(all.toReversed().map(({ id, text }) => [plainName(text), id]))
    const known = orderedPhases(snapshot, wish.journeyId)
    this.phases = new Map(known.map(({ id, title }) => [plainName(title), id]))
    this.lastPhase = known.at(-1)?.id ?? ''
  }

  find({ phase, activity, lane, colour }: NamedPlace): FoundPlace {
    const { wish } = this
    const text = activity === '' ? (wish.activityText ?? '') : activity
    const activityId = text === '' ? wish.activityId : this.activity(text, phase)
    const named = lane === '' ? '' : this.lane(lane)
    const laneId = named || (wish.colours[colourOf(colour)] ?? '') || wish.laneId
    return { activityId, laneId, reason: reasonOf({ activity, lane }, activityId, laneId) }
  }

  private activity(text: string, phase: string): string {
    const known = this.activities.get(plainName(text))
    if (known !== undefined || !this.wish.makesMissing) return known ?? ''
    const key = `note-activity|${plainName(text)}`
    const { journeyId } = this.wish
    const phaseId = this.phase(phase)
    this.made.push({
      table: 'activities',
      key,
      fields: { text: text.trim(), place: { journeyId, phaseId, order: this.made.length + 1 } },
    })
    this.activities.set(plainName(text), key)
    return key
  }

  /** An activity that names no phase goes on where the one before it went. */
  private phase(title: string): string {
    const wanted = title === '' ? '' : plainName(title)
    const known = wanted === '' ? this.lastPhase : this.phases.get(wanted)
    if (known !== undefined && known !== '') return (this.lastPhase = known)
    const name = title === '' ? this.wish.firstPhase : title.trim()
    const key = `note-phase|${plainName(name)}`
    this.made.push({
      table: 'phases',
      key,
      fields: { title: name, journeyId: this.wish.journeyId, order: this.made.length + 1 },
    })
    this.phases.set(plainName(name), key)
    return (this.lastPhase = key)
  }

  private lane(title: string): string {
    const known = this.lanes.get(plainName(title))
    if (known !== undefined || !this.wish.makesMissing) return known ?? ''
    const key = `note-lane|${plainName(title)}`
    this.made.push({
      table: 'lanes',
      key,
      fields: {
        title: title.trim(),
        kind: 'own',
        journeyId: this.wish.journeyId,
        order: this.made.length + 1,
      },
    })
    this.lanes.set(plainName(title), key)
    return key
  }
}

function reasonOf(
  { activity, lane }: Pick<NamedPlace, 'activity' | 'lane'>,
  activityId: string,
  laneId: string,
): FoundPlace['reason'] {
  if (activityId === '')
    return activity === ''
      ? { reason: 'noActivity', value: '' }
      : { reason: 'unknownActivity', value: activity }
  if (laneId !== '') return null
  return lane === '' ? { reason: 'noLane', value: '' } : { reason: 'unknownLane', value: lane }
}
