/** Undo and redo of this device, and whether there is anything to take back. */
import { useMemo, useSyncExternalStore } from 'react'
import type { UndoHistory } from '../model/undo.ts'
import { useWorkshop } from './WorkshopContext.ts'

export interface UndoControls extends Pick<UndoHistory, 'undo' | 'redo' | 'gesture' | 'beginGesture'> {
  readonly canUndo: boolean
  readonly canRedo: boolean
}

export function useUndo(): UndoControls {
  const { history } = useWorkshop()
  const canUndo = useSyncExternalStore(history.subscribe, history.canUndo)
  const canRedo = useSyncExternalStore(history.subscribe, history.canRedo)
  const { undo, redo, gesture, beginGesture } = history
  return useMemo(
    () => ({ canUndo, canRedo, undo, redo, gesture, beginGesture }),
    [canUndo, canRedo, undo, redo, gesture, beginGesture],
  )
}
