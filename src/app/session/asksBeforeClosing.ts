/** Whether leaving now could cost somebody work: it is nowhere, or only on this device although there is a relay. */
import type { SaveStatus } from '../../storage/saveStatus.ts'
import type { DeliveryStatus } from '../../sync/deliveryStatus.ts'
import type { ExchangeStatus } from '../../sync/exchangedFiles.ts'

export function asksBeforeClosing(
  save: SaveStatus,
  delivery: DeliveryStatus,
  pictures: ExchangeStatus,
): boolean {
  if (save.state === 'notSaved') return true
  return pictures.toSend > 0 || ('pending' in delivery && delivery.pending > 0)
}
