/** Updates as a client would make them, without a client. */
import * as Y from 'yjs'

/** Counted, because two of ten thousand random client ids are equal in one run of fifty, and then one edit is no edit. */
let lastClient = 0

export function updateSetting(key: string, value: unknown = key): Uint8Array {
  const doc = new Y.Doc()
  lastClient += 1
  doc.clientID = lastClient
  doc.getMap('cards').set(key, value)
  return Y.encodeStateAsUpdate(doc)
}

/** The keys in `cards` once all updates are applied. */
export function cardsIn(updates: readonly Uint8Array[]): string[] {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return [...doc.getMap('cards').keys()].sort((a, b) => a.localeCompare(b))
}
