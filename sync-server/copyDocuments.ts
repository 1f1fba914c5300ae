/**
 * Puts all documents of one room into another, of this store or of another one (a backup). Doing it again after a failure
 * changes nothing, because edits merge.
 */
import { RELAY_DOCUMENTS } from '../src/protocol/access.ts'
import type { RoomId } from '../src/protocol/capability.ts'
import type { RelayStorage } from './storage/contract.ts'

export interface RoomPlace {
  readonly storage: RelayStorage
  readonly room: RoomId
}

export async function copyDocuments(from: RoomPlace, to: RoomPlace): Promise<void> {
  await to.storage.createRoom(to.room)
  for (const document of RELAY_DOCUMENTS) {
    const source = await from.storage.openDocument(from.room, document)
    await source.log.close()
    const { checkpoint, updates } = source.stored
    const parts = [...(checkpoint === null ? [] : [checkpoint]), ...updates]
    if (parts.length === 0) continue
    const target = await to.storage.openDocument(to.room, document)
    try {
      await target.log.append(parts)
      await target.log.sync()
    } finally {
      await target.log.close()
    }
  }
}
