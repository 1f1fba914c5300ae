/** The same check as `patch.ts`, for tables and singletons that hold plain values only. */
import { type CommandError, refuse } from './commandResult.ts'
import type { ValueFields } from './defineKeyed.ts'
import { isJson } from './json.ts'

export function checkValues(table: string, fields: ValueFields, values: object): CommandError | null {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) continue
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined
    if (field === undefined || !isJson(value) || field.parse(value) === undefined) {
      return refuse('invalid', `${table}.${name}`, value).error
    }
  }
  return null
}
