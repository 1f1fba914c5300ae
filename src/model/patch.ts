/**
 * What a command may say about a record: its fields by name, texts as strings, sets as lists of ids. Checked here
 * against the declaration, before anything is written.
 */
import { isSafeId } from '../shared/ids.ts'
import { type CommandError, refuse } from './commandResult.ts'
import { type AnyRecordDefinition, type CommonFields, fieldOf } from './defineRecord.ts'
import type { Field } from './field.ts'
import { isJson, isJsonObject, isScalar } from './json.ts'
import { type RecordIn, recordTables, type TableName } from './schema.ts'

export type Patch<T extends TableName> = Partial<Omit<RecordIn<T>, keyof CommonFields<string>>>

/** Far above what anybody writes on a card, far below what would hurt a tablet. */
export const TEXT_LIMIT = 100_000

function isValid(field: Field, value: unknown): boolean {
  switch (field.storage) {
    case 'value':
      return isJson(value) && field.parse(value) !== undefined
    case 'text':
      return typeof value === 'string' && value.length <= TEXT_LIMIT
    case 'idSet':
      return Array.isArray(value) && value.every(isSafeId)
    case 'entries':
      return isJsonObject(value) && Object.values(value).every(isScalar)
  }
}

/** The first thing that is wrong with a patch, or null. */
export function checkPatch(definition: AnyRecordDefinition, patch: object): CommandError | null {
  for (const [name, value] of Object.entries(patch)) {
    if (value === undefined) continue
    const field = fieldOf(definition, name)
    const what = `${definition.table}.${name}`
    if (field === undefined || !isValid(field, value)) return refuse('invalid', what, value).error
  }
  return null
}

export function checkPatchOf(table: TableName, patch: object): CommandError | null {
  return checkPatch(recordTables[table], patch)
}
