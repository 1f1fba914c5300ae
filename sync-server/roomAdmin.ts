/**
 * Closing a room for good, and moving one into a new room so that the old links end. Runs inside the room's mutex, when
 * all of its documents are put away: who comes back meanwhile waits, and then hears that the room is closed.
 */
import { RELAY_DOCUMENTS } from '../src/protocol/access.ts'
import type { RoomId } from '../src/protocol/capability.ts'
import type { RelayStorage } from './storage/contract.ts'

/** Puts all documents of `from` into `to`; doing it again after a failure changes nothing, because edits merge. */
export async function copyDocuments(storage: RelayStorage, from: RoomId, to: RoomId): Promise<void> {
  await storage.createRoom(to)
  for (const document of RELAY_DOCUMENTS) {
    const source = await storage.openDocument(from, document)
    await source.log.close()
    const { checkpoint, updates } = source.stored
    const parts = [...(checkpoint === null ? [] : [checkpoint]), ...updates]
    if (parts.length === 0) continue
    const target = await storage.openDocument(to, document)
    try {
      await target.log.append(parts)
      await target.log.sync()
    } finally {
      await target.log.close()
    }
  }
}
