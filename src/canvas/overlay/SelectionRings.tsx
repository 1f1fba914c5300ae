/** A frame around every selected thing; sketches that are being rubbed out fade under a veil of the board's colour. */
import { useValue } from '@tldraw/editor'
import type { Rect } from '../../layout/scene.ts'
import { inflate } from '../camera/units.ts'
import { itemRect } from '../hit/itemRect.ts'
import { useMapSession, useMapTheme } from '../session/SessionContext.ts'

export function SelectionRings() {
  const session = useMapSession()
  const theme = useMapTheme()
  const layout = useValue(session.layout)
  const sketches = useValue(session.sketches)
  const selection = useValue(session.selection)
  const erasing = useValue(session.erasing)
  return (
    <>
      {sketches.map((sketch) =>
        erasing.has(sketch.sketchId) ? (
          <rect key={sketch.sketchId} {...box(sketch.rect)} fill={theme.board} opacity={0.7} />
        ) : null,
      )}
      {selection.map((item) => {
        const rect = itemRect(layout, sketches, item)
        return rect === undefined ? null : (
          <rect key={`${item.kind}-${item.id}`} className="map-ring" {...box(inflate(rect, 0.5))} rx={1} />
        )
      })}
    </>
  )
}

function box({ x, y, width, height }: Rect) {
  return { x, y, width, height }
}
