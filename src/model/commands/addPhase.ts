/** A new phase arrow in a journey. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import { orderAt, type Position } from '../position.ts'
import type { JourneyId } from '../records/journey.ts'
import type { PhaseId } from '../records/phase.ts'
import { orderedPhases } from '../select/orderedPhases.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface AddPhaseArgs {
  readonly journeyId: JourneyId
  readonly position?: Position
  readonly fields?: Omit<Patch<'phases'>, 'journeyId' | 'order'>
}

export function addPhase(
  workshop: WorkshopDocument,
  actor: Actor,
  args: AddPhaseArgs,
): CommandResult<PhaseId> {
  const journey = liveRecord(workshop, 'journeys', args.journeyId)
  if (!journey.ok) return journey
  const fields = args.fields ?? {}
  const wrong = checkPatchOf('phases', fields)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  const siblings = orderedPhases(workshop.snapshot(), args.journeyId)
  const order = orderAt(siblings, args.position ?? 'last', workshop.randomBytes)
  return commit(workshop, actor, (writer) =>
    writer.create('phases', { ...fields, journeyId: args.journeyId, order }),
  )
}
