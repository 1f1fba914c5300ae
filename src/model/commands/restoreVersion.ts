/**
 * Makes the map say again what it said in an earlier state, by changes on top: whoever works elsewhere meanwhile loses
 * nothing, what came since lies in the bin, and undo takes the whole of it back. People, pictures, comments and the
 * agenda stay as they are.
 */
import { ok } from '../../shared/result.ts'
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit, writeRefusal } from '../commit.ts'
import { partsOfKey } from '../defineKeyed.ts'
import { sameJson } from '../json.ts'
import { versionedKeyedTables, versionedMeta, versionedTables } from '../mapTables.ts'
import { type KeyedTableName, keyedTables, recordTables, type TableName } from '../schema.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'
import type { Writer } from '../writer.ts'

/** So many changes share a transaction, so that no single update is large. */
const BATCH = 200

type Step = (writer: Writer) => void

/** The record as the walk over all tables sees it. */
interface Held {
  readonly id: string
  readonly deleted: { readonly by: unknown; readonly with: string | null } | null
  readonly mergedInto: string | null
}

type Values = Readonly<Record<string, unknown>>

/** Gives back how many records and entries were changed; several transactions, so wrap it in one gesture. */
export function restoreVersion(
  workshop: WorkshopDocument,
  actor: Actor,
  version: WorkshopSnapshot,
): CommandResult<number> {
  const refusal = writeRefusal(workshop, actor, 'map')
  if (refusal !== null) return refusal
  const now = workshop.snapshot()
  if (version.meta.workshopId !== now.meta.workshopId) return refuse('invalid', 'meta.workshopId')
  const steps = [
    ...versionedTables.flatMap((table) => recordSteps(table, now, version)),
    ...versionedKeyedTables.flatMap((table) => entrySteps(table, now, version)),
    ...metaSteps(now, version),
  ]
  for (let start = 0; start < steps.length; start += BATCH) {
    const batch = steps.slice(start, start + BATCH)
    const written = commit(workshop, actor, (writer) => batch.forEach((step) => step(writer)))
    if (!written.ok) return written
  }
  return ok(steps.length)
}

function allOf(snapshot: WorkshopSnapshot, table: TableName): ReadonlyMap<string, Held> {
  const live: ReadonlyMap<string, Held> = snapshot[table]
  const bin: ReadonlyMap<string, Held> = snapshot.bin[table]
  return new Map([...live, ...bin])
}

function recordSteps(table: TableName, now: WorkshopSnapshot, version: WorkshopSnapshot): readonly Step[] {
  const held = allOf(now, table)
  const then = allOf(version, table)
  const ids = new Set([...held.keys(), ...then.keys()])
  return [...ids].flatMap((id) => recordStep(table, held.get(id), then.get(id)) ?? [])
}

function recordStep(table: TableName, now: Held | undefined, then: Held | undefined): Step | null {
  if (then === undefined) {
    return now === undefined || now.deleted !== null ? null : (writer) => writer.bin(table, now.id)
  }
  const { id } = then
  if (now === undefined) {
    return then.deleted === null
      ? (writer) => void writer.create(table, fieldsOf(table, then) as never, { id: id as never })
      : null
  }
  const fields = differingFields(table, now, then)
  const isBinChanged = (now.deleted === null) !== (then.deleted === null)
  const isMergeChanged = now.mergedInto !== then.mergedInto
  if (fields === null && !isBinChanged && !isMergeChanged) return null
  return (writer) => {
    if (fields !== null) writer.patch(table, id as never, fields as never)
    if (isMergeChanged) writer.mergeInto(table, id as never, then.mergedInto as never)
    if (!isBinChanged) return
    if (then.deleted === null) writer.unbin(table, id)
    else writer.bin(table, id, then.deleted.with ?? undefined)
  }
}

function fieldsOf(table: TableName, record: Held): Values {
  const values = record as unknown as Values
  return Object.fromEntries(Object.keys(recordTables[table].fields).map((name) => [name, values[name]]))
}

function differingFields(table: TableName, now: Held, then: Held): Values | null {
  const held = fieldsOf(table, now)
  const changed = Object.entries(fieldsOf(table, then)).filter(
    ([name, value]) => !sameJson(held[name], value),
  )
  return changed.length === 0 ? null : Object.fromEntries(changed)
}

function entrySteps(
  table: KeyedTableName,
  now: WorkshopSnapshot,
  version: WorkshopSnapshot,
): readonly Step[] {
  const held: ReadonlyMap<string, object> = now[table]
  const then: ReadonlyMap<string, object> = version[table]
  return [...new Set([...held.keys(), ...then.keys()])].flatMap((key) => {
    const wanted = then.get(key)
    const parts = partsOfKey(keyedTables[table], key)
    if (parts === undefined || sameJson(held.get(key), wanted)) return []
    const fields = wanted === undefined ? null : entryFields(table, wanted as Values)
    return [(writer: Writer) => void writer.setKeyed(table, parts as never, fields as never)]
  })
}

function entryFields(table: KeyedTableName, entry: Values): Values {
  return Object.fromEntries(Object.keys(keyedTables[table].fields).map((name) => [name, entry[name]]))
}

function metaSteps(now: WorkshopSnapshot, version: WorkshopSnapshot): readonly Step[] {
  const changed = versionedMeta.filter((name) => !sameJson(now.meta[name], version.meta[name]))
  const patch = Object.fromEntries(changed.map((name) => [name, version.meta[name]]))
  return changed.length === 0 ? [] : [(writer) => writer.setSingleton('meta', patch)]
}
