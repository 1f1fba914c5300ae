/**
 * How a journey is shared out over several posters: two side by side, as the guideline suggests for long journeys, or a
 * page per phase to hand out. Whole phases only, because a phase that is torn apart cannot be read.
 */
import { activitiesByPhase } from '../model/select/activitiesByPhase.ts'
import type { JourneyId } from '../model/records/journey.ts'
import type { PhaseId } from '../model/records/phase.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import type { PosterSplit } from '../layout/poster/posterSheets.ts'

export type PhaseGroup = readonly PhaseId[]

/** Null where there is nothing to share out: fewer than two phases, or one poster is wanted. */
export function phaseGroups(
  snapshot: WorkshopSnapshot,
  journeyId: JourneyId,
  split: PosterSplit,
  chosen: readonly PhaseId[] | null,
): readonly PhaseGroup[] | null {
  const phases = activitiesByPhase(snapshot, journeyId).phases.filter(
    ({ phase }) => chosen?.includes(phase.id) ?? true,
  )
  if (split === 'one' || phases.length < 2) return null
  if (split === 'phases') return phases.map(({ phase }) => [phase.id])
  return halves(
    phases.map(({ phase, activities }) => ({ id: phase.id, columns: Math.max(1, activities.length) })),
  )
}

/** Cut where both sides have nearly the same number of columns. */
function halves(
  phases: readonly { readonly id: PhaseId; readonly columns: number }[],
): readonly PhaseGroup[] {
  const all = phases.reduce((sum, { columns }) => sum + columns, 0)
  let left = 0
  let best = { at: 1, difference: Number.POSITIVE_INFINITY }
  for (const [index, { columns }] of phases.slice(0, -1).entries()) {
    left += columns
    const difference = Math.abs(all - 2 * left)
    if (difference < best.difference) best = { at: index + 1, difference }
  }
  const ids = phases.map(({ id }) => id)
  return [ids.slice(0, best.at), ids.slice(best.at)]
}
