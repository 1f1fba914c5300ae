/**
 * Sort keys for rows in the order of the file. A row that was imported before keeps the place it has by now; new rows
 * go between their neighbours.
 */
import { ordersBetween } from '../../model/order.ts'
import type { RandomBytes } from '../../shared/ids.ts'

/** `held[n]` is the key that row n has already, or null; the result has a key for every row. */
export function orderKeys(held: readonly (string | null)[], randomBytes: RandomBytes): string[] {
  const keys: string[] = []
  while (keys.length < held.length) {
    const kept = held[keys.length]
    if (typeof kept === 'string') {
      keys.push(kept)
      continue
    }
    const next = held.findIndex((key, index) => index >= keys.length && key !== null)
    const end = next < 0 ? held.length : next
    keys.push(...ordersBetween(keys.at(-1) ?? null, held[end] ?? null, end - keys.length, randomBytes))
  }
  return keys
}
