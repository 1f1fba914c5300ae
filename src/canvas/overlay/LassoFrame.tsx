/** The frame that is being drawn around things. */
import { useValue } from '@tldraw/editor'
import { frameRect } from '../hit/itemsIn.ts'
import { useMapSession } from '../session/SessionContext.ts'

export function LassoFrame() {
  const session = useMapSession()
  const frame = useValue(session.lasso)
  if (frame === null) return null
  const { x, y, width, height } = frameRect(frame)
  return <rect className="map-lasso" x={x} y={y} width={width} height={height} />
}
