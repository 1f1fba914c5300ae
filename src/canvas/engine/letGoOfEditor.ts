/**
 * A closed editor stays in memory because the engine never takes two of its listeners off the page's body (it removes
 * copies of them). They hold the editor through its focus manager; pointed at an idle stand-in, they hold nothing.
 */
import type { Editor } from '@tldraw/editor'

export function letGoOfEditor(editor: Editor): void {
  const manager: unknown = Reflect.get(editor, 'focusManager')
  if (typeof manager !== 'object' || manager === null) return
  const nowhere = document.createElement('div')
  const idle = { getContainer: () => nowhere, isIn: () => true }
  Reflect.set(manager, 'editor', idle)
}
