/** What `connectWorkshop` hands back, in one place, so that the app can be written against the promise alone. */
import type { Doc } from 'yjs'
import type { RelayDocument } from '../protocol/access.ts'
import type { Capability } from '../protocol/capability.ts'
import type { Result } from '../shared/result.ts'
import type { ReadableValue } from '../shared/valueStore.ts'
import type { ConnectionState, RefusedState } from './connectionState.ts'
import type { DeliveryStatus } from './deliveryStatus.ts'
import type { Presence } from './presence.ts'
import type { SyncEnvironment } from './syncEnvironment.ts'

export type WorkshopDocuments = Readonly<Record<RelayDocument, Doc>>

export interface RelayAddress {
  /** Such as `https://relay.example` or `http://192.168.1.20:4321`, the origin of a join link. */
  readonly origin: string
  readonly capability: Capability
  /** For relays that let rooms be created only with a token. */
  readonly creationToken?: string
}

export interface ConnectWorkshopOptions {
  /** Names the channel between tabs; null while a joining device does not know it yet (then tabs are not linked). */
  readonly workshopId: string | null
  readonly documents: WorkshopDocuments
  /** Null for a workshop that lives on this device only: then just the tabs are linked. */
  readonly relay: RelayAddress | null
  readonly environment?: Partial<SyncEnvironment>
}

export interface WorkshopConnection {
  readonly state: ReadableValue<ConnectionState>
  readonly delivery: ReadableValue<DeliveryStatus>
  readonly presence: Presence
  /**
   * Settles when every document has received what the relay has (a joiner shows nothing before), or when the relay
   * has refused; waits as long as the relay cannot be reached. After `close` it answers `closed`.
   */
  readonly whenSynced: () => Promise<Result<void, RefusedState | 'closed'>>
  /** Tries now: after the person pressed a button, or after a refusal whose cause may be gone. */
  readonly reconnect: () => void
  /** Says goodbye to the others and closes every socket; calling it twice is harmless. */
  readonly close: () => void
}
