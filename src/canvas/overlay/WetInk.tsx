/** The stroke while it is drawn, with the path that it will have. */
import { useValue } from '@tldraw/editor'
import { smoothPath } from '../../layout/placeSketches.ts'
import { pathData } from '../projection/SceneOps.tsx'
import { useMapSession } from '../session/SessionContext.ts'

export function WetInk() {
  const session = useMapSession()
  const stroke = useValue(session.stroke)
  if (stroke === null) return null
  return (
    <path
      d={pathData(smoothPath(stroke.points))}
      fill="none"
      stroke={stroke.colour}
      strokeWidth={stroke.width}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  )
}
