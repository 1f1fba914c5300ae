/**
 * One import of a file into this workshop: who, what it was called, and which writes it was made of, so that exactly
 * what nobody has touched since can be taken back. The range is that of the writing device's own change counter.
 */
import type { Id } from '../../shared/ids.ts'
import { defineRecord, type RecordOf } from '../defineRecord.ts'
import { number, string, value } from '../field.ts'
import { isJson, type Json } from '../json.ts'

export type FileImportId = Id<'fileImport'>

export const fileImportRecord = defineRecord({
  kind: 'fileImport',
  table: 'imports',
  document: 'map',
  fields: {
    name: string(),
    client: number(0, 0),
    /** From here on, up to but without `to`. */
    from: number(0, 0),
    to: number(0, 0),
    /** How many records came with it; ratings and the like are not counted. */
    records: number(0, 0),
    /** Values that it overwrote and records that it put into the bin; `importChanges.ts` reads and writes them. */
    changes: value<readonly Json[]>([], (stored) =>
      Array.isArray(stored) && isJson(stored) ? stored : undefined,
    ),
    /** How many more it overwrote than were noted. */
    unkept: number(0, 0),
  },
})

export type FileImport = RecordOf<typeof fileImportRecord>
