/** Writes what a file says beyond its map into the workshop that was made from it, after the map itself. */
import type { Actor } from '../model/actor.ts'
import type { CommandResult } from '../model/commandResult.ts'
import { type FilledRecord, fillWorkshop } from '../model/commands/fillWorkshop.ts'
import { singletons } from '../model/schema.ts'
import type { WorkshopDocument } from '../model/workshopDocument.ts'
import { ok } from '../shared/result.ts'
import { buildEntry, buildFields, ordersOf } from './document/buildDocument.ts'
import type { RestRecord } from './document/PlannedDocument.ts'
import { type Visitor, walkValue } from './document/walkValue.ts'
import type { ImportPlan } from './ImportPlan.ts'
import { RecordBuilder } from './records/RecordBuilder.ts'

type Loose = Readonly<Record<string, unknown>>

/** Nothing where the file says no more than its map. */
export function applyRest(
  { document }: Pick<ImportPlan, 'document'>,
  workshop: WorkshopDocument,
  actor: Actor,
): CommandResult<number> {
  const rest = document?.rest
  if (rest === undefined) return ok(0)
  const builder = new RecordBuilder(workshop.snapshot(), workshop.randomBytes)
  const orders = ordersOf(rest.records, builder)
  const singleton = (name: 'meta' | 'stage', values: Loose) => {
    const visitor: Visitor = { ref: (table, key) => builder.idOf(table, key), order: () => '' }
    const fields: Readonly<Record<string, { readonly shape: Parameters<typeof walkValue>[0] }>> =
      singletons[name].fields
    return Object.fromEntries(
      Object.entries(values).flatMap(([field, value]) => {
        const shape = fields[field]?.shape
        return shape === undefined ? [] : [[field, walkValue(shape, value, visitor)]]
      }),
    )
  }
  return fillWorkshop(workshop, actor, {
    meta: singleton('meta', rest.meta),
    stage: singleton('stage', rest.stage),
    records: rest.records.map((record) => filled(record, builder, orders)),
    entries: rest.entries.map((entry) => buildEntry(entry, builder)),
  })
}

function filled(
  record: RestRecord,
  builder: RecordBuilder,
  orders: ReadonlyMap<string, string>,
): FilledRecord {
  const { table, key, createdAt, createdBy, deleted, mergedInto } = record
  const person = (name: string | null) => (name === null ? null : builder.idOf('persons', name))
  const along = deleted?.with ?? null
  return {
    table,
    id: builder.idOf(table, key),
    importKey: key,
    fields: buildFields(record, builder, orders),
    createdAt,
    createdBy: person(createdBy),
    deleted:
      deleted === null
        ? null
        : {
            at: deleted.at,
            by: person(deleted.by),
            with: along === null ? null : builder.idOf(along.table, along.key),
          },
    mergedInto: mergedInto === null ? null : builder.idOf(table, mergedInto),
  }
}
