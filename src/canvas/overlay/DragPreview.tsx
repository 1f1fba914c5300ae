/**
 * A copy of what is dragged under the finger, and where it will land: the lit field and the gap that opens in it. The
 * things themselves stay where they are until they are let go.
 */
import { useValue } from '@tldraw/editor'
import { itemRect, unionRect } from '../hit/itemRect.ts'
import { SceneOps } from '../projection/SceneOps.tsx'
import { useLayers } from '../session/LayersContext.ts'
import type { Drag } from '../session/MapSession.ts'
import { useMapSession } from '../session/SessionContext.ts'
import { draggedOps } from './draggedOps.ts'

export function DragPreview() {
  const session = useMapSession()
  const drag = useValue(session.drag)
  if (drag === null) return null
  return (
    <>
      <Origins drag={drag} />
      {drag.target === null ? null : <Landing target={drag.target} />}
      <Lifted drag={drag} />
    </>
  )
}

function Origins({ drag }: { readonly drag: Drag }) {
  const session = useMapSession()
  const layout = useValue(session.layout)
  const sketches = useValue(session.sketches)
  return drag.items.map((item) => {
    const rect = itemRect(layout, sketches, item)
    if (rect === undefined) return null
    const { x, y, width, height } = rect
    return <rect key={item.id} className="map-origin" x={x} y={y} width={width} height={height} rx={1} />
  })
}

function Landing({ target }: { readonly target: NonNullable<Drag['target']> }) {
  const { area, line } = target
  return (
    <>
      <rect className="map-landing" x={area.x} y={area.y} width={area.width} height={area.height} rx={1} />
      <line className="map-gap" x1={line.x} y1={line.y} x2={line.x + line.width} y2={line.y + line.height} />
    </>
  )
}

function Lifted({ drag }: { readonly drag: Drag }) {
  const session = useMapSession()
  const layers = useLayers()
  const layout = useValue(session.layout)
  const parts = useValue(layers.parts)
  const sketches = useValue(session.sketches)
  const rects = drag.items.flatMap((item) => itemRect(layout, sketches, item) ?? [])
  if (unionRect(rects) === undefined) return null
  const ops = draggedOps(parts, drag.items)
  return (
    <g transform={`translate(${drag.to.x - drag.from.x} ${drag.to.y - drag.from.y})`} className="map-lifted">
      <SceneOps ops={ops} />
    </g>
  )
}
