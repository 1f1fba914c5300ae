/**
 * Takes back an import: what nobody has touched since goes into the bin, together with the note of the import, and comes
 * back with it; what it overwrote says again what it said before, and what it put into the bin comes out. What somebody
 * worked on stays. Wrap it in one gesture: then undo takes the taking back back.
 */
import { ok } from '../../shared/result.ts'
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit, writeRefusal } from '../commit.ts'
import { partsOfKey } from '../defineKeyed.ts'
import { takeBackChange } from '../importChanges.ts'
import { importRemainder } from '../importRemainder.ts'
import type { FileImport, FileImportId } from '../records/fileImport.ts'
import { keyedTables } from '../schema.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'
import type { Writer } from '../writer.ts'

/** So many changes share a transaction, so that no single update is large. */
const BATCH = 200

export interface UndoImportArgs {
  readonly importId: FileImportId
}

/** One's own; what was imported before anybody said who they are is the moderator's. */
export function mayUndoImport(actor: Actor, imported: FileImport): boolean {
  if (imported.createdBy !== null) return imported.createdBy === actor.personId
  return actor.mayWrite === undefined || actor.mayWrite.includes('stage')
}

export interface UndoneImport {
  /** Records that went into the bin. */
  readonly binned: number
  /** Values and records that are as they were before. */
  readonly restored: number
}

export function undoImport(
  workshop: WorkshopDocument,
  actor: Actor,
  { importId }: UndoImportArgs,
): CommandResult<UndoneImport> {
  const refusal = writeRefusal(workshop, actor, 'map')
  if (refusal !== null) return refusal
  const imported = workshop.snapshot().imports.get(importId)
  if (imported === undefined) return refuse('notFound', `imports/${importId}`)
  if (!mayUndoImport(actor, imported)) return refuse('notAllowed', `imports/${importId}`)
  const { changes } = importRemainder(workshop, imported)
  const restored = inBatches(
    workshop,
    actor,
    changes.map((change) => (writer: Writer) => takeBackChange(writer, change)),
  )
  if (!restored.ok) return restored
  // Looked at again: what pointed at something new points elsewhere now.
  const { records, entries } = importRemainder(workshop, imported)
  const binned = inBatches(workshop, actor, [
    (writer: Writer) => writer.bin('imports', importId),
    ...records.map(
      ({ table, id }) =>
        (writer: Writer) =>
          writer.bin(table, id, importId),
    ),
    ...entries.map(({ table, key }) => (writer: Writer) => {
      const parts = partsOfKey(keyedTables[table], key)
      if (parts !== undefined) writer.setKeyed(table, parts as never, null)
    }),
  ])
  return binned.ok ? ok({ binned: records.length, restored: changes.length }) : binned
}

function inBatches(
  workshop: WorkshopDocument,
  actor: Actor,
  steps: readonly ((writer: Writer) => void)[],
): CommandResult<null> {
  for (let start = 0; start < steps.length; start += BATCH) {
    const batch = steps.slice(start, start + BATCH)
    const written = commit(workshop, actor, (writer) => batch.forEach((step) => step(writer)))
    if (!written.ok) return written
  }
  return ok(null)
}
