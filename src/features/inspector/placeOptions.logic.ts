/** Where something can be moved, as options of a list: lanes, and activities under their phases. */
import type { SelectOption } from '../../ui/SelectField.tsx'
import type { JourneyId } from '../../model/records/journey.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { allLanes } from '../../model/select/orderedLanes.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

const LONGEST = 60

/** One line of a text, short enough for a list. */
export function shortText(text: string, fallback: string): string {
  const line = text.replace(/\s+/g, ' ').trim()
  if (line === '') return fallback
  const characters = Array.from(line)
  return characters.length <= LONGEST ? line : `${characters.slice(0, LONGEST).join('')}…`
}

/** Lanes that cards can lie in; the curve holds pins instead. */
export function laneOptions(snapshot: WorkshopSnapshot, journeyId: JourneyId): readonly SelectOption[] {
  return allLanes(snapshot, journeyId)
    .filter((lane) => lane.kind !== 'curve' && lane.kind !== 'lineOfVisibility')
    .map((lane) => ({ value: lane.id, label: lane.title }))
}

export function activityOptions(
  snapshot: WorkshopSnapshot,
  journeyId: JourneyId,
  untitled: string,
): readonly SelectOption[] {
  return activitiesByPhase(snapshot, journeyId).phases.flatMap(({ phase, activities }) =>
    activities.map((activity, index) => ({
      value: activity.id,
      label: `${phase.title} ${String(index + 1)}: ${shortText(activity.text, untitled)}`,
    })),
  )
}
