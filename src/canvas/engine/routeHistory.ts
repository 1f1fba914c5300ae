/**
 * There is one undo, the workshop's own, which takes back this device's work only. The engine's history is kept empty
 * and its undo and redo lead to the workshop's, whoever calls them.
 */
import type { Editor } from '@tldraw/editor'
import type { Disposer } from '../../shared/disposer.ts'

export interface WorkshopHistory {
  readonly undo: () => void
  readonly redo: () => void
}

export function routeHistory(editor: Editor, history: WorkshopHistory): Disposer {
  editor.undo = () => {
    history.undo()
    return editor
  }
  editor.redo = () => {
    history.redo()
    return editor
  }
  const onTick = () => {
    if (editor.getCanUndo() || editor.getCanRedo()) editor.clearHistory()
  }
  editor.on('tick', onTick)
  return () => {
    editor.off('tick', onTick)
  }
}
