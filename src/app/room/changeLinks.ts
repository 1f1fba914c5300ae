/**
 * What a moderator does to a whole room: gives it new links, or closes it. Both give up a secret, so the next one is on
 * this device before the relay is asked: an answer that never comes can be found out later, and loses nothing.
 */
import { createModeratorCapability, roomIdOf, type Secret } from '../../protocol/capability.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import { isRoomClosed, type WorkshopEntry } from '../../storage/workshopEntry.ts'
import {
  askRoom,
  closeRoom,
  type RoomAdminFailure,
  type RoomAddress,
  rotateRoom,
} from '../../sync/roomAdmin.ts'
import type { WorkshopSession } from '../session/workshopSession.ts'

export type ChangeLinksFailure =
  | { readonly from: 'relay'; readonly code: RoomAdminFailure }
  | { readonly from: 'device'; readonly failure: StorageFailure }
  /** Not everything that the relay has is here yet: nobody could give it back afterwards. */
  | { readonly from: 'room'; readonly code: 'notSynced' | 'notModerator' }

export type ChangedLinks = Result<void, ChangeLinksFailure>

/** Nobody knows whether the relay did it: the new secret stays, and the same question can be asked again. */
const UNCERTAIN: readonly RoomAdminFailure[] = ['unreachable', 'unknown']

export async function changeLinks(session: WorkshopSession): Promise<ChangedLinks> {
  const room = moderatedRoom(session)
  if (room === null) return err({ from: 'room', code: 'notModerator' })
  const secret = (session.entry.get().nextSecret ?? createModeratorCapability().secret) as Secret
  const noted = await session.noteNextSecret(secret)
  if (!noted.ok) return err({ from: 'device', failure: noted.error })
  const next: RoomAddress = { origin: room.origin, capability: { role: 'moderator', secret } }
  const rotated = await rotateRoom(room, secret)
  if (rotated.ok) return onDevice(session.changeAccess(accessTo(next)))
  const error = rotated.error === 'roomClosed' ? await whyClosed(next) : rotated.error
  if (error === null) return onDevice(session.changeAccess(accessTo(next)))
  if (!UNCERTAIN.includes(error)) await session.noteNextSecret(null)
  return err({ from: 'relay', code: error })
}

/** Closed by an earlier question whose answer was lost (null), or by somebody else: only the new room can tell. */
async function whyClosed(next: RoomAddress): Promise<'roomClosed' | 'unreachable' | null> {
  const state = await askRoom(next)
  if (state === 'open') return null
  return state === 'unreachable' ? 'unreachable' : 'roomClosed'
}

/** After an answer that was lost: the old room is closed, and this device already holds the key of the new one. */
export function hasLinksToFinish(entry: WorkshopEntry): boolean {
  return typeof entry.nextSecret === 'string' && isRoomClosed(entry)
}

/** Everything that the relay has must be here first: afterwards it gives nothing out any more. */
export async function closeForEverybody(session: WorkshopSession): Promise<ChangedLinks> {
  const room = moderatedRoom(session)
  if (room === null) return err({ from: 'room', code: 'notModerator' })
  if (session.connection.get().state.get().state !== 'online') return err({ from: 'room', code: 'notSynced' })
  const flushed = await session.persistence.flush()
  if (!flushed.ok) return err({ from: 'device', failure: flushed.error })
  const closed = await closeRoom(room)
  if (!closed.ok && closed.error !== 'roomClosed') return err({ from: 'relay', code: closed.error })
  return keepHereOnly(session)
}

/** The workshop lives on this device only; sharing it again makes a new room with new links. */
export function keepHereOnly(session: WorkshopSession): Promise<ChangedLinks> {
  const fresh = { role: 'moderator', secret: createModeratorCapability().secret } as const
  return onDevice(session.changeAccess({ ...fresh, roomId: roomIdOf(fresh), relayOrigin: null }))
}

function moderatedRoom(session: WorkshopSession): RoomAddress | null {
  const { role, secret, relayOrigin } = session.entry.get()
  if (role !== 'moderator' || secret === null || relayOrigin === null) return null
  return { origin: relayOrigin, capability: { role, secret: secret as Secret } }
}

function accessTo({ origin, capability }: RoomAddress) {
  return { ...capability, roomId: roomIdOf(capability), relayOrigin: origin }
}

async function onDevice(written: Promise<Result<void, StorageFailure>>): Promise<ChangedLinks> {
  const result = await written
  return result.ok ? ok(undefined) : err({ from: 'device', failure: result.error })
}
