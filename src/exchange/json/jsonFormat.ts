/** What the JSON of a workshop is called and which parts of a document it holds. Shared by writing, reading and schema. */
import { type TableName, tableNames } from '../../model/schema.ts'

export const JSON_FORMAT = 'etappe-workshop'
/** Grows when a reader of the version before would misread it. */
export const JSON_VERSION = 2

/** Which imports there were is a matter of the document, not of what it says. */
export const jsonTables: readonly TableName[] = tableNames.filter((table) => table !== 'imports')

/** What the workshop is about; which workshop it is, who may write it and when it was made is not for other tools. */
export const jsonMeta = [
  'title',
  'goal',
  'date',
  'place',
  'organisation',
  'language',
  'ownerId',
  'owner',
  'nextJourney',
  'nextJourneyDate',
] as const
