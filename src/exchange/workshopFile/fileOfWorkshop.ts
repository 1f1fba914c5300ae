/** What the file of a workshop says about itself, from the workshop as it is now. */
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { orderedJourneys } from '../../model/select/journeys.ts'
import { updatesOf } from './scratchWorkshop.ts'
import type { FileCheckpoint, FileMedia, FileSetAside, WorkshopFile } from './workshopFile.ts'

export interface WorkshopFileExtras {
  readonly appVersion: string
  readonly createdAt: number
  readonly media: readonly FileMedia[]
  readonly checkpoints?: readonly FileCheckpoint[]
  readonly setAside?: readonly FileSetAside[]
}

export function fileOfWorkshop(workshop: WorkshopDocument, extras: WorkshopFileExtras): WorkshopFile {
  const snapshot = workshop.snapshot()
  const { workshopId, title } = snapshot.meta
  return {
    workshopId,
    title,
    journeys: orderedJourneys(snapshot).map((journey) => journey.title),
    appVersion: extras.appVersion,
    createdAt: extras.createdAt,
    documents: updatesOf(workshop),
    media: extras.media,
    checkpoints: extras.checkpoints ?? [],
    setAside: extras.setAside ?? [],
  }
}
