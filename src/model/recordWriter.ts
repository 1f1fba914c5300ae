/**
 * Writes single fields of single records, inside a transaction that somebody else opened. Writes only what differs,
 * never a default that is already rendered, and never the record as a whole.
 */
import * as Y from 'yjs'
import type { RandomBytes } from '../shared/ids.ts'
import type { AnyRecordDefinition } from './defineRecord.ts'
import { commonFields, fieldOf } from './defineRecord.ts'
import type { Field, ValueField } from './field.ts'
import { sameJson } from './json.ts'
import { orderBetween } from './order.ts'
import { lateTextName, memberKey } from './readRecord.ts'
import { textDiff, wellFormed } from './textDiff.ts'

export type StoredRecord = Y.Map<unknown>

function writeValue(record: StoredRecord, name: string, field: ValueField<unknown>, value: unknown): void {
  const stored: unknown = record.get(name)
  const shown = stored === undefined ? field.fallback : stored
  if (!sameJson(shown, value)) record.set(name, value)
}

export function applyTextDiff(target: Y.Text, after: string): void {
  const change = textDiff(target.toJSON(), wellFormed(after))
  if (change === null) return
  if (change.removed > 0) target.delete(change.index, change.removed)
  if (change.inserted !== '') target.insert(change.index, change.inserted)
}

function writeText(
  doc: Y.Doc,
  record: StoredRecord,
  id: string,
  name: string,
  late: boolean,
  value: string,
): void {
  if (late) {
    applyTextDiff(doc.getText(lateTextName(id, name)), value)
    return
  }
  const held: unknown = record.get(name)
  if (held instanceof Y.Text) applyTextDiff(held, value)
  // Only a record that was not made by our commands lacks its text; better a text now than none.
  else record.set(name, new Y.Text(wellFormed(value)))
}

/** The stored members of a set: id → rank, removed ones left out. */
export function membersOf(record: StoredRecord, field: string): Map<string, string> {
  const prefix = memberKey(field, '')
  const members = new Map<string, string>()
  for (const [key, rank] of record.entries()) {
    if (key.startsWith(prefix) && rank !== false && rank !== null) {
      members.set(key.slice(prefix.length), typeof rank === 'string' ? rank : '')
    }
  }
  return members
}

export function addMembers(
  record: StoredRecord,
  field: string,
  ids: readonly string[],
  randomBytes: RandomBytes,
): void {
  const members = membersOf(record, field)
  let last = [...members.values()].reduce<string | null>(
    (most, rank) => (most === null || rank > most ? rank : most),
    null,
  )
  for (const id of ids) {
    if (members.has(id)) continue
    last = orderBetween(last, null, randomBytes)
    members.set(id, last)
    record.set(memberKey(field, id), last)
  }
}

export function removeMembers(record: StoredRecord, field: string, ids: readonly string[]): void {
  const members = membersOf(record, field)
  for (const id of ids) if (members.has(id)) record.set(memberKey(field, id), false)
}

function writeEntries(record: StoredRecord, field: string, value: Readonly<Record<string, unknown>>): void {
  const prefix = memberKey(field, '')
  const stored = [...record.keys()].filter((key) => key.startsWith(prefix))
  for (const key of stored) {
    if (!Object.hasOwn(value, key.slice(prefix.length)) && record.get(key) !== null) record.set(key, null)
  }
  for (const [name, scalar] of Object.entries(value)) {
    const key = memberKey(field, name)
    const held: unknown = record.get(key)
    if (!sameJson(held ?? null, scalar)) record.set(key, scalar)
  }
}

export interface WriteContext {
  readonly doc: Y.Doc
  readonly randomBytes: RandomBytes
}

export function writeField(
  context: WriteContext,
  record: StoredRecord,
  id: string,
  name: string,
  field: Field,
  value: unknown,
): void {
  switch (field.storage) {
    case 'value':
      writeValue(record, name, field, value)
      return
    case 'text':
      writeText(context.doc, record, id, name, field.late, value as string)
      return
    case 'idSet': {
      const wanted = value as readonly string[]
      removeMembers(
        record,
        name,
        [...membersOf(record, name).keys()].filter((member) => !wanted.includes(member)),
      )
      addMembers(record, name, wanted, context.randomBytes)
      return
    }
    case 'entries':
      writeEntries(record, name, value as Readonly<Record<string, unknown>>)
  }
}

/** Writes a patch that `checkPatch` accepted. */
export function writePatch(
  context: WriteContext,
  definition: AnyRecordDefinition,
  record: StoredRecord,
  id: string,
  patch: object,
): void {
  for (const [name, value] of Object.entries(patch)) {
    const field = fieldOf(definition, name)
    if (value === undefined) continue
    if (field === undefined) throw new Error(`${definition.table} has no field "${name}"`)
    writeField(context, record, id, name, field, value)
  }
}

/** A new record with a Y.Text for each of its texts: a text is never added to a record later. */
export function newRecord(definition: AnyRecordDefinition, root: Y.Map<unknown>, id: string): StoredRecord {
  const record: StoredRecord = new Y.Map()
  root.set(id, record)
  for (const [name, field] of Object.entries(definition.fields)) {
    if (field.storage === 'text' && !field.late) record.set(name, new Y.Text())
  }
  return record
}

export function writeCommon(record: StoredRecord, name: keyof typeof commonFields, value: unknown): void {
  writeValue(record, name, commonFields[name], value)
}
