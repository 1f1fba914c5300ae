/**
 * What an import brings, said in the terms of the model but still in the names of its file: references are names, places
 * are numbers. What is not made of tables (JSON, Mermaid, sticky notes) becomes this. Plain data: it crosses workers.
 */
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
}
