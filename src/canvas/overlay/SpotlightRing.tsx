/** A frame around the thing in the room's view, so that the back row sees what is talked about. */
import { useValue } from '@tldraw/editor'
import { inflate } from '../camera/units.ts'
import { itemRect } from '../hit/itemRect.ts'
import { useMapSession } from '../session/SessionContext.ts'

export function SpotlightRing() {
  const session = useMapSession()
  const layout = useValue(session.layout)
  const spot = useValue(session.spotlight)
  const rect = spot === null ? undefined : itemRect(layout, [], spot)
  if (rect === undefined) return null
  const { x, y, width, height } = inflate(rect, 0.8)
  return <rect className="map-spot" x={x} y={y} width={width} height={height} rx={1.4} />
}
