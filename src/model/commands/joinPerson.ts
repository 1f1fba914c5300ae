/** Somebody joins the workshop. "I am already here" needs no command: the device just acts for that person. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { origins } from '../origins.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import type { PersonId } from '../records/person.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export type JoinPersonArgs = Pick<Patch<'persons'>, 'colour' | 'kind' | 'departmentId' | 'organisation'> & {
  readonly name: string
}

export function joinPerson(
  workshop: WorkshopDocument,
  actor: Actor,
  args: JoinPersonArgs,
): CommandResult<PersonId> {
  const fields = { ...args, name: args.name.trim() }
  if (fields.name === '') return refuse('invalid', 'persons.name', args.name)
  const wrong = checkPatchOf('persons', fields)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  // Undo is for the work: it would take away the name of whoever only wanted their last card back.
  return commit(workshop, actor, (writer) => writer.create('persons', fields), { origin: origins.joining })
}
