/** The stroke while it is drawn, with the path that it will have. */
import { useValue } from '@tldraw/editor'
import { sketchColour } from '../../layout/ops/opsOfSketch.ts'
import { smoothPath } from '../../layout/placeSketches.ts'
import { pathData } from '../projection/SceneOps.tsx'
import { useMapSession, useMapTheme } from '../session/SessionContext.ts'

export function WetInk() {
  const session = useMapSession()
  const theme = useMapTheme()
  const stroke = useValue(session.stroke)
  if (stroke === null) return null
  return (
    <path
      d={pathData(smoothPath(stroke.points))}
      fill="none"
      stroke={sketchColour(stroke.colour, theme)}
      strokeWidth={stroke.width}
      strokeLinecap="round"
      strokeLinejoin="round"
    />
  )
}
