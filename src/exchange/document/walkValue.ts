/**
 * A stored value with its references and sort keys exchanged, guided by the shape of its field: the way out gives ids
 * their names in a file, the way in gives names their ids here.
 */
import type { AnyRecordDefinition } from '../../model/defineRecord.ts'
import type { Field, Shape } from '../../model/field.ts'
import { isJsonObject } from '../../model/json.ts'
import { recordTables, type TableName, tableNames } from '../../model/schema.ts'

export interface Visitor {
  readonly ref: (table: TableName, id: string) => string | null
  readonly order: (value: unknown) => unknown
}

const STRING: Shape = { type: 'string' }
const tableByKind = new Map<string, TableName>(tableNames.map((table) => [recordTables[table].kind, table]))

export function tableOfRef(kind: string): TableName {
  const table = tableByKind.get(kind)
  if (table === undefined) throw new Error(`no table of ${kind}`)
  return table
}

export function shapeOf(field: Field): Shape {
  switch (field.storage) {
    case 'value':
      return field.shape
    case 'text':
      return STRING
    case 'idSet':
      return { type: 'list', of: { type: 'ref', kind: field.kind } }
    case 'entries':
      return { type: 'json' }
  }
}

/** The fields of a table with their shapes. */
export function shapesOf(table: TableName): readonly (readonly [name: string, shape: Shape])[] {
  const { fields }: AnyRecordDefinition = recordTables[table]
  return Object.entries(fields).map(([name, field]) => [name, shapeOf(field)])
}

export function walkValue(shape: Shape, value: unknown, visitor: Visitor): unknown {
  switch (shape.type) {
    case 'ref':
      return typeof value === 'string' ? visitor.ref(tableOfRef(shape.kind), value) : value
    case 'order':
      return visitor.order(value)
    case 'nullable':
      return value === null ? null : walkValue(shape.of, value, visitor)
    case 'list':
      return Array.isArray(value)
        ? value.map((item) => walkValue(shape.of, item, visitor)).filter((item) => item !== null)
        : value
    case 'object':
      return walkParts(shape.parts, value, visitor)
    case 'json':
    case 'flag':
    case 'string':
    case 'number':
    case 'oneOf':
      return value
  }
}

export function walkParts(
  parts: Readonly<Record<string, Shape>>,
  value: unknown,
  visitor: Visitor,
): Readonly<Record<string, unknown>> {
  const held = isJsonObject(value) ? value : {}
  return Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [name, walkValue(part, held[name], visitor)]),
  )
}
