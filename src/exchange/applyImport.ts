/**
 * Writes a checked plan into a workshop, through the model's import command and nothing else. The command checks
 * everything once more before its first transaction, so an import happens in whole or not at all.
 */
import type { Actor } from '../model/actor.ts'
import type { CommandResult } from '../model/commandResult.ts'
import { type ImportReport, importRecords } from '../model/commands/importRecords.ts'
import type { WorkshopDocument } from '../model/workshopDocument.ts'
import type { ImportPlan } from './ImportPlan.ts'
import { missingRecords } from './missingRecords.ts'
import { buildRecords } from './records/buildRecords.ts'

export interface ApplyOptions {
  /** What a repeated import does to records that came with an earlier one: leave them (default), or follow the file. */
  readonly existing?: 'keep' | 'update'
  /** Puts into the bin what is here but not in the file. */
  readonly binMissing?: boolean
  /** What came in, for whoever may want to take it back. */
  readonly name?: string
  /** As a change of this person's own that undo takes back; wrap it in one gesture. */
  readonly undoable?: boolean
  readonly onProgress?: (done: number) => void
}

/** The attachments' bytes are the caller's to keep: `plan.attachments[n].content` under its `sha256`. */
export function applyImport(
  plan: ImportPlan,
  workshop: WorkshopDocument,
  actor: Actor,
  { existing = 'keep', binMissing = false, name, undoable = false, onProgress }: ApplyOptions = {},
): CommandResult<ImportReport> {
  const snapshot = workshop.snapshot()
  const { records, entries } = buildRecords(plan, snapshot, workshop.randomBytes)
  return importRecords(workshop, actor, {
    records,
    entries,
    existing,
    undoable,
    ...(binMissing ? { missing: missingRecords(plan, records, snapshot) } : {}),
    ...(name === undefined ? {} : { name }),
    ...(onProgress === undefined ? {} : { onProgress: (done, total) => onProgress(done / total) }),
  })
}
