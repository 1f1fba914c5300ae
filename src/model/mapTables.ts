/** The parts of the map that versions compare and bring back, and what of them is never brought back. */
import { keyedTableNames, keyedTables, recordTables, type TableName, tableNames } from './schema.ts'

/** Who takes part, which pictures exist and what was imported are facts, not states of the map. */
const facts: readonly TableName[] = ['persons', 'media', 'imports']

export const versionedTables = tableNames.filter(
  (table) => recordTables[table].document === 'map' && !facts.includes(table),
)

export const versionedKeyedTables = keyedTableNames.filter((table) => keyedTables[table].document === 'map')

/** What the workshop is called and about; never which workshop it is or who may write it. */
export const versionedMeta = ['title', 'goal', 'date', 'place', 'organisation'] as const
