/**
 * Turns the stored form of a record into its plain, readonly form: defaults rendered, texts as strings, sets and
 * entries gathered, what this version does not know kept under `unknown`. Reading never writes.
 */
import * as Y from 'yjs'
import { isSafeId } from '../shared/ids.ts'
import { contentMark } from './contentMark.ts'
import { type AnyRecordDefinition, commonFields, type DeletedMark } from './defineRecord.ts'
import type { Field } from './field.ts'
import { isScalar } from './json.ts'

export function lateTextName(id: string, field: string): string {
  return `text:${id}:${field}`
}

/** Storage key of one member of a set or one entry of a record field. */
export function memberKey(field: string, member: string): string {
  return `${field}:${member}`
}

type Stored = Readonly<Record<string, unknown>>

function storedFields(record: Y.Map<unknown>): Record<string, unknown> {
  // Without a prototype: a key such as `__proto__` or `constructor` is a name like any other, never something inherited.
  const stored = Object.create(null) as Record<string, unknown>
  for (const [key, held] of record.entries()) stored[key] = held
  return stored
}

/** Members in the order they were added; the rank is stored as the value of the member's key, `false` means removed. */
function readIdSet(stored: Stored, field: string): readonly string[] {
  const prefix = `${field}:`
  const members: { id: string; rank: string }[] = []
  for (const [key, held] of Object.entries(stored)) {
    if (!key.startsWith(prefix) || held === false || held === null) continue
    const id = key.slice(prefix.length)
    if (isSafeId(id)) members.push({ id, rank: typeof held === 'string' ? held : '' })
  }
  members.sort((a, b) => (a.rank === b.rank ? (a.id < b.id ? -1 : 1) : a.rank < b.rank ? -1 : 1))
  return members.map((member) => member.id)
}

function readEntries(stored: Stored, field: string): Readonly<Record<string, unknown>> {
  const prefix = `${field}:`
  const names = Object.keys(stored).filter(
    (key) => key.startsWith(prefix) && stored[key] !== null && isScalar(stored[key]),
  )
  return Object.fromEntries(names.sort().map((key) => [key.slice(prefix.length), stored[key]]))
}

function readText(
  doc: Y.Doc | null,
  field: Field & { storage: 'text' },
  id: string,
  name: string,
  held: unknown,
): string {
  if (!field.late) return held instanceof Y.Text ? held.toJSON() : typeof held === 'string' ? held : ''
  const root = lateTextName(id, name)
  return doc?.share.has(root) === true ? doc.getText(root).toJSON() : ''
}

function readField(doc: Y.Doc | null, field: Field, id: string, name: string, stored: Stored): unknown {
  switch (field.storage) {
    case 'value': {
      const parsed = stored[name] === undefined ? undefined : field.parse(stored[name])
      return parsed === undefined ? field.fallback : parsed
    }
    case 'text':
      return readText(doc, field, id, name, stored[name])
    case 'idSet':
      return readIdSet(stored, name)
    case 'entries':
      return readEntries(stored, name)
  }
}

function isKnownKey(definition: AnyRecordDefinition, key: string): boolean {
  if (Object.hasOwn(commonFields, key)) return true
  const colon = key.indexOf(':')
  const name = colon < 0 ? key : key.slice(0, colon)
  const field = Object.hasOwn(definition.fields, name) ? definition.fields[name] : undefined
  if (field === undefined) return false
  const hasMembers = field.storage === 'idSet' || field.storage === 'entries'
  return hasMembers ? colon >= 0 : colon < 0
}

function plain(held: unknown): unknown {
  return held instanceof Y.AbstractType ? (held.toJSON() as unknown) : held
}

/** The result is a `RecordOf<typeof definition>`; tables cast once, where they know their definition. */
export function readRecord(definition: AnyRecordDefinition, id: string, record: Y.Map<unknown>): object {
  let stored: Record<string, unknown> = storedFields(record)
  for (const upgrade of definition.upgrades) {
    stored = Object.assign(Object.create(null), upgrade.fill(stored), stored) as Record<string, unknown>
  }
  const result: Record<string, unknown> = { id }
  for (const [name, field] of Object.entries(commonFields))
    result[name] = readField(record.doc, field, id, name, stored)
  const seen = (result['deleted'] as DeletedMark | null)?.seen ?? null
  result['changedInBin'] = seen !== null && seen !== contentMark(record)
  for (const [name, field] of Object.entries(definition.fields)) {
    result[name] = readField(record.doc, field, id, name, stored)
  }
  const unknown = Object.create(null) as Record<string, unknown>
  for (const [key, held] of Object.entries(stored)) {
    if (!isKnownKey(definition, key)) unknown[key] = plain(held)
  }
  result['unknown'] = unknown
  return result
}
