/** How a deleted record is recognised: by what it says, and by what kind of thing it was. */
import type { TableName } from '../../model/schema.ts'
import type { BinnedRecord } from '../../model/select/binnedRecords.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'

const NAMED = [
  'cards',
  'activities',
  'phases',
  'lanes',
  'personas',
  'touchpoints',
  'placements',
  'sketches',
  'journeys',
  'traits',
  'channels',
  'departments',
  'brands',
  'insights',
  'actions',
  'imports',
  'comments',
] as const

type NamedTable = (typeof NAMED)[number]

export function kindKey(table: TableName): `bin.${NamedTable | 'other'}` {
  const named = NAMED.find((name) => name === table)
  return `bin.${named ?? 'other'}`
}

const TEXT_FIELDS = ['text', 'title', 'name'] as const

export function binnedText(
  snapshot: WorkshopSnapshot,
  { table, id }: Pick<BinnedRecord, 'table' | 'id'>,
): string {
  if (table === 'placements') return placementText(snapshot, id)
  const records: ReadonlyMap<string, object> = snapshot.bin[table]
  const record: Readonly<Record<string, unknown>> = { ...records.get(id) }
  for (const field of TEXT_FIELDS) {
    const value = record[field]
    if (typeof value === 'string' && value.trim() !== '') return value
  }
  return ''
}

function placementText(snapshot: WorkshopSnapshot, id: string): string {
  const touchpointId = snapshot.bin.placements.get(id as never)?.touchpointId ?? null
  if (touchpointId === null) return ''
  const standing = standsFor(snapshot, 'touchpoints', touchpointId)
  return (snapshot.touchpoints.get(standing) ?? snapshot.bin.touchpoints.get(standing))?.name ?? ''
}
