/** Whether leaving now could cost somebody work: it is nowhere, or only on this device although there is a relay. */
import type { SaveStatus } from '../../storage/saveStatus.ts'
import type { DeliveryStatus } from '../../sync/deliveryStatus.ts'

export function asksBeforeClosing(save: SaveStatus, delivery: DeliveryStatus): boolean {
  if (save.state === 'notSaved') return true
  return 'pending' in delivery && delivery.pending > 0
}
