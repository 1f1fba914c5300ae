/**
 * A copy of a workshop with everything in it, under a new id: it never merges with the original. What this version
 * does not know is copied too, because the documents are copied whole.
 */
import * as Y from 'yjs'
import { ok } from '../shared/result.ts'
import { randomId } from '../shared/ids.ts'
import { type CommandResult, refuse } from './commandResult.ts'
import { documentNames } from './documentName.ts'
import { origins } from './origins.ts'
import type { WorkshopId } from './records/meta.ts'
import { createWorkshopDocument, type WorkshopDocument } from './workshopDocument.ts'

export interface DuplicateWorkshopArgs {
  readonly title: string
}

/** The copy is open; whoever asked for it stores it and lets go of it. */
export function duplicateWorkshop(
  source: WorkshopDocument,
  { title }: DuplicateWorkshopArgs,
): CommandResult<WorkshopDocument> {
  const originalId = source.snapshot().meta.workshopId
  if (originalId === '') return refuse('notFound', 'meta.workshopId')
  const copy = createWorkshopDocument({ clock: source.clock, randomBytes: source.randomBytes })
  for (const name of documentNames) {
    const update = Y.encodeStateAsUpdate(source.docs[name])
    copy.transact(name, origins.template, (doc) => Y.applyUpdate(doc, update, origins.template))
  }
  copy.transact('map', origins.template, (doc) => {
    const meta = doc.getMap<unknown>('meta')
    meta.set('workshopId', randomId(22, source.randomBytes) as WorkshopId)
    meta.set('duplicateOf', originalId)
    meta.set('title', title)
    meta.set('createdAt', source.clock.now())
  })
  return ok(copy)
}
