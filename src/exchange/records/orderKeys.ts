/**
 * Sort keys for rows in the order of the file. As many as possible of the rows that were imported before keep the key
 * they have by now; those that moved in the file, and new ones, go between their neighbours.
 */
import { ordersBetween } from '../../model/order.ts'
import type { RandomBytes } from '../../shared/ids.ts'

/**
 * `held[n]` is the key that row n has already, or null; the result has a key for every row. New rows at the end go behind
 * `floor`: the last of those that the file does not name.
 */
export function orderKeys(
  held: readonly (string | null)[],
  randomBytes: RandomBytes,
  floor: string | null = null,
): string[] {
  const kept = longestAscent(held)
  const keys: string[] = []
  while (keys.length < held.length) {
    const own = kept.has(keys.length) ? held[keys.length] : null
    if (typeof own === 'string') {
      keys.push(own)
      continue
    }
    const next = held.findIndex((_, index) => index >= keys.length && kept.has(index))
    const end = next < 0 ? held.length : next
    const after = next < 0 ? null : (held[end] ?? null)
    const last = keys.at(-1) ?? null
    const before = next < 0 && floor !== null && (last === null || last < floor) ? floor : last
    keys.push(...ordersBetween(before, after, end - keys.length, randomBytes))
  }
  return keys
}

/** The rows of the longest run of keys that does not descend: the fewest records move. */
function longestAscent(held: readonly (string | null)[]): ReadonlySet<number> {
  /** `ends[n]`: the row with the smallest key that ends a run of n + 1. */
  const ends: number[] = []
  const before = new Map<number, number | undefined>()
  for (const [row, key] of held.entries()) {
    if (key === null) continue
    let low = 0
    let high = ends.length
    while (low < high) {
      const middle = (low + high) >> 1
      if ((held[ends[middle] ?? 0] ?? '') <= key) low = middle + 1
      else high = middle
    }
    before.set(row, ends[low - 1])
    ends[low] = row
  }
  const kept = new Set<number>()
  for (let row = ends.at(-1); row !== undefined; row = before.get(row)) kept.add(row)
  return kept
}
