/**
 * The gate of all writing: one transaction per command, with a typed origin, and none at all when this app or this
 * device may not write the document.
 */
import { ok } from '../shared/result.ts'
import type { Actor } from './actor.ts'
import { type CommandResult, refuse } from './commandResult.ts'
import type { DocumentName } from './documentName.ts'
import { origins, WorkshopOrigin } from './origins.ts'
import { schemaVersion } from './schema.ts'
import type { WorkshopDocument } from './workshopDocument.ts'
import { createWriter, type Writer } from './writer.ts'

export interface CommitOptions {
  readonly document?: DocumentName
  readonly origin?: WorkshopOrigin
  /** See `WorkshopOrigin.mergeKey`. */
  readonly mergeKey?: string
}

/** Why this device may not write that document now, or null. */
export function writeRefusal(workshop: WorkshopDocument, actor: Actor, document: DocumentName) {
  const { minWriter } = workshop.snapshot().meta
  if (minWriter > schemaVersion) return refuse('readOnlyOlderApp', 'meta.minWriter', minWriter)
  if (actor.mayWrite !== undefined && !actor.mayWrite.includes(document))
    return refuse('notAllowed', document)
  return null
}

export function commit<T>(
  workshop: WorkshopDocument,
  actor: Actor,
  write: (writer: Writer) => T,
  options: CommitOptions = {},
): CommandResult<T> {
  const document = options.document ?? 'map'
  const refusal = writeRefusal(workshop, actor, document)
  if (refusal !== null) return refusal
  const origin =
    options.origin ??
    (options.mergeKey === undefined ? origins.local : new WorkshopOrigin('local', options.mergeKey))
  const at = workshop.clock.now()
  return ok(
    workshop.transact(document, origin, (doc) =>
      write(createWriter(doc, workshop.randomBytes, actor.personId, at)),
    ),
  )
}
