/**
 * Brings a workshop that exists only in memory into the one with the same id that is on this device: its session is
 * opened and merged into, so that nothing that is here is put at risk. Apart from keeping a new one, which may remove
 * what it has begun.
 */
import { applyUpdates, updatesOf } from '../../exchange/workshopFile/scratchWorkshop.ts'
import type { PersonId } from '../../model/records/person.ts'
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { Result } from '../../shared/result.ts'
import { err, ok } from '../../shared/result.ts'
import { storageFailure, type StorageFailure } from '../../storage/storageFailure.ts'
import type { WorkshopEntry, WorkshopEntryPatch } from '../../storage/workshopEntry.ts'
import type { Device } from '../device.ts'
import type { AppServices } from '../services.ts'
import { gainedAccess } from '../session/gainedAccess.ts'
import type { OpenFailure } from '../session/openFailure.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

/** Keeps what lies beside the document, such as pictures, under the workshop's id. */
export type KeepFiles = (workshopId: string) => Promise<Result<void, StorageFailure>>

export interface MergeIntoKnownArgs {
  readonly known: WorkshopEntry
  readonly document: WorkshopDocument
  readonly patch: WorkshopEntryPatch
  readonly keepFiles: KeepFiles
}

export async function mergeIntoKnown(
  { sessions }: AppServices,
  device: Device,
  args: MergeIntoKnownArgs,
): Promise<Result<WorkshopSession, StorageFailure>> {
  const { workshopId, deletedAt } = args.known
  const restored = deletedAt === null ? ok(undefined) : await device.catalogue.restore(workshopId)
  if (!restored.ok) return restored
  const held = sessions.hold(workshopId)
  try {
    const opened = await held.opened
    const merged = opened.ok ? await mergeInto(opened.value, device, args) : err(reasonOf(opened.error))
    if (!merged.ok && deletedAt !== null) await device.catalogue.update(workshopId, { deletedAt })
    return merged
  } finally {
    held.release()
  }
}

async function mergeInto(
  session: WorkshopSession,
  device: Device,
  { document, patch, keepFiles }: MergeIntoKnownArgs,
): Promise<Result<WorkshopSession, StorageFailure>> {
  const { workshopId } = session
  if (session.recovered) return err(storageFailure('damaged', 'only the second copy could be read'))
  const files = await keepFiles(workshopId)
  if (!files.ok) return files
  const unreadable = applyUpdates(session.document, updatesOf(document))
  if (unreadable !== null) throw new Error(`an open workshop's own ${unreadable} could not be read`)
  const flushed = await session.persistence.flush()
  if (!flushed.ok) return flushed
  const held = session.entry.get()
  const gained = gainedAccess(held, { ...held, ...patch })
  const noted = await device.catalogue.update(workshopId, gained)
  if (!noted.ok) return noted
  if (typeof patch.personId === 'string') {
    const switched = await session.switchPerson(patch.personId as PersonId)
    if (!switched.ok) return switched
  }
  document.destroy()
  return ok(session)
}

function reasonOf(failure: OpenFailure): StorageFailure {
  return 'failure' in failure ? failure.failure : storageFailure('removed', failure.code)
}
