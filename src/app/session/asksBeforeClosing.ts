/** Whether leaving now could cost somebody work: it is nowhere, or only on this device although there is a relay. */
import type { SaveStatus } from '../../storage/saveStatus.ts'
import type { DeliveryStatus } from '../../sync/deliveryStatus.ts'
import type { ExchangeStatus } from '../../sync/exchangedFiles.ts'

/** Saving takes some milliseconds; a disk that takes longer may have stalled, and what waits for it is only in memory. */
const SAVING_TAKES_MS = 1_000

export function asksBeforeClosing(
  save: SaveStatus,
  delivery: DeliveryStatus,
  pictures: ExchangeStatus,
  now: number,
): boolean {
  if (save.state === 'notSaved') return true
  // Either way: a clock that was set back meanwhile is no reason to let work go.
  if (save.state === 'saving' && Math.abs(now - save.since) > SAVING_TAKES_MS) return true
  return pictures.toSend > 0 || ('pending' in delivery && delivery.pending > 0)
}
