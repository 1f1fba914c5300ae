/** What can be kept on this device: the database and what is built on it. */
import type { Catalogue } from '../storage/catalogue.ts'
import type { DeviceDatabase } from '../storage/database.ts'
import type { MediaStore } from '../storage/mediaStore.ts'
import type { KeepingPromise } from './keepingPromise.ts'

export interface Device {
  /** The browser's promise to keep all of this. */
  readonly keeping: KeepingPromise
  readonly database: DeviceDatabase
  readonly catalogue: Catalogue
  readonly media: MediaStore
}
