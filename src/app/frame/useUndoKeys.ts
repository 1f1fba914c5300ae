/**
 * The usual keys for undo and redo in every view. The map answers them itself while it has the focus; a text field
 * keeps them for what is being typed, and a dialog keeps them from what lies behind it.
 */
import { useEffect } from 'react'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useUndo } from '../../bindings/useUndo.ts'
import { isTextEntry } from '../../ui/isTextEntry.ts'

export function useUndoKeys(): void {
  const { undo, redo } = useUndo()
  const mayWrite = useMayWrite()
  useEffect(() => {
    if (!mayWrite) return
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.defaultPrevented || event.isComposing || event.altKey) return
      if (!(event.ctrlKey || event.metaKey) || belongsElsewhere(event.target)) return
      const key = event.key.toLowerCase()
      if (key !== 'z' && key !== 'y') return
      event.preventDefault()
      if (key === 'y' || event.shiftKey) redo()
      else undo()
    }
    window.addEventListener('keydown', onKeyDown)
    return () => window.removeEventListener('keydown', onKeyDown)
  }, [undo, redo, mayWrite])
}

function belongsElsewhere(target: EventTarget | null): boolean {
  return target instanceof Element && (isTextEntry(target) || target.closest('[role="dialog"]') !== null)
}
