/** A new persona at the end; the first one of a journey is shown on its map at once. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import { orderAt } from '../position.ts'
import type { JourneyId } from '../records/journey.ts'
import type { PersonaId } from '../records/persona.ts'
import { orderedPersonas } from '../select/orderedPersonas.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface AddPersonaArgs {
  readonly fields?: Omit<Patch<'personas'>, 'order'>
  /** Shows the persona on this map if it shows none yet. */
  readonly journeyId?: JourneyId
}

export function addPersona(
  workshop: WorkshopDocument,
  actor: Actor,
  { fields = {}, journeyId }: AddPersonaArgs,
): CommandResult<PersonaId> {
  const journey = journeyId === undefined ? null : liveRecord(workshop, 'journeys', journeyId)
  if (journey !== null && !journey.ok) return journey
  const wrong = checkPatchOf('personas', fields)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  const order = orderAt(orderedPersonas(workshop.snapshot()), 'last', workshop.randomBytes)
  return commit(workshop, actor, (writer) => {
    const id = writer.create('personas', { ...fields, order })
    if (journey !== null && journey.value.personaIds.length === 0) {
      writer.addMembers('journeys', journey.value.id, 'personaIds', [id])
    }
    return id
  })
}
