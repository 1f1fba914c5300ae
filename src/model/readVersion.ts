/** An earlier state of the map, as it was stored, opened as a workshop of its own: to look at, never to write. */
import * as Y from 'yjs'
import { origins } from './origins.ts'
import { createWorkshopDocument, type WorkshopDocument } from './workshopDocument.ts'

/** Whoever opened it lets go of it with `destroy`. Stage and review are empty: only the map is looked back at. */
export function readVersion(mapState: Uint8Array): WorkshopDocument {
  const version = createWorkshopDocument()
  Y.applyUpdate(version.docs.map, mapState, origins.storage)
  return version
}
