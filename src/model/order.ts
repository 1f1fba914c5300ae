/**
 * Places in a sequence as text keys that sort by code unit. A key carries at least 30 random bits, so that two
 * devices that insert at the same place offline practically never choose the same one; equal keys sort by id.
 */
import { generateKeyBetween } from 'fractional-indexing'
import { type RandomBytes, randomId } from '../shared/ids.ts'

export interface Ordered {
  readonly id: string
  readonly order: string
}

/** 6 base-62 characters are 35.7 bits. */
const JITTER_LENGTH = 6
/** Ends every key, since a key must not end in the smallest digit. */
const STOP = 'V'

export function compareOrder(a: Ordered, b: Ordered): number {
  if (a.order !== b.order) return a.order < b.order ? -1 : 1
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1
}

/** A neighbour whose key is none (empty, or from elsewhere) counts as no neighbour. */
function usable(key: string | null): string | null {
  if (key === null || key === '') return null
  try {
    generateKeyBetween(key, null)
    return key
  } catch (cause) {
    if (cause instanceof Error) return null
    throw cause
  }
}

/**
 * A key between two neighbours; null is the end of the sequence. Two neighbours with the same key leave no room
 * between them: then the key behind both.
 */
export function orderBetween(before: string | null, after: string | null, randomBytes: RandomBytes): string {
  const lower = usable(before)
  const above = usable(after)
  const upper = lower !== null && above !== null && lower >= above ? null : above
  let key = generateKeyBetween(lower, upper)
  // What starts with `key` could sort above `upper` once random characters follow: go below it first.
  while (upper?.startsWith(key) === true) key = generateKeyBetween(key, upper)
  return `${key}${randomId(JITTER_LENGTH, randomBytes)}${STOP}`
}

/** `count` ascending keys between two neighbours, of about equal length; for imports and templates. */
export function ordersBetween(
  before: string | null,
  after: string | null,
  count: number,
  randomBytes: RandomBytes,
): readonly string[] {
  if (count <= 0) return []
  if (usable(after) === null) {
    const keys: string[] = []
    for (let last = before; keys.length < count; ) {
      last = orderBetween(last, null, randomBytes)
      keys.push(last)
    }
    return keys
  }
  const middle = orderBetween(before, after, randomBytes)
  const left = Math.floor((count - 1) / 2)
  return [
    ...ordersBetween(before, middle, left, randomBytes),
    middle,
    ...ordersBetween(middle, after, count - 1 - left, randomBytes),
  ]
}
