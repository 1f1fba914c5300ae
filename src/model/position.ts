/** Where among its siblings something goes, said by neighbour, because an index means something else on every device. */
import type { RandomBytes } from '../shared/ids.ts'
import { orderBetween } from './order.ts'

export type Position = 'first' | 'last' | { readonly after: string } | { readonly before: string }

interface Sibling {
  readonly id: string
  readonly order: string
}

interface Neighbours {
  readonly before: string | null
  readonly after: string | null
}

function indexOf(others: readonly Sibling[], position: Position): number {
  if (position === 'first') return 0
  if (position === 'last') return others.length
  const neighbour = 'after' in position ? position.after : position.before
  const found = others.findIndex((sibling) => sibling.id === neighbour)
  if (found < 0) return others.length
  return 'after' in position ? found + 1 : found
}

/**
 * The order keys on both sides of a position. `siblings` are sorted and may include what is moved; a neighbour that
 * is not there any more means the end.
 */
export function neighboursAt(
  siblings: readonly Sibling[],
  position: Position,
  movedIds: readonly string[],
): Neighbours {
  const others = siblings.filter((sibling) => !movedIds.includes(sibling.id))
  const index = indexOf(others, position)
  return { before: others[index - 1]?.order ?? null, after: others[index]?.order ?? null }
}

export function orderAt(
  siblings: readonly Sibling[],
  position: Position,
  randomBytes: RandomBytes,
  movedId: string | null = null,
): string {
  const { before, after } = neighboursAt(siblings, position, movedId === null ? [] : [movedId])
  return orderBetween(before, after, randomBytes)
}

/** The siblings of records that carry their order inside their place. */
export function placedSiblings(
  records: readonly { readonly id: string; readonly place: { readonly order: string } }[],
): readonly Sibling[] {
  return records.map((record) => ({ id: record.id, order: record.place.order }))
}
