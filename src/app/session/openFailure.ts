/** Why a workshop could not be opened. */
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'

export type OpenFailure =
  /** The device keeps nothing, or its list of workshops cannot be read. */
  | { readonly code: 'noStorage'; readonly failure: StorageFailure }
  | { readonly code: 'notHere' }
  | { readonly code: 'binned'; readonly entry: WorkshopEntry }
  | { readonly code: 'loadFailed'; readonly failure: StorageFailure }
