/** Whether every id that a table names stands in the table it belongs to. Runs over all tables after they were read. */
import type { ColumnType } from './columnType.ts'
import type { ParsedTables } from './parsedTables.ts'
import type { ProblemList } from './ProblemList.ts'
import { type TableName, tableFormats, tableNames } from './tableFormat.ts'

/** Tables that could not be read: references into them are not judged. */
export function checkReferences(
  tables: ParsedTables,
  unread: ReadonlySet<TableName>,
  fileOf: (table: TableName) => string,
  list: ProblemList,
): void {
  const ids = new Map(tableNames.map((table) => [table, idsOf(tables, table)]))
  for (const table of tableNames) {
    for (const { values, lineOf } of rowsOf(tables, table)) {
      for (const [column, target] of referencesOf(table, values)) {
        if (unread.has(target)) continue
        for (const value of named(values[column])) {
          if (ids.get(target)?.has(value) === true) continue
          const place = { file: fileOf(table), line: lineOf(column), column, value }
          list.add({ code: 'unknownReference', ...place, table: fileOf(target) })
        }
      }
    }
  }
}

interface LooseRow {
  readonly values: Readonly<Record<string, unknown>>
  readonly lineOf: (column: string) => number
}

/** The rows without their types: this walk only needs names of columns. */
function rowsOf(tables: ParsedTables, table: TableName): readonly LooseRow[] {
  return tables[table] as readonly LooseRow[]
}

function idsOf(tables: ParsedTables, table: TableName): ReadonlySet<unknown> {
  return new Set(rowsOf(tables, table).map(({ values }) => values['id']))
}

function referencesOf(table: TableName, values: LooseRow['values']): [column: string, target: TableName][] {
  const columns: Readonly<Record<string, ColumnType<unknown>>> = tableFormats[table].columns
  return Object.entries(columns).flatMap(([column, { refersTo }]) => {
    const target = refersTo === 'subject' ? subjectTable(values['subject_kind']) : refersTo
    const known = tableNames.find((name) => name === target)
    return known === undefined ? [] : [[column, known]]
  })
}

function subjectTable(kind: unknown): string {
  return kind === 'touchpoint' ? 'touchpoints' : 'activities'
}

function named(value: unknown): readonly string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : []
}
