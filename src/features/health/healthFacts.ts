/** Everything the health panel speaks about, as it is right now. */
import type { SaveStatus } from '../../storage/saveStatus.ts'
import type { StorageHealth } from '../../storage/storageHealth.ts'
import type { ConnectionState } from '../../sync/connectionState.ts'
import type { DeliveryStatus } from '../../sync/deliveryStatus.ts'
import type { ExchangeStatus } from '../../sync/exchangedFiles.ts'

export interface HealthFacts {
  readonly save: SaveStatus
  /** Why something could not be kept, in words. */
  readonly saveReason: string
  readonly connection: ConnectionState
  /** False when the browser knows that there is no way from this device to the relay, wherever that is now. */
  readonly hasNetwork: boolean
  readonly refusalReason: string
  /** Why the relay asked to come back later, in words; empty when it did not answer at all. */
  readonly laterReason: string
  readonly delivery: DeliveryStatus
  readonly pictures: ExchangeStatus
  /** Null while the workshop has no relay. */
  readonly relayHost: string | null
  readonly recovered: boolean
  readonly hasGaps: boolean
  /** Some of it is neither on the relay nor in a file, as this device noted, perhaps before this page was opened. */
  readonly isOnlyHere: boolean
  /** When the relay last had everything of this device; null when it never had. */
  readonly lastDeliveredAt: number | null
  /** Null while the browser is being asked. */
  readonly storage: StorageHealth | null
  readonly lastExportAt: number | null
  readonly now: number
}
