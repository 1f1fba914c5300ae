/**
 * How much of its space a room has used, over all of its documents, open here or not. Counts what goes to the store, so
 * that a document's own limit can be what the others leave over.
 */
import { RELAY_DOCUMENTS, type RelayDocument } from '../src/protocol/access.ts'
import type { RoomId } from '../src/protocol/capability.ts'
import type { DocumentLog, OpenedDocument, RelayStorage } from './storage/contract.ts'

export interface RoomBytes {
  /** The same document; what it takes is counted from now on. */
  readonly count: (document: RelayDocument, opened: OpenedDocument) => OpenedDocument
  /** Another node stored these. */
  readonly addForeign: (document: RelayDocument, updates: readonly Uint8Array[]) => void
  /** What all documents but this one take. */
  readonly besides: (document: RelayDocument) => number
}

export async function measureRoom(storage: RelayStorage, room: RoomId): Promise<RoomBytes> {
  const bytes = new Map(await storage.storedBytes(room))
  const add = (document: RelayDocument, updates: readonly Uint8Array[]): void => {
    bytes.set(document, (bytes.get(document) ?? 0) + sizeOf(updates))
  }
  const counted = (document: RelayDocument, log: DocumentLog): DocumentLog => ({
    ...log,
    append: async (updates) => {
      await log.append(updates)
      add(document, updates)
    },
    checkpoint: async (state, coversSeq, summary) => {
      await log.checkpoint(state, coversSeq, summary)
      bytes.set(document, state.length + log.logBytes())
    },
  })
  return {
    count: (document, opened) => {
      const { checkpoint, updates } = opened.stored
      bytes.set(document, (checkpoint?.length ?? 0) + sizeOf(updates))
      return { ...opened, log: counted(document, opened.log) }
    },
    addForeign: add,
    besides: (document) =>
      RELAY_DOCUMENTS.reduce((sum, other) => sum + (other === document ? 0 : (bytes.get(other) ?? 0)), 0),
  }
}

function sizeOf(updates: readonly Uint8Array[]): number {
  return updates.reduce((sum, { length }) => sum + length, 0)
}
