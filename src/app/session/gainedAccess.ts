/**
 * What a link adds to a workshop that is on this device already: a stronger one makes it more, a weaker one takes
 * nothing away. The secret of a room is never given up for that of another one that allows less.
 */
import { ROLES } from '../../protocol/capability.ts'
import type { WorkshopEntry, WorkshopEntryPatch } from '../../storage/workshopEntry.ts'

export type Access = Pick<WorkshopEntry, 'role' | 'secret' | 'roomId' | 'relayOrigin'>

export function gainedAccess(held: Access, offered: Access): WorkshopEntryPatch {
  const isStronger = ROLES.indexOf(offered.role) < ROLES.indexOf(held.role)
  if (isStronger) {
    const { role, secret, roomId, relayOrigin } = offered
    return { role, secret, roomId, relayOrigin }
  }
  return held.roomId === offered.roomId && offered.relayOrigin !== null
    ? { relayOrigin: offered.relayOrigin }
    : {}
}
