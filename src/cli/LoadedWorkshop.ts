/** A workshop in memory and the bytes that lie beside it, from whatever kind of input. */
import type { FileCheckpoint, FileMedia } from '../exchange/workshopFile/workshopFile.ts'
import type { WorkshopDocument } from '../model/workshopDocument.ts'

export interface LoadedWorkshop {
  readonly workshop: WorkshopDocument
  readonly media: readonly FileMedia[]
  readonly checkpoints: readonly FileCheckpoint[]
  /** When the input says that it was written; null for tables. */
  readonly writtenAt: number | null
  /** It came as tables whose cells are not defused: written as tables again, they stay as they were. */
  readonly hasLiveCells?: boolean
}
