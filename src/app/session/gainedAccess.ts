/**
 * What a link adds to a workshop that is on this device already: a stronger one makes it more, a weaker one takes
 * nothing away. The secret of a room is never given up for that of another one that allows less, unless that room is
 * closed, or was never opened on any relay: then it is a key without a door.
 */
import { ROLES } from '../../protocol/capability.ts'
import { isRoomClosed, type WorkshopEntry, type WorkshopEntryPatch } from '../../storage/workshopEntry.ts'

export type Access = Pick<WorkshopEntry, 'role' | 'secret' | 'roomId' | 'relayOrigin'>

export type HeldAccess = Access & Pick<WorkshopEntry, 'accessVersion' | 'roomClosedAt'>

export function gainedAccess(held: HeldAccess, offered: Access): WorkshopEntryPatch {
  const { role, secret, roomId, relayOrigin } = offered
  const isOtherRoom = held.roomId !== roomId && secret !== null
  if (isOtherRoom && isDoorless(held) && relayOrigin !== null) return newAccess(held, offered)
  const isStronger = ROLES.indexOf(role) < ROLES.indexOf(held.role)
  if (isStronger) return isOtherRoom ? newAccess(held, offered) : { role, secret, roomId, relayOrigin }
  return held.roomId === roomId && relayOrigin !== null ? { relayOrigin } : {}
}

/** Its room is closed, or was never opened on any relay. */
export function isDoorless(held: Pick<HeldAccess, 'roomClosedAt' | 'relayOrigin'>): boolean {
  return held.relayOrigin === null || isRoomClosed(held)
}

/** All of it at once, and newer than what any tab knows. */
export function newAccess(
  held: Pick<WorkshopEntry, 'accessVersion'>,
  { role, secret, roomId, relayOrigin }: Access,
): WorkshopEntryPatch {
  const accessVersion = (held.accessVersion ?? 0) + 1
  return { role, secret, roomId, relayOrigin, accessVersion, nextSecret: null, roomClosedAt: null }
}
