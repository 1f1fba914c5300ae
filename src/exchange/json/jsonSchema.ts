/**
 * The published schema of the JSON (JSON Schema 2020-12), made from the same declarations that the model reads and
 * writes by, so that the two cannot drift apart. `public/etappe-workshop.schema.json` is its text; a test compares.
 */
import type { Shape } from '../../model/field.ts'
import { keyedTableNames, keyedTables, singletons } from '../../model/schema.ts'
import { shapesOf } from '../document/walkValue.ts'
import { JSON_FORMAT, JSON_VERSION, jsonMeta, jsonTables } from './jsonFormat.ts'

type Schema = Readonly<Record<string, unknown>>

const NAME: Schema = { type: 'string', minLength: 1, maxLength: 400 }

export function jsonSchema(): Schema {
  const tables = (of: (table: (typeof jsonTables)[number]) => Schema) =>
    Object.fromEntries(jsonTables.map((table) => [table, { type: 'array', items: of(table) }]))
  const records = tables((table) => ({ $ref: `#/$defs/${table}` }))
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    $id: 'urn:etappe:workshop:2',
    title: 'A customer-journey workshop as written by Etappe',
    type: 'object',
    required: ['format', 'version', 'records'],
    properties: {
      format: { const: JSON_FORMAT },
      version: { const: JSON_VERSION },
      schema: { type: 'integer', minimum: 1, description: 'Of the model; grows when fields are added.' },
      meta: objectOf(pick(singletons.meta.fields, jsonMeta)),
      stage: objectOf(Object.entries(singletons.stage.fields).map(([name, { shape }]) => [name, shape])),
      records: { type: 'object', properties: records, additionalProperties: false },
      entries: { type: 'object', properties: entries(), additionalProperties: false },
      bin: { type: 'object', properties: records, additionalProperties: false },
    },
    $defs: Object.fromEntries(jsonTables.map((table) => [table, recordSchema(table)])),
  }
}

function recordSchema(table: (typeof jsonTables)[number]): Schema {
  const { properties } = objectOf(shapesOf(table))
  return {
    type: 'object',
    required: ['id'],
    properties: {
      id: { ...NAME, description: 'The key it was imported under, else its id.' },
      ...(properties as Schema),
      createdAt: { type: 'number' },
      createdBy: schemaOf({ type: 'ref', kind: 'person' }),
      deleted: { type: 'object' },
      mergedInto: { type: ['string', 'null'] },
      unknown: { type: 'object' },
    },
    additionalProperties: false,
  }
}

function entries(): Schema {
  return Object.fromEntries(
    keyedTableNames.map((table) => {
      const { key, fields } = keyedTables[table]
      const shapes = [...Object.entries(key), ...Object.entries(fields)]
      const { properties } = objectOf(shapes.map(([name, { shape }]) => [name, shape]))
      const item = {
        ...objectOf([]),
        required: Object.keys(key),
        properties: { ...(properties as Schema), unknown: { type: 'object' } },
      }
      return [table, { type: 'array', items: item }]
    }),
  )
}

function pick(fields: Readonly<Record<string, { readonly shape: Shape }>>, names: readonly string[]) {
  return names.flatMap((name) => {
    const field = fields[name]
    return field === undefined ? [] : [[name, field.shape] as const]
  })
}

function objectOf(shapes: readonly (readonly [name: string, shape: Shape])[]): Schema {
  const properties = Object.fromEntries(shapes.map(([name, shape]) => [name, schemaOf(shape)]))
  return { type: 'object', properties: { ...properties }, additionalProperties: false }
}

function schemaOf(shape: Shape): Schema {
  switch (shape.type) {
    case 'json':
      return {}
    case 'flag':
      return { type: 'boolean' }
    case 'order':
      return { type: 'integer', minimum: 0, description: 'Number among its siblings, from 1.' }
    case 'string':
      return shape.pattern === undefined ? { type: 'string' } : { type: 'string', pattern: shape.pattern }
    case 'number':
      return {
        type: 'number',
        ...(Number.isFinite(shape.min) ? { minimum: shape.min } : {}),
        ...(Number.isFinite(shape.max) ? { maximum: shape.max } : {}),
      }
    case 'oneOf':
      return { enum: shape.options }
    case 'ref':
      return { type: ['string', 'null'], description: `The id of a ${shape.kind}.` }
    case 'nullable':
      return { anyOf: [schemaOf(shape.of), { type: 'null' }] }
    case 'list':
      return { type: 'array', items: schemaOf(shape.of) }
    case 'object':
      return objectOf(Object.entries(shape.parts))
  }
}
