/**
 * Brings a file of a workshop that is here into it. The file's documents are merged, never put in place of what is
 * here: any order, any number of times, the same result. What comes in is the work of others and is never undone here.
 */
import * as Y from 'yjs'
import { documentNames } from '../../model/documentName.ts'
import { origins } from '../../model/origins.ts'
import { schemaVersion } from '../../model/schema.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { compareWorkshops, type KindChanges } from './compareWorkshops.ts'
import { documentEntry } from './fileFormat.ts'
import { applyUpdates, scratchWorkshop, updatesOf } from './scratchWorkshop.ts'
import type { WorkshopFile } from './workshopFile.ts'
import { fileProblem, type WorkshopFileProblem } from './workshopFileProblem.ts'

export interface MergePreview {
  /** False when everything in the file is here already. */
  readonly bringsChanges: boolean
  readonly changes: readonly KindChanges[]
  /** After it this version of the app may only look: somebody works with a newer one. */
  readonly needsNewerApp: boolean
}

type Previewed = Result<MergePreview, WorkshopFileProblem>

/** Looks, and changes nothing. */
export function previewMerge(here: WorkshopDocument, file: WorkshopFile): Previewed {
  const { workshopId } = here.snapshot().meta
  if (workshopId !== file.workshopId) return err(fileProblem('otherWorkshop', '', file.title))
  const scratch = scratchWorkshop(updatesOf(here))
  if (!scratch.ok) throw new Error(`the open workshop's own ${scratch.error} cannot be read`)
  const previewed = previewIn(scratch.value, file)
  scratch.value.destroy()
  return previewed
}

function previewIn(scratch: WorkshopDocument, file: WorkshopFile): Previewed {
  const before = scratch.snapshot()
  let bringsChanges = false
  for (const name of documentNames) {
    scratch.docs[name].on('update', () => {
      bringsChanges = true
    })
  }
  const unreadable = applyUpdates(scratch, file.documents)
  if (unreadable !== null) return err(fileProblem('documentUnreadable', documentEntry(unreadable)))
  const after = scratch.snapshot()
  if (after.meta.workshopId !== file.workshopId) return err(fileProblem('idMismatch', documentEntry('map')))
  const needsNewerApp = after.meta.minWriter > schemaVersion && before.meta.minWriter <= schemaVersion
  return ok({ bringsChanges, changes: compareWorkshops(before, after), needsNewerApp })
}

/** Only after a preview of the same workshop was fine. The bytes of pictures are the caller's to keep, before this. */
export function mergeWorkshopFile(here: WorkshopDocument, file: WorkshopFile): void {
  for (const name of documentNames) Y.applyUpdate(here.docs[name], file.documents[name], origins.remote)
}
