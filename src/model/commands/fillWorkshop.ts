/**
 * What a file says beyond its map, into a workshop that was just made for it: settings, agenda, locks, comments, and what
 * lay in the bin. Never into one that people work in: all of this belongs to whoever moderates there.
 */
import { ok } from '../../shared/result.ts'
import type { Actor } from '../actor.ts'
import { checkValues } from '../checkValues.ts'
import { type CommandError, type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import type { DocumentName } from '../documentName.ts'
import { origins } from '../origins.ts'
import { checkPatchOf } from '../patch.ts'
import type { PersonId } from '../records/person.ts'
import { keyedTables, recordTables, singletons, type TableName } from '../schema.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'
import type { Writer } from '../writer.ts'
import { IMPORT_BATCH, type ImportEntry } from './importRecords.ts'

export interface FilledRecord {
  readonly table: TableName
  readonly id: string
  readonly importKey: string
  readonly fields: Readonly<Record<string, unknown>>
  readonly createdAt: number | null
  readonly createdBy: PersonId | null
  readonly deleted: { readonly at: number; readonly by: PersonId | null; readonly with: string | null } | null
  readonly mergedInto: string | null
}

export interface FillWorkshopArgs {
  readonly meta: Readonly<Record<string, unknown>>
  readonly stage: Readonly<Record<string, unknown>>
  readonly records: readonly FilledRecord[]
  readonly entries: readonly ImportEntry[]
}

type Step = readonly [document: DocumentName, write: (writer: Writer) => void]

export function fillWorkshop(
  workshop: WorkshopDocument,
  actor: Actor,
  args: FillWorkshopArgs,
): CommandResult<number> {
  const wrong = firstError(args)
  if (wrong !== null) return refuse(wrong.code, wrong.what, wrong.value)
  const steps = stepsOf(args)
  for (const document of ['map', 'stage', 'review'] as const) {
    const own = steps.filter(([of]) => of === document)
    for (let start = 0; start < own.length; start += IMPORT_BATCH) {
      const batch = own.slice(start, start + IMPORT_BATCH)
      const options = { document, origin: origins.import }
      const written = commit(
        workshop,
        actor,
        (writer) => batch.forEach(([, write]) => write(writer)),
        options,
      )
      if (!written.ok) return written
    }
  }
  return ok(steps.length)
}

function stepsOf({ meta, stage, records, entries }: FillWorkshopArgs): readonly Step[] {
  return [
    ['map', (writer) => writer.setSingleton('meta', meta)],
    ['stage', (writer) => writer.setSingleton('stage', stage)],
    ...records.map(
      (record): Step => [recordTables[record.table].document, (writer) => write(writer, record)],
    ),
    ...entries.map(({ table, entry }): Step => {
      const { document, key } = keyedTables[table]
      const all = Object.entries(entry)
      const parts = Object.fromEntries(all.filter(([name]) => Object.hasOwn(key, name)))
      const fields = Object.fromEntries(all.filter(([name]) => !Object.hasOwn(key, name)))
      return [document, (writer) => void writer.setKeyed(table, parts as never, fields as never)]
    }),
  ]
}

function write(writer: Writer, { table, id, importKey, fields, ...history }: FilledRecord): void {
  const { createdAt, createdBy, deleted, mergedInto } = history
  const made = createdAt === null ? {} : { createdAt, createdBy }
  writer.create(table, fields as never, { id: id as never, importKey, ...made })
  if (deleted !== null) writer.bin(table, id, deleted.with ?? undefined, deleted)
  if (mergedInto !== null) writer.mergeInto(table, id as never, mergedInto as never)
}

function firstError({ meta, stage, records, entries }: FillWorkshopArgs): CommandError | null {
  for (const [name, values] of [['meta', meta] as const, ['stage', stage] as const]) {
    const wrong = checkValues(name, singletons[name].fields, values)
    if (wrong !== null) return wrong
  }
  for (const { table, fields } of records) {
    const wrong = checkPatchOf(table, fields)
    if (wrong !== null) return wrong
  }
  for (const { table, entry } of entries) {
    const { key, fields } = keyedTables[table]
    const wrong = checkValues(table, { ...key, ...fields }, entry)
    if (wrong !== null) return wrong
  }
  return null
}
