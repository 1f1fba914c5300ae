/** Changes one step of the agenda, or adds one of the workshop's own under a new id. */
import { isSafeId } from '../../shared/ids.ts'
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { checkValues } from '../checkValues.ts'
import type { KeyedFieldsOf } from '../defineKeyed.ts'
import { agendaStepKeyed } from '../records/agendaStep.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface EditAgendaStepArgs {
  readonly stepId: string
  readonly patch: Partial<KeyedFieldsOf<typeof agendaStepKeyed>>
}

export function editAgendaStep(
  workshop: WorkshopDocument,
  actor: Actor,
  { stepId, patch }: EditAgendaStepArgs,
): CommandResult<string> {
  if (!isSafeId(stepId)) return refuse('invalid', 'agendaSteps.stepId', stepId)
  const wrong = checkValues('agendaSteps', agendaStepKeyed.fields, patch)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  return commit(workshop, actor, (writer) => writer.setKeyed('agendaSteps', { stepId }, patch), {
    document: 'stage',
  })
}
