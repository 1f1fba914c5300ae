/**
 * The order of records in a file, from what they say alone: along the map, parents first, then by their place among
 * their siblings. Sort keys are random and differ from device to device; in a file a record says its number instead.
 */
import type { Shape } from '../../model/field.ts'
import type { TableName } from '../../model/schema.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { DocumentNames } from './DocumentNames.ts'
import { shapesOf, tableOfRef } from './walkValue.ts'

type Loose = Readonly<Record<string, unknown>>

export interface OrderedRecord {
  readonly record: Loose
  readonly name: string
  /** From 1, among the records of the same place. */
  readonly rank: number
}

interface Sortable {
  readonly record: Loose
  readonly name: string
  readonly parents: readonly number[]
  readonly group: string
  readonly order: string
}

const NOWHERE = Number.MAX_SAFE_INTEGER

export class DocumentOrder {
  private readonly snapshot: WorkshopSnapshot
  private readonly names: DocumentNames
  private readonly positions = new Map<TableName, ReadonlyMap<string, number>>()

  constructor(snapshot: WorkshopSnapshot, names: DocumentNames) {
    this.snapshot = snapshot
    this.names = names
  }

  sort(table: TableName, records: Iterable<object>): readonly OrderedRecord[] {
    const parts = placeShapes(table)
    const sortable = [...records].map((record) => this.sortable(table, record as Loose, parts))
    const ranks = new Map<string, number>()
    return sortable.toSorted(compareRecords).map(({ record, name, group }) => {
      const rank = (ranks.get(group) ?? 0) + 1
      ranks.set(group, rank)
      return { record, name, rank }
    })
  }

  private sortable(table: TableName, record: Loose, parts: readonly (readonly [string, string])[]): Sortable {
    const place = (record['place'] ?? record) as Loose
    const refs = parts.map(([name, kind]) => [tableOfRef(kind), place[name]] as const)
    const id = String(record['id'])
    return {
      record,
      name: this.names.of(table, id) ?? id,
      parents: refs.map(([of, to]) => (typeof to === 'string' ? this.positionOf(of, to) : NOWHERE)),
      group: JSON.stringify(refs.map(([, to]) => to ?? null)),
      order: typeof place['order'] === 'string' ? place['order'] : '',
    }
  }

  private positionOf(table: TableName, id: string): number {
    let known = this.positions.get(table)
    if (known === undefined) {
      const sorted = this.sort(table, this.snapshot[table].values())
      known = new Map(sorted.map(({ record }, index) => [String(record['id']), index]))
      this.positions.set(table, known)
    }
    return known.get(id) ?? NOWHERE
  }
}

/** The references that say where a record stands: those of its place, else what it belongs to. */
export function placeShapes(table: TableName): readonly (readonly [name: string, kind: string])[] {
  const shapes = shapesOf(table)
  const place = shapes.find(([name]) => name === 'place')?.[1]
  const parts: readonly (readonly [string, Shape])[] =
    place?.type === 'object' ? Object.entries(place.parts) : shapes.filter(([name]) => BELONGS.includes(name))
  return parts.flatMap(([name, shape]) => (shape.type === 'ref' ? [[name, shape.kind] as const] : []))
}

const BELONGS: readonly string[] = ['journeyId', 'personaId']

function compareRecords(a: Sortable, b: Sortable): number {
  for (const [index, parent] of a.parents.entries()) {
    const other = b.parents[index] ?? 0
    if (parent !== other) return parent - other
  }
  return compare(a.order, b.order) || compare(a.name, b.name)
}

export function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
