/** The promise of keeping one document on this device; `persistDocument` makes it, `persistWorkshop` bundles it. */
import type { Result } from '../shared/result.ts'
import type { ReadableValue } from '../shared/valueStore.ts'
import type { SaveStatus } from './saveStatus.ts'
import type { StorageFailure } from './storageFailure.ts'

export interface LoadReport {
  /** Nothing was stored here yet: a joiner must wait for the first sync before anything is shown or written. */
  readonly isNew: boolean
  /** Rows of the log that could not be read; they were set aside, not deleted. */
  readonly damagedRows: number
  /** Changes that wait for others which are missing: work that is there but cannot be shown. */
  readonly hasGaps: boolean
  /** `failed`: the second copy could not be read; the log was enough. */
  readonly checkpoint: 'merged' | 'none' | 'failed'
}

export interface LoadFailure extends StorageFailure {
  /** True when the document holds what the second copy or a part of the log had: show it read-only, offer the file. */
  readonly recovered: boolean
}

export interface DocumentPersistence {
  readonly status: ReadableValue<SaveStatus>
  /** Settles once: the document holds what is stored, or an error. Never does "could not load" become "empty". */
  readonly loaded: Promise<Result<LoadReport, LoadFailure>>
  /** Ok only after the browser has committed everything that was in the document when it was called. */
  readonly flush: () => Promise<Result<void, StorageFailure>>
  /** Reads what is on the disk again and compares; what is not there is written anew. */
  readonly verify: () => Promise<Result<void, StorageFailure>>
  /** Writes the second, independent copy now. */
  readonly checkpoint: () => Promise<Result<void, StorageFailure>>
  /** Tries at once instead of when the next attempt is due. */
  readonly retry: () => void
  /** Flushes, writes the second copy and lets go; never rejects. */
  readonly close: () => Promise<void>
}
