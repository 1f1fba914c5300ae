/** What stands on the map: activities, the register of touchpoints, its placements, and the cards. */
import type { JourneyId } from '../../model/records/journey.ts'
import { placementsOf } from '../../model/select/placementsOf.ts'
import type { PlainTables } from '../tables/parsedTables.ts'
import type { RowValues } from '../tables/tableFormat.ts'
import type { People } from './People.ts'
import type { RecordBuilder } from './RecordBuilder.ts'

export function buildMap(
  tables: PlainTables,
  builder: RecordBuilder,
  people: People,
  journeyId: JourneyId,
): void {
  buildActivities(tables, builder, journeyId)
  buildTouchpoints(tables, builder, people)
  buildPlacements(tables, builder)
  const cells = groupBy(tables.cards, ({ lane_id, activity_id }) => `${lane_id}|${activity_id}`)
  for (const cards of cells) buildCell(cards, builder, people)
}

function groupBy<T>(rows: readonly T[], keyOf: (row: T) => string): T[][] {
  const groups = new Map<string, T[]>()
  for (const row of rows) {
    const group = groups.get(keyOf(row))
    if (group === undefined) groups.set(keyOf(row), [row])
    else group.push(row)
  }
  return [...groups.values()]
}

/** Numbers run over the whole map; sort keys only mean something within a phase. */
function buildActivities({ activities }: PlainTables, builder: RecordBuilder, journeyId: JourneyId): void {
  const sorted = activities.toSorted((a, b) => a.order - b.order)
  for (const rows of groupBy(sorted, ({ phase_id }) => phase_id ?? '')) {
    const ids = rows.map(({ id }) => id)
    const orders = builder.orders('activities', ids, (record) => record.place.order)
    for (const [index, row] of rows.entries()) {
      const phaseId = builder.optionalIdOf('phases', row.phase_id)
      builder.add('activities', row.id, {
        place: { journeyId, phaseId, order: orders[index] ?? '' },
        text: row.text,
        painPoint: row.pain_point,
        momentOfTruth: row.moment_of_truth,
        microMomentKind: row.micromoment,
      })
    }
  }
}

function buildTouchpoints({ touchpoints }: PlainTables, builder: RecordBuilder, people: People): void {
  const rows = touchpoints
  const ids = rows.map(({ id }) => id)
  const orders = builder.orders('touchpoints', ids, (record) => record.order)
  for (const [index, row] of rows.entries()) {
    builder.add('touchpoints', row.id, {
      name: row.name,
      form: row.type,
      phaseId: builder.optionalIdOf('phases', row.phase_id),
      channelId: builder.optionalIdOf('channels', row.channel_id),
      departmentId: builder.optionalIdOf('departments', row.department_id),
      owner: row.owner,
      ownerId: people.find(row.owner),
      painPoint: row.pain_point,
      momentOfTruth: row.moment_of_truth,
      mediaType: row.media_type,
      frequency: row.frequency,
      perception: row.perception,
      peopleObjects: row.people_objects,
      url: row.url,
      acceptanceCriteria: row.acceptance_criteria,
      currentValue: row.current_value,
      targetValue: row.target_value,
      bestInClass: row.best_in_class,
      publication: row.publication,
      reach: row.reach,
      ownFields: row.own_fields,
      order: orders[index] ?? '',
    })
  }
}

/** Placements have no id in the tables; the n-th of a touchpoint under an activity is the same one next time. */
function buildPlacements({ touchpoint_placements }: PlainTables, builder: RecordBuilder): void {
  const times = new Map<string, number>()
  const keyed = touchpoint_placements.map((row) => {
    const pair = `${row.touchpoint_id}|${row.activity_id}`
    const time = (times.get(pair) ?? 0) + 1
    times.set(pair, time)
    const key = time === 1 ? pair : `${pair}|${time}`
    builder.adopt('placements', key, () => placementHere(builder, row, time))
    return { ...row, key }
  })
  for (const rows of groupBy(keyed, ({ activity_id }) => activity_id)) {
    const keys = rows.map(({ key }) => key)
    const orders = builder.orders('placements', keys, (record) => record.place.order)
    for (const [index, { key, touchpoint_id, activity_id }] of rows.entries()) {
      const activityId = builder.idOf('activities', activity_id)
      builder.add('placements', key, {
        touchpointId: builder.idOf('touchpoints', touchpoint_id),
        place: { activityId, order: orders[index] ?? '' },
      })
    }
  }
}

/** The n-th placement of that touchpoint under that activity, if it was made here. */
function placementHere(builder: RecordBuilder, row: RowValues<'touchpoint_placements'>, time: number) {
  const touchpointId = builder.idOf('touchpoints', row.touchpoint_id)
  const activityId = builder.idOf('activities', row.activity_id)
  const same = placementsOf(builder.snapshot, activityId).filter((one) => one.touchpointId === touchpointId)
  const found = same[time - 1]
  return found?.importKey === null ? found.id : undefined
}

function buildCell(cards: readonly RowValues<'cards'>[], builder: RecordBuilder, people: People): void {
  const rows = cards.toSorted((a, b) => a.order - b.order)
  const ids = rows.map(({ id }) => id)
  const orders = builder.orders('cards', ids, (record) => record.place.order)
  for (const [index, row] of rows.entries()) {
    builder.add('cards', row.id, {
      place: {
        laneId: builder.idOf('lanes', row.lane_id),
        activityId: builder.idOf('activities', row.activity_id),
        placementId: null,
        order: orders[index] ?? '',
      },
      text: row.text,
      authorIds: row.author === '' ? [] : [people.of('participant', row.author)],
      evidence: row.evidence,
      source: row.source,
    })
  }
}
