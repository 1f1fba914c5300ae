/**
 * A link to another room of a workshop that is on this device: either somebody made two of it, or the moderator has
 * given out new links and this device was asleep. The relay says which; only then is the old key given up.
 */
import { type Capability, roomIdOf, type Secret } from '../../protocol/capability.ts'
import { askRoom } from '../../sync/roomAdmin.ts'
import type { Device } from '../device.ts'
import type { AppServices } from '../services.ts'

export interface OfferedRoom {
  readonly origin: string
  readonly capability: Capability
}

export async function noteClosedRoom(
  { clock, sessions }: Pick<AppServices, 'clock' | 'sessions'>,
  { catalogue }: Device,
  workshopId: string,
  offered: OfferedRoom,
): Promise<void> {
  const found = await catalogue.find(workshopId)
  if (!found.ok || found.value === null) return
  const { role, secret, roomId, relayOrigin } = found.value
  if (secret === null || relayOrigin !== offered.origin || roomId === roomIdOf(offered.capability)) return
  const state = await askRoom({ origin: relayOrigin, capability: { role, secret: secret as Secret } })
  if (state !== 'closed') return
  const roomClosedAt = clock.now()
  const open = sessions.open().find((session) => session.workshopId === workshopId)
  await (open?.noteClosed(roomId, roomClosedAt) ?? catalogue.noteRoomClosed(workshopId, roomId, roomClosedAt))
}
