/** A new customer activity, into the unsorted pile or under a phase. */
import type { Actor } from '../actor.ts'
import { checkActivityTarget, activitiesAt } from '../activityTarget.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import { orderAt, placedSiblings, type Position } from '../position.ts'
import type { ActivityId } from '../records/activity.ts'
import type { JourneyId } from '../records/journey.ts'
import type { PhaseId } from '../records/phase.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface AddActivityArgs {
  readonly journeyId: JourneyId
  /** Null is the unsorted pile. */
  readonly phaseId: PhaseId | null
  readonly position?: Position
  readonly text?: string
  readonly fields?: Omit<Patch<'activities'>, 'place' | 'text'>
}

export function addActivity(
  workshop: WorkshopDocument,
  actor: Actor,
  args: AddActivityArgs,
): CommandResult<ActivityId> {
  const target = checkActivityTarget(workshop, args)
  if (!target.ok) return target
  const fields: Patch<'activities'> = {
    authorIds: actor.personId === null ? [] : [actor.personId],
    ...args.fields,
    text: args.text ?? '',
  }
  const wrong = checkPatchOf('activities', fields)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  const siblings = placedSiblings(activitiesAt(workshop, target.value))
  const order = orderAt(siblings, args.position ?? 'last', workshop.randomBytes)
  return commit(workshop, actor, (writer) =>
    writer.create('activities', { ...fields, place: { ...target.value, order } }),
  )
}
