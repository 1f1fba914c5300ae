/**
 * Whether one document holds everything of another, deletions too: a state vector would hide those. Looks with a copy,
 * so that neither of the two is changed.
 */
import * as Y from 'yjs'

export function holdsAllOf(holder: Y.Doc, wanted: Y.Doc): boolean {
  const copy = new Y.Doc()
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(holder))
  let brings = false
  copy.on('update', () => {
    brings = true
  })
  Y.applyUpdate(copy, Y.encodeStateAsUpdate(wanted))
  // Changes that wait for others are in no document yet: nobody can say what they are.
  const holds = !brings && copy.store.pendingStructs === null && copy.store.pendingDs === null
  copy.destroy()
  return holds
}
