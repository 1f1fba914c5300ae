/**
 * Whether a file that somebody saved really stands for what is on this device: read from where it was saved, not from
 * memory. All documents must hold everything that is here, and all pictures of this device must be in it.
 */
import type { Doc } from 'yjs'
import { mediaNamedIn } from '../../exchange/workshopFile/mediaNamedIn.ts'
import { readWorkshopFile } from '../../exchange/workshopFile/readWorkshopFile.ts'
import { scratchWorkshop } from '../../exchange/workshopFile/scratchWorkshop.ts'
import type { WorkshopFile } from '../../exchange/workshopFile/workshopFile.ts'
import type { HandBackFileProblem } from '../../features/handBack/handBackReason.ts'
import { type DocumentName, documentNames } from '../../model/documentName.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { hashesOf, listSetAside } from '../../storage/quarantine.ts'
import { holdsAllOf } from '../../sync/holdsAllOf.ts'
import type { Device } from '../device.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

/** What the file holds, to be asked again at the moment of removing. */
export interface SavedFile {
  readonly holds: (documents: Readonly<Record<DocumentName, Doc>>) => boolean
}

export async function checkSavedFile(
  device: Device,
  session: WorkshopSession,
  bytes: Uint8Array,
): Promise<Result<SavedFile, HandBackFileProblem>> {
  const read = await readWorkshopFile(bytes)
  if (!read.ok) return err('unreadable')
  const file = read.value
  if (file.workshopId !== session.workshopId) return err('otherWorkshop')
  const scratch = scratchWorkshop(file.documents)
  if (!scratch.ok) return err('unreadable')
  const holds: SavedFile['holds'] = (documents) =>
    documentNames.every((name) => holdsAllOf(scratch.value.docs[name], documents[name]))
  if (!holds(session.document.docs)) return err('incomplete')
  if (!(await holdsSetAside(device, session, file))) return err('setAside')
  const named = mediaNamedIn(session.document.snapshot())
  const held = await device.media.list(session.workshopId)
  const inFile = new Set(file.media.map(({ sha256 }) => sha256))
  const isLacking = (sha256: string) => named.has(sha256) && !inFile.has(sha256)
  return !held.ok || held.value.some(isLacking) ? err('pictures') : ok({ holds })
}

async function holdsSetAside(
  device: Device,
  { workshopId }: WorkshopSession,
  { setAside }: WorkshopFile,
): Promise<boolean> {
  const rows = await listSetAside(device.database, workshopId)
  if (!rows.ok) return false
  const inFile = new Set(await hashesOf(setAside))
  return (await hashesOf(rows.value)).every((hash) => inFile.has(hash))
}
