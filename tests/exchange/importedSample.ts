/** A workshop filled from the sample's files, for tests that look at the result. */
import type { CommandResult } from '../../src/model/commandResult.ts'
import type { ImportReport } from '../../src/model/commands/importRecords.ts'
import { createWorkshopDocument, type WorkshopDocument } from '../../src/model/workshopDocument.ts'
import { type ApplyOptions, applyImport } from '../../src/exchange/applyImport.ts'
import type { ImportPlan } from '../../src/exchange/ImportPlan.ts'
import type { InputFile } from '../../src/exchange/inputFile.ts'
import { planImport } from '../../src/exchange/planImport.ts'
import { readTables } from '../../src/exchange/readTables.ts'

export async function planOf(files: readonly InputFile[]): Promise<ImportPlan> {
  const set = await readTables(files)
  const plan = set.ok ? await planImport(set.value) : set
  if (!plan.ok) throw new Error(JSON.stringify(plan.error))
  return plan.value
}

export function emptyWorkshop(): WorkshopDocument {
  return createWorkshopDocument({ clock: { now: () => 0 } })
}

export async function importInto(
  workshop: WorkshopDocument,
  files: readonly InputFile[],
  options: ApplyOptions = {},
): Promise<CommandResult<ImportReport>> {
  return applyImport(await planOf(files), workshop, { personId: null }, options)
}
