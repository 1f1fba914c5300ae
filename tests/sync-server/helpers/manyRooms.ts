/** A backup of rooms that each hold one card, as a relay's data folder would have given it. */
import { join } from 'node:path'
import { createModeratorCapability, type RoomId, roomIdOf } from '../../../src/protocol/capability.ts'
import { systemClock } from '../../../src/shared/clock.ts'
import { silentLogger } from '../../../src/shared/logger.ts'
import { backupData } from '../../../sync-server/backup/backup.ts'
import { createEmbeddedStorage } from '../../../sync-server/storage/embedded.ts'
import { temporaryFolder } from './startRelay.ts'
import { updateSetting } from './updates.ts'

export async function backupOfRooms(
  count: number,
): Promise<{ readonly folder: string; readonly rooms: readonly RoomId[] }> {
  const dataDir = await temporaryFolder()
  const storage = createEmbeddedStorage({ folder: dataDir, logger: silentLogger, clock: systemClock })
  const rooms = Array.from({ length: count }, () => roomIdOf(createModeratorCapability()))
  for (const [index, room] of rooms.entries()) {
    await storage.createRoom(room)
    const { log } = await storage.openDocument(room, 'map')
    await log.append([updateSetting(`card of room ${index}`)])
    await log.close()
  }
  const held = await storage.holdRoom(rooms[0] ?? roomIdOf(createModeratorCapability()))
  await held?.close()
  await storage.close()
  const folder = join(await temporaryFolder(), 'backup')
  const done = await backupData({ dataDir, blobDir: null, storage: null, clock: systemClock }, folder)
  if (!done.ok) throw new Error(done.error)
  return { folder, rooms }
}
