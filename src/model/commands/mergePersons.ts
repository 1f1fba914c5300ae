/** Two entries that turned out to be one person: their ratings count once, their cards name one author. */
import type { Actor } from '../actor.ts'
import type { CommandResult } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { checkMerge } from '../mergeRecords.ts'
import type { PersonId } from '../records/person.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface MergePersonsArgs {
  readonly keepId: PersonId
  readonly mergeId: PersonId
}

export function mergePersons(
  workshop: WorkshopDocument,
  actor: Actor,
  { keepId, mergeId }: MergePersonsArgs,
): CommandResult<PersonId> {
  const checked = checkMerge(workshop, 'persons', keepId, [mergeId])
  if (!checked.ok) return checked
  return commit(workshop, actor, (writer) => {
    writer.mergeInto('persons', mergeId, keepId)
    return keepId
  })
}
