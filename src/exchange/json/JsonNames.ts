/** The names that the records of a JSON file go by: each once per table, and what became of those that were merged. */
import { isJsonObject, type JsonObject } from '../../model/json.ts'
import type { TableName } from '../../model/schema.ts'
import type { ProblemList } from '../tables/ProblemList.ts'
import { jsonTables } from './jsonFormat.ts'

const LONGEST = 400
/** A record can have been merged into one that was merged. */
const MOST_MERGES = 50

export class JsonNames {
  private readonly live = new Map<TableName, Set<string>>()
  /** What lies in the bin, with the record that it was merged into. */
  private readonly gone = new Map<TableName, Map<string, string | null>>()

  constructor(root: JsonObject, file: string, list: ProblemList) {
    for (const table of jsonTables) {
      const live = new Set<string>()
      for (const [index, row] of rowsOf(root['records'], table).entries()) {
        const path = `records.${table}[${String(index)}].id`
        const id = row['id']
        if (!isName(id)) list.add({ code: 'jsonWrong', file, path, value: String(id), expected: '"…"' })
        else if (live.has(id)) list.add({ code: 'jsonTwice', file, path, value: id })
        else live.add(id)
      }
      this.live.set(table, live)
      const gone = rowsOf(root['bin'], table).flatMap((row): [string, string | null][] => {
        const { id, mergedInto } = row as { readonly id?: unknown; readonly mergedInto?: unknown }
        return isName(id) ? [[id, isName(mergedInto) ? mergedInto : null]] : []
      })
      this.gone.set(table, new Map(gone))
    }
  }

  /** The name it goes by today; null for what lies in the bin; undefined for what the file does not know. */
  resolve(table: TableName, name: string): string | null | undefined {
    let current: string | null = name
    for (let step = 0; step < MOST_MERGES && current !== null; step += 1) {
      if (this.live.get(table)?.has(current) === true) return current
      const next: string | null | undefined = this.gone.get(table)?.get(current)
      if (next === undefined) return undefined
      current = next
    }
    return null
  }

  /** Of what is to be restored some day: what lies in the bin counts as well. Null for what is nowhere. */
  resolveAny(table: TableName, name: string): string | null {
    return this.isKnown(table, name) ? name : null
  }

  isKnown(table: TableName, name: string): boolean {
    return this.live.get(table)?.has(name) === true || this.gone.get(table)?.has(name) === true
  }

  /** Ids are unlike in all tables, and keys nearly always: the first that has it. */
  tableOf(name: string): TableName | null {
    return jsonTables.find((table) => this.isKnown(table, name)) ?? null
  }
}

function isName(value: unknown): value is string {
  // oxlint-disable-next-line no-control-regex -- control characters are what is looked for
  return typeof value === 'string' && /^[^\u0000-\u001f]+$/.test(value) && value.length <= LONGEST
}

function rowsOf(part: unknown, table: string): JsonObject[] {
  const rows: unknown = isJsonObject(part) && Object.hasOwn(part, table) ? part[table] : []
  return Array.isArray(rows) ? rows.map((row: unknown) => (isJsonObject(row) ? row : {})) : []
}
