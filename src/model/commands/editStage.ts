/** What the moderator sets for the whole room: current step, timer, covered votes, spotlight. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { checkValues } from '../checkValues.ts'
import type { SingletonValuesOf } from '../defineSingleton.ts'
import { stageSingleton } from '../records/stage.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export type EditStageArgs = Partial<SingletonValuesOf<typeof stageSingleton>>

export function editStage(
  workshop: WorkshopDocument,
  actor: Actor,
  patch: EditStageArgs,
): CommandResult<null> {
  const wrong = checkValues('stage', stageSingleton.fields, patch)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  return commit(
    workshop,
    actor,
    (writer) => {
      writer.setSingleton('stage', patch)
      return null
    },
    { document: 'stage' },
  )
}
