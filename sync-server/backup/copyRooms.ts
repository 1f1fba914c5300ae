/** Copies all rooms of one store into another, such as from Redis into the files of a backup and back, while both are used. */
import { copyDocuments } from '../copyDocuments.ts'
import type { RelayStorage } from '../storage/contract.ts'

export async function copyRooms(from: RelayStorage, to: RelayStorage): Promise<void> {
  for (const room of await from.rooms()) {
    const state = await from.roomState(room)
    await copyDocuments({ storage: from, room }, { storage: to, room })
    if (state !== 'closed') continue
    const held = await to.holdRoom(room)
    await held?.close()
    await held?.release()
  }
}
