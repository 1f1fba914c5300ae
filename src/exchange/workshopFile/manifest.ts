/** The table of contents of a workshop file: who wrote it, which workshop it is, and what every part must hash to. */
import type { DocumentName } from '../../model/documentName.ts'

interface EntryBase {
  readonly name: string
  readonly bytes: number
  readonly sha256: string
}

export type ManifestEntry =
  | (EntryBase & { readonly kind: 'document' | 'spare'; readonly document: DocumentName })
  | (EntryBase & { readonly kind: 'media'; readonly mime: string })
  | (EntryBase & {
      readonly kind: 'checkpoint'
      readonly document: DocumentName
      readonly at: number
      readonly label: string
    })
  /** Since version 2. */
  | (EntryBase & { readonly kind: 'setAside'; readonly document: DocumentName; readonly at: number })

export interface Manifest {
  readonly format: string
  readonly version: number
  /** Readers of an older version of the format must refuse the file. */
  readonly minReader: number
  readonly app: string
  readonly workshopId: string
  readonly title: string
  readonly journeys: readonly string[]
  /** `2026-11-21T09:30:00.000Z`, by the clock of the device that wrote it. */
  readonly created: string
  readonly entries: readonly ManifestEntry[]
}
