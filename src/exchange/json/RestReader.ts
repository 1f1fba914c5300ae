/** Settings, agenda, locks, comments and the bin of a JSON file: checked like its map, for a workshop made from it. */
import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { keyedTableNames, keyedTables, recordTables, singletons, type TableName } from '../../model/schema.ts'
import type { PlannedEntry, PlannedRest, RestRecord } from '../document/PlannedDocument.ts'
import { shapesOf } from '../document/walkValue.ts'
import type { ImportNotice } from '../problem.ts'
import { jsonMeta, jsonTables } from './jsonFormat.ts'
import type { JsonNames } from './JsonNames.ts'
import type { JsonRows } from './JsonRows.ts'
import type { ShapeCheck } from './ShapeCheck.ts'

export class RestReader {
  private readonly rows: JsonRows
  private readonly names: JsonNames
  private readonly check: ShapeCheck
  private readonly notices: ImportNotice[] = []

  /** `check` finds what lies in the bin as well. */
  constructor(rows: JsonRows, names: JsonNames, check: ShapeCheck) {
    this.rows = rows
    this.names = names
    this.check = check
  }

  read(): PlannedRest {
    const beside = jsonTables
      .filter((table) => recordTables[table].document !== 'map')
      .flatMap((table) => this.records('records', table))
    const bin = jsonTables.flatMap((table) => this.records('bin', table))
    const entries = this.entries()
    const meta = this.singleton('meta', jsonMeta)
    const stage = this.singleton('stage', Object.keys(singletons.stage.fields))
    return { meta, stage, records: [...beside, ...bin], entries, notices: this.notices }
  }

  private singleton(name: 'meta' | 'stage', wanted: readonly string[]): Readonly<Record<string, unknown>> {
    const held = this.rows.part(name)
    const shapes = Object.entries(singletons[name].fields)
      .filter(([field]) => wanted.includes(field))
      .map(([field, { shape }]) => [field, shape] as const)
    const values = this.check.fields(shapes, held, name) ?? {}
    return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== null))
  }

  private records(part: 'records' | 'bin', table: TableName): RestRecord[] {
    const rows = this.rows.of(part, table)
    if (rows.length > 0) this.note(`${part}.${table}`, rows.length)
    return rows.flatMap(([row, path]) => {
      const fields = this.check.fields(shapesOf(table), row, path)
      const key = row['id']
      if (fields === undefined || typeof key !== 'string') return []
      const merged = text(row['mergedInto'])
      const mergedInto = merged !== null && this.names.isKnown(table, merged) ? merged : null
      // What was in the bin stays there, even where the file does not say since when.
      const deleted = part === 'bin' && mergedInto === null ? this.mark(row['deleted']) : null
      const createdAt = typeof row['createdAt'] === 'number' ? row['createdAt'] : null
      return [
        { table, key, fields, createdAt, createdBy: this.person(row['createdBy']), deleted, mergedInto },
      ]
    })
  }

  private mark(held: unknown): RestRecord['deleted'] {
    const { at, by, with: along } = (isJsonObject(held) ? held : {}) as Readonly<Record<string, unknown>>
    const name = text(along)
    const table = name === null ? null : this.names.tableOf(name)
    return {
      at: typeof at === 'number' && Number.isFinite(at) ? at : 0,
      by: this.person(by),
      with: name === null || table === null ? null : { table, key: name },
    }
  }

  private person(value: unknown): string | null {
    const name = text(value)
    return name !== null && this.names.isKnown('persons', name) ? name : null
  }

  private entries(): PlannedEntry[] {
    return keyedTableNames.flatMap((table) => {
      const { document, key, fields } = keyedTables[table]
      if (document === 'map') return []
      const rows = this.rows.of('entries', table)
      if (rows.length > 0) this.note(`entries.${table}`, rows.length)
      const shapes = Object.entries(fields).map(([name, { shape }]) => [name, shape] as const)
      return rows.flatMap(([row, path]: readonly [JsonObject, string]): PlannedEntry[] => {
        const parts = this.check.keyParts(table, key, row, path)
        const values = this.check.fields(shapes, row, path)
        return parts === undefined || values === undefined ? [] : [{ table, entry: { ...parts, ...values } }]
      })
    })
  }

  private note(path: string, count: number): void {
    this.notices.push({ code: 'jsonIgnored', file: this.rows.file, path, value: String(count) })
  }
}

function text(value: unknown): string | null {
  return typeof value === 'string' ? value : null
}
