/** Updates as a client would make them, without a client. */
import * as Y from 'yjs'

export function updateSetting(key: string, value: unknown = key): Uint8Array {
  const doc = new Y.Doc()
  doc.getMap('cards').set(key, value)
  return Y.encodeStateAsUpdate(doc)
}

/** The keys in `cards` once all updates are applied. */
export function cardsIn(updates: readonly Uint8Array[]): string[] {
  const doc = new Y.Doc()
  for (const update of updates) Y.applyUpdate(doc, update)
  return [...doc.getMap('cards').keys()].sort((a, b) => a.localeCompare(b))
}
