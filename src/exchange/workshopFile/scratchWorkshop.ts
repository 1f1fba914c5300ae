/**
 * Updates that came from outside, applied to documents that nobody else sees: whether they can be read at all, and what
 * the workshop would look like with them.
 */
import * as Y from 'yjs'
import { documentNames, type DocumentName } from '../../model/documentName.ts'
import { origins } from '../../model/origins.ts'
import { createWorkshopDocument, type WorkshopDocument } from '../../model/workshopDocument.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { DocumentUpdates } from './workshopFile.ts'

/** Nothing in it, as an update. */
export const EMPTY_UPDATE: Uint8Array = Uint8Array.of(0, 0)

export function updatesOf(workshop: WorkshopDocument): DocumentUpdates {
  const { map, stage, review } = workshop.docs
  return {
    map: Y.encodeStateAsUpdate(map),
    stage: Y.encodeStateAsUpdate(stage),
    review: Y.encodeStateAsUpdate(review),
  }
}

/** The workshop is the caller's to destroy. On an error: the document whose update cannot be read. */
export function scratchWorkshop(updates: DocumentUpdates): Result<WorkshopDocument, DocumentName> {
  const workshop = createWorkshopDocument({ clock: { now: () => 0 } })
  const unreadable = applyUpdates(workshop, updates)
  if (unreadable === null) return ok(workshop)
  workshop.destroy()
  return err(unreadable)
}

/** Null when all of it could be read, else the document that could not. */
export function applyUpdates(workshop: WorkshopDocument, updates: DocumentUpdates): DocumentName | null {
  for (const name of documentNames) {
    if (!canApply(workshop, name, updates[name])) return name
  }
  return null
}

/** Foreign bytes can make the reader of updates throw anything; here that means one thing: unreadable. */
function canApply(workshop: WorkshopDocument, name: DocumentName, update: Uint8Array): boolean {
  try {
    Y.decodeUpdate(update)
    Y.applyUpdate(workshop.docs[name], update, origins.remote)
    workshop.snapshot()
    return true
  } catch (error) {
    if (error instanceof Error) return false
    throw error
  }
}
