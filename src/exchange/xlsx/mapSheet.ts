/**
 * The sheet that looks like the map: phases over their activities, a row per lane, cards in their cells, the values of
 * the curve below. For reading and printing; an import passes it over.
 */
import type { Activity } from '../../model/records/activity.ts'
import type { JourneyId } from '../../model/records/journey.ts'
import type { Lane, LaneKind } from '../../model/records/lane.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { cardsInCell, cardsOnPlacement } from '../../model/select/cardsInCell.ts'
import { allLanes } from '../../model/select/orderedLanes.ts'
import { placementsOf } from '../../model/select/placementsOf.ts'
import { curveValue, ratingStats } from '../../model/select/ratingStats.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { columnName } from './cellName.ts'
import type { Sheet, SheetCell, SheetValue } from './sheet.ts'
import type { Style } from './styles.ts'

export const MAP_SHEET = 'Map'

export interface MapTexts {
  readonly unnamedJourney: string
  readonly lanes: Readonly<Record<LaneKind, string>>
  readonly unsorted: string
  readonly inside: string
  readonly outside: string
}

interface Column {
  readonly activity: Activity
  readonly fill: string
}

const PHASE_FILL = '#cfe3ee'
const ACTIVITY_FILL = '#e4f0f7'
const LANE_FILL = '#f2eee6'
const CARD_FILL = '#fffaf0'
const COLUMN_WIDTH = 28
const LANE_WIDTH = 20
const LINE = 15
const CHARACTERS = 27
/** Excel's own limit of a row. */
const HIGHEST = 409

export function mapSheet(snapshot: WorkshopSnapshot, journeyId: JourneyId, texts: MapTexts): Sheet {
  const title = snapshot.journeys.get(journeyId)?.title || texts.unnamedJourney
  const { phases, pile } = activitiesByPhase(snapshot, journeyId)
  const groups = [
    ...phases.map(({ phase, activities }) => ({ title: phase.title, fill: phase.colour, activities })),
    ...(pile.length === 0 ? [] : [{ title: texts.unsorted, fill: '', activities: pile }]),
  ]
  const columns = groups.flatMap(({ fill, activities }) =>
    activities.map((activity): Column => ({ activity, fill: fill || PHASE_FILL })),
  )
  const lanes = allLanes(snapshot, journeyId).filter(({ kind }) => kind !== 'curve')
  const body = [
    [
      null,
      ...columns.map(({ activity }) => cell(activity.text, { bold: true, fill: ACTIVITY_FILL, wrap: true })),
    ],
    ...lanes.map((lane) => laneRow(snapshot, lane, columns, texts)),
    ...(['inside', 'outside'] as const).map((view) => valueRow(snapshot, view, columns, texts)),
  ]
  const heads = phaseHeads(groups)
  return {
    name: MAP_SHEET,
    rows: [[cell(title, { bold: true, size: 16 })], heads.cells, ...body],
    widths: [LANE_WIDTH, ...columns.map(() => COLUMN_WIDTH)],
    heights: [24, 22, ...body.map(heightOf)],
    merges: heads.merges,
    frozen: { rows: 3, columns: 1 },
  }
}

function phaseHeads(
  groups: readonly {
    readonly title: string
    readonly fill: string
    readonly activities: readonly Activity[]
  }[],
) {
  const cells: (SheetCell | null)[] = [null]
  const merges: string[] = []
  for (const { title, fill, activities } of groups) {
    const [first, last] = [cells.length, cells.length + activities.length - 1]
    const style: Style = {
      bold: true,
      middle: true,
      fill: fill || PHASE_FILL,
      colour: inkOn(fill || PHASE_FILL),
    }
    for (const index of activities.keys()) cells.push(cell(index === 0 ? title : '', style))
    if (last > first) merges.push(`${columnName(first)}2:${columnName(last)}2`)
  }
  return { cells, merges }
}

function laneRow(snapshot: WorkshopSnapshot, lane: Lane, columns: readonly Column[], texts: MapTexts) {
  const style: Style = { fill: CARD_FILL, wrap: true }
  return [
    cell(lane.title || texts.lanes[lane.kind], { bold: true, fill: LANE_FILL, wrap: true }),
    ...columns.map(({ activity }) => {
      const lines = [
        ...(lane.kind === 'touchpoints' ? touchpointsOf(snapshot, activity) : []),
        ...cardsInCell(snapshot, lane.id, activity.id).map(({ text }) => `• ${text}`),
      ]
      return cell(lines.join('\n'), style)
    }),
  ]
}

function touchpointsOf(snapshot: WorkshopSnapshot, { id }: Activity): readonly string[] {
  return placementsOf(snapshot, id).flatMap((placement) => {
    const of = placement.touchpointId
    const touchpoint =
      of === null ? undefined : snapshot.touchpoints.get(standsFor(snapshot, 'touchpoints', of))
    const cards = cardsOnPlacement(snapshot, placement.id).map(({ text }) => `   • ${text}`)
    return touchpoint === undefined ? cards : [`■ ${touchpoint.name}`, ...cards]
  })
}

function valueRow(
  snapshot: WorkshopSnapshot,
  view: 'inside' | 'outside',
  columns: readonly Column[],
  texts: MapTexts,
) {
  return [
    cell(texts[view], { bold: true, fill: LANE_FILL, wrap: true }),
    ...columns.map(({ activity: { id } }) => {
      const value = curveValue(ratingStats(snapshot, { kind: 'activity', id }, { view }))
      return cell(value ?? '', { middle: true, fill: CARD_FILL })
    }),
  ]
}

function cell(value: SheetValue, style: Style): SheetCell {
  const isText = typeof value === 'string'
  return {
    value,
    style: isText ? { ...style, text: true, ...(/^[=+\-@]/.test(value) ? { quoted: true } : {}) } : style,
  }
}

/** High enough for the fullest cell: spreadsheets do not measure what they did not write. */
function heightOf(row: readonly (SheetCell | null)[]): number {
  const lines = row.map((held) =>
    String(held?.value ?? '')
      .split('\n')
      .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / CHARACTERS)), 0),
  )
  return Math.min(HIGHEST, Math.max(1, ...lines) * LINE + 4)
}

function inkOn(fill: string): string {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(fill.slice(at, at + 2), 16))
  return red * 0.299 + green * 0.587 + blue * 0.114 > 140 ? '#1f1f1f' : '#ffffff'
}
