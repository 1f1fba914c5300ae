/**
 * What the one chip says. The worst truth wins: work that is not on this device comes first, then work that is not on
 * the relay. Nothing is claimed that storage or relay have not confirmed.
 */
import type { SaveStatus } from '../../storage/saveStatus.ts'
import type { ConnectionState } from '../../sync/connectionState.ts'
import type { DeliveryStatus } from '../../sync/deliveryStatus.ts'

export type ChipState =
  | { readonly kind: 'notSaved' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'saving' }
  | { readonly kind: 'onThisDevice' }
  /** The relay said no; work stays here. */
  | { readonly kind: 'refused' }
  /** Changes of this device that the relay has not acknowledged as durable, in `n` cards, ratings and the like. */
  | { readonly kind: 'waiting'; readonly n: number; readonly changes: number }
  /** The same, not compared with the relay since this page was opened: there may be more from before. */
  | { readonly kind: 'waitingUncounted' }
  /** The map is on the relay, pictures on it are not yet. */
  | { readonly kind: 'pictures'; readonly n: number }
  /** On this device; whether the relay has it is not known right now. */
  | { readonly kind: 'offline' }
  /** Given to a relay that does not say whether it keeps it. */
  | { readonly kind: 'sent' }
  | { readonly kind: 'onRelay' }

export interface ChipInput {
  readonly save: SaveStatus
  readonly connection: ConnectionState
  readonly delivery: DeliveryStatus
  /** Pictures and attachments of this device that the relay lacks. */
  readonly picturesToSend: number
  /** Noted before this page was opened: some of it is neither on the relay nor in a file. */
  readonly isOnlyHere: boolean
  readonly canWrite: boolean
}

export function chipState(input: ChipInput): ChipState {
  const { save, connection, delivery, picturesToSend, isOnlyHere, canWrite } = input
  if (save.state === 'notSaved' || save.state === 'loadFailed') return { kind: 'notSaved' }
  if (save.state === 'loading') return { kind: 'loading' }
  if (connection.state === 'refused') return { kind: 'refused' }
  if (delivery.state === 'noRelay') return { kind: save.state === 'saving' ? 'saving' : 'onThisDevice' }
  const pending = 'pending' in delivery ? delivery.pending : 0
  if (delivery.state === 'pending' && pending > 0)
    return { kind: 'waiting', n: delivery.things, changes: pending }
  if (pending > 0) return { kind: 'waitingUncounted' }
  if (save.state === 'saving') return { kind: 'saving' }
  if (delivery.state === 'unchecked' && isOnlyHere) return { kind: 'waitingUncounted' }
  if (connection.state !== 'online') return { kind: 'offline' }
  if (picturesToSend > 0) return { kind: 'pictures', n: picturesToSend }
  if (delivery.state === 'unknown') return { kind: 'sent' }
  if (delivery.state === 'delivered') return { kind: 'onRelay' }
  return { kind: canWrite ? 'saving' : 'onRelay' }
}
