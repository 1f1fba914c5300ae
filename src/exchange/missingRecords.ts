/**
 * What is here and could stand in the file, but does not: somebody may have taken it out there, or the file is older than
 * it. Only of a file that speaks of the same journey, and only of the tables that the file has rows of.
 */
import type { ImportRecord } from '../model/commands/importRecords.ts'
import type { RecordRef } from '../model/belongings.ts'
import type { JourneyId } from '../model/records/journey.ts'
import { recordTables, type TableName, tableNames } from '../model/schema.ts'
import { standsFor } from '../model/select/standsFor.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import type { ImportPlan } from './ImportPlan.ts'

/** Facts about people, files and imports are never gone because a file does not mention them. */
const NEVER: readonly TableName[] = ['journeys', 'persons', 'media', 'attachments', 'imports', 'kpis']
/** What tables can hold; everything else is never missing in them. */
const IN_TABLES: readonly TableName[] = [
  'personas',
  'traits',
  'phases',
  'channels',
  'departments',
  'lanes',
  'activities',
  'touchpoints',
  'placements',
  'cards',
  'insights',
  'actions',
  'campaigns',
]

export function missingRecords(
  { document, covers }: Pick<ImportPlan, 'document' | 'covers'>,
  records: readonly ImportRecord[],
  snapshot: WorkshopSnapshot,
): readonly RecordRef[] {
  if (document !== undefined && covers !== 'workshop') return []
  const journeyIds = records.flatMap(({ table, id }) => (table === 'journeys' ? [id] : []))
  if (!journeyIds.some((id) => snapshot.journeys.has(id))) return []
  const named = new Map<TableName, Set<string>>()
  for (const { table, id } of records) {
    const ids = named.get(table) ?? new Set()
    named.set(table, ids.add(id))
  }
  const [journeyId] = journeyIds
  const could =
    document === undefined && journeyId !== undefined ? inTablesOf(snapshot, journeyId) : () => true
  return tableNames
    .filter((table) => !NEVER.includes(table) && recordTables[table].document === 'map')
    .flatMap((table) => {
      const ids = named.get(table)
      if (ids === undefined) return []
      const live: Iterable<{ readonly id: string }> = snapshot[table].values()
      return [...live]
        .filter((held) => !ids.has(held.id) && could(table, held))
        .map(({ id }) => ({ table, id }))
    })
}

/** Tables hold one journey, and of its cards those that stand in a cell. */
function inTablesOf(snapshot: WorkshopSnapshot, journeyId: JourneyId) {
  const isHere = (table: 'activities' | 'lanes', id: unknown): boolean => {
    if (typeof id !== 'string') return false
    const held = snapshot[table].get(standsFor(snapshot, table, id as never) as never) as Placed | undefined
    return (held?.place?.journeyId ?? held?.journeyId) === journeyId
  }
  return (table: TableName, record: object): boolean => {
    const { journeyId: own, place } = record as Placed
    switch (table) {
      case 'phases':
      case 'lanes':
        return own === journeyId
      case 'activities':
        return place?.journeyId === journeyId
      case 'placements':
        return isHere('activities', place?.activityId)
      case 'cards':
        return isHere('activities', place?.activityId) && isHere('lanes', place?.laneId)
      default:
        return IN_TABLES.includes(table)
    }
  }
}

interface Placed {
  readonly journeyId?: unknown
  readonly place?: { readonly journeyId?: unknown; readonly activityId?: unknown; readonly laneId?: unknown }
}
