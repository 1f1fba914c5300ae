/** A quiet plus in every empty field that can be seen: here somebody may write. */
import { useEditor, useValue } from '@tldraw/editor'
import type { Rect } from '../../layout/scene.ts'
import { intersects, visibleMm } from '../camera/units.ts'
import { takesCards } from '../hit/dropTarget.ts'
import { useLayers } from '../session/LayersContext.ts'
import { useMapSession } from '../session/SessionContext.ts'

const WRITING_TOOLS: ReadonlySet<string> = new Set(['move', 'card'])

export function Invitations() {
  const editor = useEditor()
  const session = useMapSession()
  const layers = useLayers()
  const path = useValue('invitations', () => {
    const isWriting = session.canEdit.get() && WRITING_TOOLS.has(editor.getCurrentToolId())
    if (!isWriting || layers.detail.get() === 'far') return ''
    const layout = session.layout.get()
    const { w, h } = editor.getViewportScreenBounds()
    const seen = visibleMm(editor.getCamera(), { width: w, height: h })
    const empty = layout.cells.filter(
      (cell) => cell.free.y <= cell.y + layout.measures.cellPadding.y && takesCards(layout, cell),
    )
    return empty
      .filter((cell) => intersects(cell, seen))
      .map((cell) => plusIn(cell.free, layout.measures.textSize))
      .join('')
  }, [editor, session, layers])
  return path === '' ? null : <path className="map-invitation" d={path} />
}

function plusIn(free: Rect, em: number): string {
  const x = free.x + free.width / 2
  const y = free.y + Math.min(free.height / 2, 1.4 * em)
  const arm = 0.42 * em
  return `M${x - arm} ${y}h${2 * arm}M${x} ${y - arm}v${2 * arm}`
}
