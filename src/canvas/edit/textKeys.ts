/** The keys of the open text: on to the next card or activity, done, and the workshop's undo instead of the browser's. */
import type { KeyboardEvent } from 'react'
import type { MapSession } from '../session/MapSession.ts'
import { type EditTarget, isDraft } from './EditTarget.ts'
import { afterEnter, afterTab } from './nextTarget.ts'

export function onTextKey(session: MapSession, event: KeyboardEvent<HTMLTextAreaElement>): void {
  const target = session.editing.get()
  if (target === null || event.nativeEvent.isComposing) return
  if (event.ctrlKey || event.metaKey) {
    onUndoKey(session, event)
    return
  }
  session.settle.current()
  const layout = session.layout.get()
  if (event.key === 'Escape') {
    goTo(session, event, null)
    // The keyboard goes on from here; a finger would only see a panel open that it did not ask for.
    if (!isDraft(target)) session.selection.set([target])
  } else if (event.key === 'Enter' && !event.shiftKey) goTo(session, event, afterEnter(layout, target))
  else if (event.key === 'Tab') {
    goTo(session, event, afterTab(layout, session.snapshot.get(), target, event.shiftKey ? -1 : 1))
  }
}

function goTo(session: MapSession, event: KeyboardEvent, next: EditTarget | null): void {
  event.preventDefault()
  session.editing.set(next)
  if (next === null) session.editor.getContainer().focus()
}

/** The browser's own undo knows nothing of what others typed in between; the workshop's does. */
function onUndoKey(session: MapSession, event: KeyboardEvent): void {
  const key = event.key.toLowerCase()
  if (key !== 'z' && key !== 'y') return
  event.preventDefault()
  if (key === 'y' || event.shiftKey) session.actions.redo()
  else session.actions.undo()
}
