/**
 * Another journey beside the ones that are there: with the rows and phases of one of them, so that both can be compared
 * and written into at once, and without anything that was written.
 */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import { checkPatchOf, type Patch } from '../patch.ts'
import { orderAt } from '../position.ts'
import type { JourneyId } from '../records/journey.ts'
import { orderedJourneys } from '../select/journeys.ts'
import { allLanes } from '../select/orderedLanes.ts'
import { orderedPhases } from '../select/orderedPhases.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface AddJourneyArgs {
  readonly fields: Omit<Patch<'journeys'>, 'order'>
  /** Whose rows and phases it begins with. */
  readonly like?: JourneyId
}

export function addJourney(
  workshop: WorkshopDocument,
  actor: Actor,
  { fields, like }: AddJourneyArgs,
): CommandResult<JourneyId> {
  const wrong = checkPatchOf('journeys', fields)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  const model = like === undefined ? null : liveRecord(workshop, 'journeys', like)
  if (model !== null && !model.ok) return model
  const snapshot = workshop.snapshot()
  const order = orderAt(orderedJourneys(snapshot), 'last', workshop.randomBytes)
  return commit(workshop, actor, (writer) => {
    const journeyId = writer.create('journeys', { ...fields, order })
    if (like === undefined) return journeyId
    for (const { kind, title, colour, cardTypeId, hidden, order: place } of allLanes(snapshot, like)) {
      writer.create('lanes', { journeyId, kind, title, colour, cardTypeId, hidden, order: place })
    }
    for (const { title, colour, order: place } of orderedPhases(snapshot, like)) {
      writer.create('phases', { journeyId, title, colour, order: place })
    }
    return journeyId
  })
}
