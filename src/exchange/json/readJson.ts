/**
 * The JSON of a workshop → a plan, checked in whole against the same declarations that the model writes by. Problems name
 * the path in the file. Whatever the text says, nothing but known fields of known tables is taken from it.
 */
import { isJsonObject, type JsonObject } from '../../model/json.ts'
import { keyedTableNames, keyedTables, recordTables, type TableName } from '../../model/schema.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { PlannedEntry, PlannedRecord, PlannedRest } from '../document/PlannedDocument.ts'
import { shapesOf } from '../document/walkValue.ts'
import type { ImportPlan } from '../ImportPlan.ts'
import { type Limits, LIMITS } from '../limits.ts'
import type { ImportProblem } from '../problem.ts'
import { NO_TABLES } from '../tables/parsedTables.ts'
import { ProblemList } from '../tables/ProblemList.ts'
import { JSON_FORMAT, JSON_VERSION, jsonTables } from './jsonFormat.ts'
import { JsonNames } from './JsonNames.ts'
import { JsonRows } from './JsonRows.ts'
import { RestReader } from './RestReader.ts'
import { ShapeCheck } from './ShapeCheck.ts'

type Read = Result<ImportPlan, readonly ImportProblem[]>

const COMMON = ['id', 'createdAt', 'createdBy', 'deleted', 'mergedInto']

export function readJson(text: string, file: string, limits: Limits = LIMITS): Read {
  const parsed = parse(text)
  if (parsed === undefined) return err([{ code: 'notJson', file }])
  if (!isJsonObject(parsed) || parsed['format'] !== JSON_FORMAT) return err([{ code: 'foreignJson', file }])
  const { version } = parsed
  if (version !== JSON_VERSION) {
    return err([
      {
        code: 'jsonVersion',
        file,
        value: typeof version === 'number' ? String(version) : '1',
        expected: String(JSON_VERSION),
      },
    ])
  }
  const list = new ProblemList(limits.problems)
  const reader = new JsonReader(parsed, file, limits, list)
  const records = reader.records()
  const entries = reader.entries()
  const rest = reader.rest()
  if (list.problems.length > 0) return err(list.problems)
  const counts = Object.fromEntries(
    jsonTables.map((table) => [table, records.filter((record) => record.table === table).length]),
  )
  const title = reader.title()
  const document = { records, entries, rest }
  return ok({
    title,
    tables: NO_TABLES,
    document,
    covers: 'workshop',
    attachments: [],
    notices: list.notices,
    counts,
  })
}

/** Too deep a nesting ends in a RangeError, anything else that is no JSON in a SyntaxError. */
function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof RangeError) return undefined
    throw error
  }
}

class JsonReader {
  private readonly rows: JsonRows
  private readonly list: ProblemList
  private readonly names: JsonNames
  private readonly check: ShapeCheck
  private readonly said = new Set<string>()

  constructor(root: JsonObject, file: string, limits: Limits, list: ProblemList) {
    this.rows = new JsonRows(root, file, limits, list)
    this.list = list
    this.names = new JsonNames(root, file, list)
    this.check = new ShapeCheck(file, list, this.names)
  }

  title(): string {
    const { title } = this.rows.part('meta') as { readonly title?: unknown }
    return typeof title === 'string' ? title : ''
  }

  records(): PlannedRecord[] {
    return jsonTables
      .filter((table) => recordTables[table].document === 'map')
      .flatMap((table) =>
        this.rows.of('records', table).flatMap(([row, path]) => this.record(table, row, path) ?? []),
      )
  }

  entries(): PlannedEntry[] {
    return keyedTableNames.flatMap((table) => {
      const { document, key, fields } = keyedTables[table]
      if (document !== 'map') return []
      return this.rows.of('entries', table).flatMap(([row, path]): PlannedEntry[] => {
        const parts = this.check.keyParts(table, key, row, path)
        const shapes = Object.entries(fields).map(([name, { shape }]) => [name, shape] as const)
        const values = this.check.fields(shapes, row, path)
        return parts === undefined || values === undefined ? [] : [{ table, entry: { ...parts, ...values } }]
      })
    })
  }

  /** Comments, agenda, locks and the bin: for a workshop made from the file, and named where they are left out. */
  rest(): PlannedRest {
    const { names, rows, list } = this
    const withBin = { resolve: (table: TableName, name: string) => names.resolveAny(table, name) }
    return new RestReader(rows, names, new ShapeCheck(rows.file, list, withBin)).read()
  }

  private record(table: TableName, row: JsonObject, path: string): PlannedRecord | undefined {
    const shapes = shapesOf(table)
    const known = new Set([...COMMON, ...shapes.map(([name]) => name)])
    for (const name of Object.keys(row)) if (!known.has(name)) this.note(`records.${table}[].${name}`)
    const fields = this.check.fields(shapes, row, path)
    const key = row['id']
    return fields === undefined || typeof key !== 'string' ? undefined : { table, key, fields }
  }

  private note(path: string): void {
    if (this.said.has(path)) return
    this.said.add(path)
    this.list.note({ code: 'jsonIgnored', file: this.rows.file, path, value: '' })
  }
}
