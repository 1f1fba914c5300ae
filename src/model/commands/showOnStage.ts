/** Puts one thing into the room's view, on the map of its journey, or the whole map again. */
import type { Actor } from '../actor.ts'
import type { CommandResult } from '../commandResult.ts'
import { journeyOf } from '../select/journeyOf.ts'
import type { Spotlight } from '../select/stageView.ts'
import { checkSubject } from '../subjectCheck.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'
import { editStage } from './editStage.ts'

export interface ShowOnStageArgs {
  /** Null: the whole map. */
  readonly thing: Spotlight | null
}

export function showOnStage(
  workshop: WorkshopDocument,
  actor: Actor,
  { thing }: ShowOnStageArgs,
): CommandResult<null> {
  if (thing !== null) {
    const there = checkSubject(workshop, thing)
    if (!there.ok) return there
  }
  const journeyId = thing === null ? null : journeyOf(workshop.snapshot(), thing)
  return editStage(workshop, actor, {
    spotlightId: thing?.id ?? '',
    ...(journeyId === null ? {} : { journeyId }),
  })
}
