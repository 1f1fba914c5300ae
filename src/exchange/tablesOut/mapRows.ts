/** Activities, touchpoints, placements and cards as rows, in the order in which they stand on the map. */
import type { ActivityId } from '../../model/records/activity.ts'
import type { Card } from '../../model/records/card.ts'
import type { Journey } from '../../model/records/journey.ts'
import type { LaneId } from '../../model/records/lane.ts'
import type { Touchpoint } from '../../model/records/touchpoint.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { byOrder, byPlace } from '../../model/select/byOrder.ts'
import { allLanes } from '../../model/select/orderedLanes.ts'
import { placementsOf } from '../../model/select/placementsOf.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { ExportNames } from './ExportNames.ts'
import { booleanCell, numberCell } from './formatCell.ts'
import type { Cells, TableRows } from './tableRows.ts'

type MapTables = 'activities' | 'touchpoints' | 'touchpoint_placements' | 'cards'

export function mapRows(
  snapshot: WorkshopSnapshot,
  journey: Journey,
  names: ExportNames,
): Pick<TableRows, MapTables> {
  const { phases, pile } = activitiesByPhase(snapshot, journey.id)
  const columns = [...phases.flatMap(({ activities }) => activities), ...pile]
  return {
    activities: columns.map((activity, index) => ({
      id: names.of('activities', activity.id),
      phase_id: names.of('phases', activity.place.phaseId),
      order: String(index + 1),
      text: activity.text,
      micromoment: activity.microMomentKind ?? '',
      pain_point: booleanCell(activity.painPoint),
      moment_of_truth: booleanCell(activity.momentOfTruth),
    })),
    touchpoints: touchpointRows(snapshot, names),
    touchpoint_placements: columns.flatMap(({ id }) =>
      placementsOf(snapshot, id).flatMap(({ touchpointId }) =>
        touchpointId === null
          ? []
          : [
              {
                touchpoint_id: names.of('touchpoints', standsFor(snapshot, 'touchpoints', touchpointId)),
                activity_id: names.of('activities', id),
              },
            ],
      ),
    ),
    cards: cardRows(
      snapshot,
      journey,
      columns.map(({ id }) => id),
      names,
    ),
  }
}

function touchpointRows(snapshot: WorkshopSnapshot, names: ExportNames): Cells<'touchpoints'>[] {
  return byOrder(snapshot.touchpoints.values()).map((touchpoint) => ({
    ...ownCells(touchpoint.ownFields),
    id: names.of('touchpoints', touchpoint.id),
    name: touchpoint.name,
    type: touchpoint.form ?? '',
    phase_id: names.of('phases', touchpoint.phaseId),
    channel_id: names.of('channels', touchpoint.channelId),
    department_id: names.of('departments', touchpoint.departmentId),
    owner: touchpoint.owner,
    pain_point: booleanCell(touchpoint.painPoint),
    moment_of_truth: booleanCell(touchpoint.momentOfTruth),
    media_type: touchpoint.mediaType,
    frequency: touchpoint.frequency,
    perception: touchpoint.perception,
    people_objects: touchpoint.peopleObjects,
    url: touchpoint.url,
    acceptance_criteria: touchpoint.acceptanceCriteria,
    current_value: numberCell(touchpoint.currentValue),
    target_value: numberCell(touchpoint.targetValue),
    best_in_class: numberCell(touchpoint.bestInClass),
    publication: touchpoint.publication,
    reach: touchpoint.reach,
  }))
}

function ownCells(fields: Touchpoint['ownFields']): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, String(value ?? '')]))
}

/** Cards that have a lane and an activity of this journey; the format knows no others. */
function cardRows(
  snapshot: WorkshopSnapshot,
  journey: Journey,
  columns: readonly ActivityId[],
  names: ExportNames,
): Cells<'cards'>[] {
  const cells = cardsByCell(snapshot)
  const lanes = allLanes(snapshot, journey.id)
  return columns.flatMap((activityId) =>
    lanes.flatMap(({ id: laneId }) =>
      (cells.get(`${laneId}|${activityId}`) ?? []).map((card, index) => ({
        id: names.of('cards', card.id),
        lane_id: names.of('lanes', laneId),
        activity_id: names.of('activities', activityId),
        order: String(index + 1),
        text: card.text,
        author: authorOf(snapshot, card),
        evidence: card.evidence,
        source: card.source,
      })),
    ),
  )
}

function cardsByCell(snapshot: WorkshopSnapshot): ReadonlyMap<string, Card[]> {
  const cells = new Map<string, Card[]>()
  for (const card of byPlace(snapshot.cards.values())) {
    const key = cellOf(snapshot, card.place.laneId, card.place.activityId)
    const cell = cells.get(key)
    if (cell === undefined) cells.set(key, [card])
    else cell.push(card)
  }
  return cells
}

function cellOf(snapshot: WorkshopSnapshot, laneId: LaneId | null, activityId: ActivityId | null): string {
  const lane = laneId === null ? '' : standsFor(snapshot, 'lanes', laneId)
  const activity = activityId === null ? '' : standsFor(snapshot, 'activities', activityId)
  return `${lane}|${activity}`
}

/** The table has one author; the first is who wrote the card. */
function authorOf(snapshot: WorkshopSnapshot, { authorIds: [first] }: Card): string {
  return first === undefined ? '' : (snapshot.persons.get(standsFor(snapshot, 'persons', first))?.name ?? '')
}
