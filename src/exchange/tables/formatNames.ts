/** Names that the tables write in snake_case and the document in camelCase, and the way between the two. */
import { actionStates } from '../../model/records/action.ts'
import { journeyKinds } from '../../model/records/journey.ts'
import { laneKinds } from '../../model/records/lane.ts'

export interface FormatNames<T extends string> {
  readonly names: readonly string[]
  readonly toModel: (name: string) => T
  readonly toFormat: (value: T) => string
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
}

function formatNames<const T extends string>(values: readonly T[]): FormatNames<T> {
  const byName = new Map(values.map((value) => [snakeCase(value), value]))
  return {
    names: [...byName.keys()],
    toModel: (name) => {
      const value = byName.get(name)
      if (value === undefined) throw new Error(`unknown name ${name}`)
      return value
    },
    toFormat: snakeCase,
  }
}

export const journeyKindNames = formatNames(journeyKinds)
export const laneKindNames = formatNames(laneKinds)
export const actionStatusNames = formatNames(actionStates)
