/** Hands what happens in the session on to the app: the selection, the open text, a tool that the engine changed. */
import { react } from '@tldraw/editor'
import type { Disposer } from '../../shared/disposer.ts'
import { isDraft } from '../edit/EditTarget.ts'
import type { MapCanvasProps } from '../MapCanvasProps.ts'
import { toolOfEngine } from '../tools/mapTools.ts'
import type { MapSession } from './MapSession.ts'

export function tellApp(session: MapSession, props: () => MapCanvasProps): Disposer {
  const stops = [
    react('selection to app', () => {
      const selection = session.selection.get()
      queueMicrotask(() => props().onSelect(selection))
    }),
    react('open text to app', () => {
      const target = session.editing.get()
      const text = target === null || isDraft(target) ? null : target
      queueMicrotask(() => props().onEditingChange?.(text))
    }),
    react('tool to app', () => {
      const tool = toolOfEngine(session.editor.getCurrentToolId())
      queueMicrotask(() => {
        if (tool !== undefined && tool !== props().tool) props().onToolChange(tool)
      })
    }),
  ]
  return () => {
    for (const stop of stops) stop()
  }
}
