/** One more scale of a persona, after the others. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import { orderAt } from '../position.ts'
import type { PersonaId } from '../records/persona.ts'
import type { TraitId } from '../records/trait.ts'
import { traitsOf } from '../select/traitsOf.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface AddTraitArgs {
  readonly personaId: PersonaId
  readonly fields?: Omit<Patch<'traits'>, 'personaId' | 'order'>
}

export function addTrait(
  workshop: WorkshopDocument,
  actor: Actor,
  { personaId, fields = {} }: AddTraitArgs,
): CommandResult<TraitId> {
  const persona = liveRecord(workshop, 'personas', personaId)
  if (!persona.ok) return persona
  const wrong = checkPatchOf('traits', fields)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  const order = orderAt(traitsOf(workshop.snapshot(), personaId), 'last', workshop.randomBytes)
  return commit(workshop, actor, (writer) => writer.create('traits', { ...fields, personaId, order }))
}
