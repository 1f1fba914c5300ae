/** What the history needs from the app: the versions of this device, and how a map is drawn. Types only. */
import type { ReactNode } from 'react'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { Result } from '../../shared/result.ts'
import type { CheckpointEntry } from '../../storage/checkpoints.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'

export interface HistoryTools {
  /** The newest first. */
  readonly list: () => Promise<Result<readonly CheckpointEntry[], StorageFailure>>
  /** The map of a version as it was stored. */
  readonly read: (id: number) => Promise<Result<Uint8Array, StorageFailure>>
  readonly name: (id: number, name: string) => Promise<Result<void, StorageFailure>>
  /** Makes a version of what is on the screen now. */
  readonly keepNow: () => Promise<Result<void, StorageFailure>>
  /** A file of the workshop with these versions in it. */
  readonly saveFile: () => void
  /** A small picture as an address; null for a map without a journey. */
  readonly drawPicture: (snapshot: WorkshopSnapshot) => Promise<string | null>
  readonly renderMap: (version: WorkshopDocument) => ReactNode
  /** Why something did not work, in words. */
  readonly reasonOf: (failure: StorageFailure) => string
}
