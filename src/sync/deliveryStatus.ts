/**
 * What of this device's work is durable on the relay. Counted in changes, because a state vector would hide
 * deletions. Nothing is claimed that the relay has not acknowledged. Every letter is a change; what people count is
 * the things they changed (a card, a rating, a name), so these are counted, too.
 */
export type DeliveryStatus =
  /** Nothing is to be delivered: no relay, or a role that only reads. */
  | { readonly state: 'noRelay' }
  /** Not compared with the relay since the app was opened; `pending` changes were made since then. */
  | { readonly state: 'unchecked'; readonly pending: number; readonly things: number }
  | { readonly state: 'pending'; readonly pending: number; readonly things: number }
  | { readonly state: 'delivered'; readonly at: number }
  /** The relay does not acknowledge (a stock one): sent, but nobody says whether it is durable. */
  | { readonly state: 'unknown' }

export function isSameDelivery(a: DeliveryStatus, b: DeliveryStatus): boolean {
  if (a.state !== b.state) return false
  if ('pending' in a && 'pending' in b) return a.pending === b.pending && a.things === b.things
  if (a.state === 'delivered' && b.state === 'delivered') return a.at === b.at
  return true
}

/**
 * One line for several documents: the least certain wins, and what waits is added up. When nothing waits, the relay has
 * had everything since it took the last of it, however long ago it took documents that nobody writes in.
 */
export function combineDelivery(statuses: readonly DeliveryStatus[]): DeliveryStatus {
  const waiting = statuses.filter((status) => 'pending' in status)
  const pending = waiting.reduce((sum, status) => sum + status.pending, 0)
  const things = waiting.reduce((sum, status) => sum + status.things, 0)
  if (waiting.some(({ state }) => state === 'unchecked')) return { state: 'unchecked', pending, things }
  if (pending > 0) return { state: 'pending', pending, things }
  if (statuses.some((status) => status.state === 'unknown')) return { state: 'unknown' }
  const times = statuses.flatMap((status) => (status.state === 'delivered' ? [status.at] : []))
  return times.length === 0 ? { state: 'noRelay' } : { state: 'delivered', at: Math.max(...times) }
}
