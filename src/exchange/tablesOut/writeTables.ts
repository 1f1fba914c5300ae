/**
 * One journey of a workshop as the CSV tables of the exchange format: what was imported comes out as it came in. The
 * format holds less than a workshop does; what stays behind is counted, so that nobody takes the tables for a backup.
 */
import type { JourneyId } from '../../model/records/journey.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { defuseCell } from '../csv/defuseCell.ts'
import { writeCsv } from '../csv/writeCsv.ts'
import { columnNames, type TableName, tableFormats, tableNames } from '../tables/tableFormat.ts'
import { ExportNames } from './ExportNames.ts'
import { frameRows } from './frameRows.ts'
import { mapRows } from './mapRows.ts'
import { outcomeRows } from './outcomeRows.ts'
import type { TableRows } from './tableRows.ts'

export interface WrittenTables {
  readonly files: readonly { readonly name: string; readonly text: string }[]
  /** Live records that the tables cannot hold, by kind; kinds of which all are in are not named. */
  readonly leftOut: Readonly<Record<string, number>>
}

/** The tables before they are text of one format or another; every first row is the header. */
export interface WrittenSheets {
  readonly sheets: readonly { readonly table: TableName; readonly rows: readonly (readonly string[])[] }[]
  readonly leftOut: WrittenTables['leftOut']
}

/** `defused`: cells that a spreadsheet would compute are made texts. */
export function writeTables(
  snapshot: WorkshopSnapshot,
  journeyId: JourneyId,
  { defused = true }: { readonly defused?: boolean } = {},
): WrittenTables {
  const { sheets, leftOut } = writeSheets(snapshot, journeyId)
  const safe = (rows: readonly (readonly string[])[]) =>
    defused ? rows.map((cells) => cells.map(defuseCell)) : rows
  const files = sheets.map(({ table, rows }) => ({ name: `${table}.csv`, text: writeCsv(safe(rows)) }))
  return { files, leftOut }
}

export function writeSheets(snapshot: WorkshopSnapshot, journeyId: JourneyId): WrittenSheets {
  const journey = snapshot.journeys.get(journeyId)
  if (journey === undefined) throw new Error(`no journey ${journeyId}`)
  const names = new ExportNames(snapshot)
  const rows: TableRows = {
    ...frameRows(snapshot, journey, names),
    ...mapRows(snapshot, journey, names),
    ...outcomeRows(snapshot, names),
  }
  const sheets = tableNames.map((table) => ({ table, rows: rowsOf(table, rows) }))
  return { sheets, leftOut: countLeftOut(snapshot, rows) }
}

function rowsOf(table: TableName, rows: TableRows): string[][] {
  const body: readonly Readonly<Record<string, string>>[] = rows[table]
  const columns = [...new Set([...columnNames(tableFormats[table]), ...body.flatMap(Object.keys)])]
  return [columns, ...body.map((row) => columns.map((column) => row[column] ?? ''))]
}

function countLeftOut(snapshot: WorkshopSnapshot, rows: TableRows): Readonly<Record<string, number>> {
  const { journey, cards, activities, lanes, phases, ratings, kpis } = rows
  const all: Readonly<Record<string, number>> = {
    journeys: snapshot.journeys.size - journey.length,
    traits: snapshot.traits.size - rows.persona_traits.length,
    phases: snapshot.phases.size - phases.length,
    lanes: snapshot.lanes.size - lanes.length,
    activities: snapshot.activities.size - activities.length,
    cards: snapshot.cards.size - cards.length,
    placements: snapshot.placements.size - rows.touchpoint_placements.length,
    ratings: snapshot.ratings.size - ratings.length,
    kpiValues: snapshot.kpiValues.size - kpis.length,
    ...Object.fromEntries(WITHOUT_TABLE.map((table) => [table, snapshot[table].size])),
  }
  return Object.fromEntries(Object.entries(all).filter(([, count]) => count > 0))
}

const WITHOUT_TABLE = [
  'microMoments',
  'cardTypes',
  'media',
  'brands',
  'rounds',
  'questions',
  'audits',
  'sketches',
  'surveys',
  'attachments',
  'comments',
  'agreedValues',
  'votes',
  'auditAnswers',
  'agendaSteps',
] as const
