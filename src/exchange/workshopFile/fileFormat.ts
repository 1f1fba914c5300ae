/** Names inside a workshop file and the version of its format. Whoever writes and whoever reads share them. */
import type { DocumentName } from '../../model/documentName.ts'

export const FILE_FORMAT = 'etappe-workshop-file'
/** Grows with every change; readers of the version in `minReader` or later can still read the file. */
export const FILE_VERSION = 2
export const FILE_EXTENSION = 'etappe'
export const FILE_MIME = 'application/vnd.etappe.workshop'

/** Always the first entry, so that a file is known by its first bytes even when its end is missing. */
export const MANIFEST_NAME = 'etappe.json'

export const documentEntry = (document: DocumentName) => `documents/${document}.yjs`
/** The documents a second time at the end of the file: damage in one place loses nothing. */
export const spareEntry = (document: DocumentName) => `spare/${document}.yjs`
export const mediaEntry = (sha256: string) => `media/${sha256}`
export const checkpointEntry = (index: number) => `checkpoints/${index}.yjs`
export const setAsideEntry = (index: number) => `setaside/${index}.bin`

export function hashOfMediaEntry(name: string): string | undefined {
  return /^media\/([0-9a-f]{64})$/.exec(name)?.[1]
}
