/** A workshop as a file carries it: documents as updates, bytes beside them by hash. Never secrets, never addresses. */
import type { DocumentName } from '../../model/documentName.ts'

export type DocumentUpdates = Readonly<Record<DocumentName, Uint8Array>>

export interface FileMedia {
  readonly sha256: string
  readonly mime: string
  readonly bytes: Uint8Array
}

/** An earlier state of a document that somebody wanted to take along. */
export interface FileCheckpoint {
  readonly document: DocumentName
  /** By the clock of the device that made it. */
  readonly at: number
  /** What a person called it. */
  readonly label: string
  readonly state: Uint8Array
}

/** A stored change of a document that its device could not read: work of somebody's, kept as it is. */
export interface FileSetAside {
  readonly document: DocumentName
  readonly at: number
  readonly bytes: Uint8Array
}

export interface WorkshopFile {
  readonly workshopId: string
  readonly title: string
  readonly journeys: readonly string[]
  readonly appVersion: string
  /** Milliseconds since 1970, by the clock of the device that wrote it. */
  readonly createdAt: number
  readonly documents: DocumentUpdates
  readonly media: readonly FileMedia[]
  readonly checkpoints: readonly FileCheckpoint[]
  readonly setAside: readonly FileSetAside[]
}
