/**
 * A workshop as one JSON text, for scripts and archives: everything the document says, the bin included. Ids, order and
 * references are written by content alone, so that the same content gives the same bytes whoever imported it. The shape
 * is described in FORMATS.md and by `jsonSchema.ts`.
 */
import {
  keyedTableNames,
  keyedTables,
  recordTables,
  schemaVersion,
  type SingletonName,
  singletons,
  type TableName,
} from '../../model/schema.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { DocumentNames } from '../document/DocumentNames.ts'
import { compare, DocumentOrder } from '../document/documentOrder.ts'
import { tableOfKeyPart, tableOfSubjectIn } from '../document/keyedRefs.ts'
import { shapesOf, type Visitor, walkValue } from '../document/walkValue.ts'
import { JSON_FORMAT, JSON_VERSION, jsonMeta, jsonTables } from './jsonFormat.ts'

type Loose = Readonly<Record<string, unknown>>

export function writeJson(snapshot: WorkshopSnapshot): string {
  const writer = new JsonWriter(snapshot)
  const document = {
    format: JSON_FORMAT,
    version: JSON_VERSION,
    schema: schemaVersion,
    meta: writer.singleton('meta', jsonMeta),
    stage: writer.singleton('stage', Object.keys(singletons.stage.fields)),
    records: Object.fromEntries(
      jsonTables.map((table) => [table, writer.records(table, snapshot[table].values())]),
    ),
    entries: Object.fromEntries(keyedTableNames.map((table) => [table, writer.entries(table)])),
    bin: Object.fromEntries(
      jsonTables.map((table) => [table, writer.records(table, snapshot.bin[table].values())]),
    ),
  }
  return `${JSON.stringify(document, null, 2)}\n`
}

class JsonWriter {
  private readonly snapshot: WorkshopSnapshot
  private readonly names: DocumentNames
  private readonly order: DocumentOrder

  constructor(snapshot: WorkshopSnapshot) {
    this.snapshot = snapshot
    this.names = new DocumentNames(snapshot)
    this.order = new DocumentOrder(snapshot, this.names)
  }

  singleton(name: SingletonName, wanted: readonly string[]): Loose {
    const held: Loose = { ...this.snapshot[name] }
    const fields = Object.entries(singletons[name].fields).filter(([field]) => wanted.includes(field))
    const visitor = this.visitor(0)
    return withUnknown(
      Object.fromEntries(fields.map(([field, { shape }]) => [field, walkValue(shape, held[field], visitor)])),
      held,
    )
  }

  records(table: TableName, records: Iterable<object>): Loose[] {
    const shapes = shapesOf(table)
    return this.order.sort(table, records).map(({ record, name, rank }) => {
      const visitor = this.visitor(rank)
      const fields = shapes.map(([field, shape]) => [field, walkValue(shape, record[field], visitor)])
      const about = table === 'comments' ? this.about(record) : {}
      const said = { id: name, ...Object.fromEntries(fields), ...about, ...this.history(table, record) }
      return withUnknown(said, record)
    })
  }

  /** When an import happened and by whom is no content; when somebody wrote a card is. */
  private history(table: TableName, { importKey, createdAt, createdBy, deleted, mergedInto }: Loose): Loose {
    const name = (id: unknown) => (typeof id === 'string' ? this.names.find(id) : null)
    // Comments stand in the order in which they were said.
    const isOwn = importKey === null || recordTables[table].document !== 'map'
    return {
      ...(isOwn ? { createdAt, createdBy: name(createdBy) } : {}),
      ...(deleted === null || deleted === undefined ? {} : { deleted: this.mark(deleted as Loose) }),
      ...(mergedInto === null ? {} : { mergedInto: name(mergedInto) }),
    }
  }

  private about(comment: Loose): Loose {
    const of = tableOfSubjectIn(comment)
    const { subjectId } = comment
    return of === null || typeof subjectId !== 'string'
      ? {}
      : { subjectId: this.names.of(of, subjectId) ?? subjectId }
  }

  private mark(deleted: Loose): Loose {
    const name = (id: unknown) => (typeof id === 'string' ? this.names.find(id) : null)
    return { at: deleted['at'], by: name(deleted['by']), with: name(deleted['with']) }
  }

  entries(table: (typeof keyedTableNames)[number]): Loose[] {
    const { key, fields } = keyedTables[table]
    const source: Iterable<object> = this.snapshot[table].values()
    const visitor = this.visitor(0)
    const written = [...source].map((held) => {
      const entry = held as Loose
      const parts = Object.keys(key).map((part) => [part, this.keyPart(table, part, entry)])
      const values = Object.entries(fields).map(([name, { shape }]) => [
        name,
        walkValue(shape, entry[name], visitor),
      ])
      return withUnknown({ ...Object.fromEntries(parts), ...Object.fromEntries(values) }, entry)
    })
    const keyOf = (entry: Loose) => JSON.stringify(Object.keys(key).map((part) => entry[part]))
    return written.toSorted((a, b) => compare(keyOf(a), keyOf(b)))
  }

  private keyPart(table: (typeof keyedTableNames)[number], part: string, entry: Loose): unknown {
    const of = tableOfKeyPart(table, part, entry)
    const value = entry[part]
    return of === null || typeof value !== 'string' || value === ''
      ? value
      : (this.names.of(of, value) ?? value)
  }

  /** What is nowhere any more keeps its id: a file hides nothing. */
  private visitor(rank: number): Visitor {
    return { ref: (table, id) => this.names.of(table, id) ?? id, order: () => rank }
  }
}

function withUnknown(known: Loose, { unknown }: Loose): Loose {
  return Object.keys((unknown as Loose | undefined) ?? {}).length === 0 ? known : { ...known, unknown }
}
