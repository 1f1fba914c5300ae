/**
 * Whether leaving now could cost somebody work: it is nowhere, or only on this device although there is a relay, or
 * only on a device that has promised nothing.
 */
import type { SaveStatus } from '../../storage/saveStatus.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import type { DeliveryStatus } from '../../sync/deliveryStatus.ts'
import type { ExchangeStatus } from '../../sync/exchangedFiles.ts'

/** Saving takes some milliseconds; a disk that takes longer may have stalled, and what waits for it is only in memory. */
const SAVING_TAKES_MS = 1_000

export function isOnlyInMemory(save: SaveStatus, now: number): boolean {
  if (save.state === 'notSaved') return true
  // Either way: a clock that was set back meanwhile is no reason to let work go.
  return save.state === 'saving' && Math.abs(now - save.since) > SAVING_TAKES_MS
}

export function isNotDelivered(delivery: DeliveryStatus, pictures: ExchangeStatus): boolean {
  return pictures.toSend > 0 || ('pending' in delivery && delivery.pending > 0)
}

type MarkedEntry = Pick<WorkshopEntry, 'onlyHereSince' | 'relayOrigin'>

/** By the mark in the list of this device, so that it is known without opening the workshop. */
export function isOnlyOnDevice({ onlyHereSince, relayOrigin }: MarkedEntry, isPromised: boolean): boolean {
  return typeof onlyHereSince === 'number' && (relayOrigin !== null || !isPromised)
}
