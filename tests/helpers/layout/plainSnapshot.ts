/** A snapshot from plain records, for tests of everything that only reads snapshots. Fields not given are the defaults. */
import type { FieldSet } from '../../../src/model/field.ts'
import {
  keyedTableNames,
  keyedTables,
  recordTables,
  singletons,
  tableNames,
  type KeyedTableName,
  type RecordIn,
  type EntryIn,
  type TableName,
} from '../../../src/model/schema.ts'
import { keyOf } from '../../../src/model/defineKeyed.ts'
import type { WorkshopSnapshot } from '../../../src/model/snapshot.ts'

type Loose<T> = {
  readonly [K in keyof T]?: T[K] extends string | null ? string | null : T[K] extends object ? unknown : T[K]
}

export type PlainTables = {
  readonly [T in TableName]?: readonly (Loose<RecordIn<T>> & { readonly id: string })[]
} & { readonly [T in KeyedTableName]?: readonly Loose<EntryIn<T>>[] } & {
  readonly meta?: Loose<WorkshopSnapshot['meta']>
  readonly stage?: Loose<WorkshopSnapshot['stage']>
}

function defaultsOf(fields: FieldSet): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, field]) => {
      switch (field.storage) {
        case 'value':
          return [name, field.fallback]
        case 'text':
          return [name, '']
        case 'idSet':
          return [name, []]
        default:
          return [name, {}]
      }
    }),
  )
}

const COMMON = {
  createdAt: 0,
  createdBy: null,
  deleted: null,
  mergedInto: null,
  importKey: null,
  unknown: {},
}

function recordsOf(given: PlainTables): Record<string, Map<string, unknown>> {
  return Object.fromEntries(
    tableNames.map((name) => {
      const defaults = { ...COMMON, ...defaultsOf(recordTables[name].fields) }
      const rows = (given[name] ?? []) as readonly { readonly id: string; readonly place?: object }[]
      const filled = rows.map((row) => {
        const place = { ...(defaults as { place?: object }).place, ...row.place }
        return [row.id, { ...defaults, ...row, ...('place' in defaults && { place }) }] as const
      })
      return [name, new Map(filled)]
    }),
  )
}

function entriesOf(given: PlainTables): Record<string, Map<string, unknown>> {
  return Object.fromEntries(
    keyedTableNames.map((name) => {
      const definition = keyedTables[name]
      const defaults = {
        ...defaultsOf(definition.key as unknown as FieldSet),
        ...defaultsOf(definition.fields as unknown as FieldSet),
      }
      const rows = (given[name] ?? []) as readonly Record<string, unknown>[]
      const filled = rows.map((row) => {
        const entry = { ...defaults, ...row, unknown: {} }
        const key = keyOf(definition, entry)
        return [key, { ...entry, key }] as const
      })
      return [name, new Map(filled)]
    }),
  )
}

export function plainSnapshot(given: PlainTables): WorkshopSnapshot {
  const snapshot = {
    ...recordsOf(given),
    ...entriesOf(given),
    bin: recordsOf({}),
    meta: { ...defaultsOf(singletons.meta.fields as FieldSet), ...given.meta },
    stage: { ...defaultsOf(singletons.stage.fields as FieldSet), ...given.stage },
  }
  return snapshot as unknown as WorkshopSnapshot
}
