/**
 * A short mark of what a record says. Whoever deletes a record writes down what they saw of it; when the record says
 * something else later, somebody who did not know of the deletion has gone on writing, and every device can tell.
 * Computed over what is stored, so that versions which know different fields come to the same mark.
 */
import * as Y from 'yjs'
import { isJsonObject } from './json.ts'

/** Not what the record says: where it is kept, and a time that undo writes again. */
const BESIDES = new Set(['deleted', 'mergedInto', 'createdAt'])

export function contentMark(record: Y.Map<unknown>): string {
  const said: Record<string, unknown> = {}
  for (const [key, held] of record.entries()) {
    if (!BESIDES.has(key)) said[key] = held instanceof Y.AbstractType ? held.toJSON() : held
  }
  return hashText(stableText(said))
}

/** JSON with sorted keys. */
function stableText(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(stableText).join()}]`
  if (!isJsonObject(value)) return JSON.stringify(value) ?? 'null'
  const keys = Object.keys(value).sort()
  return `{${keys.map((key) => `${JSON.stringify(key)}:${stableText(value[key])}`).join()}}`
}

/** Two FNV-1a sums with different beginnings: for telling apart, not for secrets. */
function hashText(text: string): string {
  let low = 0x811c9dc5
  let high = 0x050c5d1f
  for (let index = 0; index < text.length; index += 1) {
    const code = text.charCodeAt(index)
    low = Math.imul(low ^ code, 0x01000193)
    high = Math.imul(high ^ (code + index), 0x01000193)
  }
  return [high, low].map((sum) => (sum >>> 0).toString(16).padStart(8, '0')).join('')
}
