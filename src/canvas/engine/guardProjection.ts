/**
 * The map's shapes are a projection of the workshop's records and nothing else may write them: no gesture, shortcut,
 * paste or plug-in of the engine. Whatever tries is undone on the spot, so that the picture can never disagree with
 * the document. The projection itself writes inside `write`.
 */
import type { Editor, TLShape } from '@tldraw/editor'
import type { Disposer } from '../../shared/disposer.ts'

export interface ProjectionGuard {
  /** Runs a write of the projection; it leaves no trace in the engine's history. */
  readonly write: (change: () => void) => void
  readonly dispose: Disposer
}

export function guardProjection(editor: Editor): ProjectionGuard {
  let writing = 0
  const isForeign = () => writing === 0
  const strays = new Set<TLShape['id']>()
  const removeStrays = () => {
    const ids = [...strays]
    strays.clear()
    if (ids.length > 0 && !editor.isDisposed) write(() => editor.store.remove(ids))
  }
  const write = (change: () => void) => {
    writing += 1
    try {
      editor.run(() => editor.store.mergeRemoteChanges(change), { history: 'ignore', ignoreShapeLock: true })
    } finally {
      writing -= 1
    }
  }
  const disposers = [
    editor.sideEffects.registerBeforeChangeHandler('shape', (before, after) =>
      isForeign() ? before : after,
    ),
    editor.sideEffects.registerBeforeDeleteHandler('shape', () => (isForeign() ? false : undefined)),
    // A create cannot be refused, only taken back; not here, since a handler must not write.
    editor.sideEffects.registerAfterCreateHandler('shape', (shape) => {
      if (!isForeign()) return
      if (strays.size === 0) queueMicrotask(removeStrays)
      strays.add(shape.id)
    }),
  ]
  return {
    write,
    dispose: () => {
      for (const dispose of disposers) dispose()
    },
  }
}
