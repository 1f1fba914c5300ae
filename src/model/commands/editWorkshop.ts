/**
 * Title, goal, date and the other things that are said once about the workshop. The only journey bears the workshop's
 * name until somebody gives it one of its own: map and poster show the name of the journey.
 */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { checkValues } from '../checkValues.ts'
import type { JourneyId } from '../records/journey.ts'
import { type Meta, metaSingleton } from '../records/meta.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
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
  const { title } = patch
  const namesake = namesakeOf(workshop.snapshot())
  return commit(workshop, actor, (writer) => {
    writer.setSingleton('meta', patch)
    if (title !== undefined && namesake !== null) writer.patch('journeys', namesake, { title })
    return null
  })
}

/** The journey that is called like the workshop, if it is the only one; both unnamed is alike, too. */
function namesakeOf({ journeys, meta }: WorkshopSnapshot): JourneyId | null {
  const [only] = journeys.size === 1 ? journeys.values() : []
  return only?.title === meta.title ? only.id : null
}
