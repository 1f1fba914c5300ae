/**
 * What an import brings, said in the terms of the model but still in the names of its file: references are names, places
 * are numbers. What is not made of tables (JSON, Mermaid, sticky notes) becomes this. Plain data: it crosses workers.
 */
import type { ImportNotice } from '../problem.ts'
import type { KeyedTableName, TableName } from '../../model/schema.ts'

export interface PlannedRecord {
  readonly table: TableName
  /** Its name in the file, found again by the next import. */
  readonly key: string
  readonly fields: Readonly<Record<string, unknown>>
}

export interface PlannedEntry {
  readonly table: KeyedTableName
  readonly entry: Readonly<Record<string, unknown>>
}

export interface PlannedDocument {
  readonly records: readonly PlannedRecord[]
  readonly entries: readonly PlannedEntry[]
  /** What only a workshop that is made from the file gets. */
  readonly rest?: PlannedRest
}

export interface RestRecord extends PlannedRecord {
  readonly createdAt: number | null
  readonly createdBy: string | null
  readonly deleted: { readonly at: number; readonly by: string | null; readonly with: WithRef | null } | null
  readonly mergedInto: string | null
}

/** The record that took another one along into the bin; of whatever table. */
export type WithRef = Pick<PlannedRecord, 'table' | 'key'>

/**
 * What no import brings into an open workshop: settings, agenda, locks, comments, the bin. A workshop that is made from the
 * file gets it.
 */
export interface PlannedRest {
  readonly meta: Readonly<Record<string, unknown>>
  readonly stage: Readonly<Record<string, unknown>>
  readonly records: readonly RestRecord[]
  readonly entries: readonly PlannedEntry[]
  /** Said where it is left out. */
  readonly notices: readonly ImportNotice[]
}
