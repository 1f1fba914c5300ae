/** An import into a workshop that was just made for it: the map, then what only a new workshop gets. */
import type { Actor } from '../model/actor.ts'
import type { CommandResult } from '../model/commandResult.ts'
import type { ImportReport } from '../model/commands/importRecords.ts'
import type { WorkshopDocument } from '../model/workshopDocument.ts'
import { type ApplyOptions, applyImport } from './applyImport.ts'
import { applyRest } from './applyRest.ts'
import type { ImportPlan } from './ImportPlan.ts'

export function applyToNew(
  plan: ImportPlan,
  workshop: WorkshopDocument,
  actor: Actor,
  options: Pick<ApplyOptions, 'name' | 'onProgress'> = {},
): CommandResult<ImportReport> {
  const written = applyImport(plan, workshop, actor, options)
  if (!written.ok) return written
  const rest = applyRest(plan, workshop, actor)
  return rest.ok ? written : rest
}
