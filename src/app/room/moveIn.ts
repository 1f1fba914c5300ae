/**
 * A workshop comes to this relay with the links that it had at another one: the moderator's link is in the address bar,
 * the work is in a file. Whatever is wrong with the file is said before anything is kept.
 */
import { roomIdOf } from '../../protocol/capability.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { JoinTarget } from '../join/joinSession.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import type { AppServices } from '../services.ts'
import { isDoorless } from '../session/gainedAccess.ts'
import { examineFile } from '../workshopFile/examineFile.ts'
import { keepFile, mergeFile } from '../workshopFile/takeInFile.ts'
import type { DeviceReason } from '../workshopFile/withSession.ts'
import { withSession } from '../workshopFile/withSession.ts'
import type { WorkshopFileProblem } from '../../exchange/workshopFile/workshopFileProblem.ts'

export type MoveInFailure =
  | { readonly from: 'file'; readonly problem: WorkshopFileProblem | null }
  | { readonly from: 'device'; readonly reason: DeviceReason }
  /** The file's workshop is here and shared with links of its own: this link's would replace the only key to them. */
  | { readonly from: 'otherWorkshop'; readonly title: string; readonly host: string }

/** Gives back the id of the workshop, which is on this device and on its way to the relay then. */
export async function moveIn(
  services: AppServices,
  { origin, capability }: JoinTarget,
  file: File,
): Promise<Result<string, MoveInFailure>> {
  const { signal } = new AbortController()
  const examined = await examineFile(services, file, { signal })
  if (examined.kind === 'problems') return err({ from: 'file', problem: examined.problems[0] ?? null })
  if (examined.kind === 'unreadable') return err({ from: 'file', problem: null })
  if (examined.kind === 'deviceFailed') return err({ from: 'device', reason: examined.failure })
  const other = examined.kind === 'here' ? otherRoomOf(examined.entry, roomIdOf(capability)) : null
  if (other !== null) return err(other)
  const access = { ...capability, roomId: roomIdOf(capability), relayOrigin: origin }
  const taken = await (examined.kind === 'new'
    ? keepFile(services, examined.file, access)
    : mergeFile(services, examined.file))
  if (!taken.ok) return err({ from: 'device', reason: taken.error })
  if (examined.kind === 'new') return ok(taken.value)
  const changed = await withSession(services, taken.value, (session) => session.changeAccess(access))
  if (!changed.ok) return err({ from: 'device', reason: changed.error })
  return changed.value.ok ? ok(taken.value) : err({ from: 'device', reason: changed.value.error })
}

function otherRoomOf(held: WorkshopEntry, offered: string): MoveInFailure | null {
  const { title, roomId, relayOrigin } = held
  if (relayOrigin === null || isDoorless(held) || roomId === offered) return null
  return { from: 'otherWorkshop', title, host: new URL(relayOrigin).host }
}
