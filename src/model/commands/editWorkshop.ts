/** Title, goal, date and the other things that are said once about the workshop. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { checkValues } from '../checkValues.ts'
import { type Meta, metaSingleton } from '../records/meta.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export type EditWorkshopArgs = Partial<
  Pick<
    Meta,
    | 'title'
    | 'goal'
    | 'date'
    | 'place'
    | 'organisation'
    | 'owner'
    | 'ownerId'
    | 'nextJourney'
    | 'nextJourneyDate'
  >
>

export function editWorkshop(
  workshop: WorkshopDocument,
  actor: Actor,
  patch: EditWorkshopArgs,
): CommandResult<null> {
  const wrong = checkValues('meta', metaSingleton.fields, patch)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  return commit(workshop, actor, (writer) => {
    writer.setSingleton('meta', patch)
    return null
  })
}
