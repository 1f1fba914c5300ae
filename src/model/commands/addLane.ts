/** A new row of a journey. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import { orderAt, type Position } from '../position.ts'
import type { JourneyId } from '../records/journey.ts'
import type { LaneId } from '../records/lane.ts'
import { allLanes } from '../select/orderedLanes.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface AddLaneArgs {
  readonly journeyId: JourneyId
  readonly position?: Position
  readonly fields?: Omit<Patch<'lanes'>, 'journeyId' | 'order'>
}

export function addLane(workshop: WorkshopDocument, actor: Actor, args: AddLaneArgs): CommandResult<LaneId> {
  const journey = liveRecord(workshop, 'journeys', args.journeyId)
  if (!journey.ok) return journey
  const fields = args.fields ?? {}
  const wrong = checkPatchOf('lanes', fields)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  const siblings = allLanes(workshop.snapshot(), args.journeyId)
  const order = orderAt(siblings, args.position ?? 'last', workshop.randomBytes)
  return commit(workshop, actor, (writer) =>
    writer.create('lanes', { ...fields, journeyId: args.journeyId, order }),
  )
}
