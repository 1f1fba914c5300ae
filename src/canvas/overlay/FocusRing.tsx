/** The field that the keyboard walked to. Fingers and mice see where they are. */
import { useValue } from '@tldraw/editor'
import { cellRect } from '../hit/itemRect.ts'
import { useMapSession } from '../session/SessionContext.ts'

export function FocusRing() {
  const session = useMapSession()
  const rect = useValue('focused field', () => {
    const cell = session.focus.get()
    return cell === null || !session.isWalking.get() ? undefined : cellRect(session.layout.get(), cell)
  }, [session])
  if (rect === undefined) return null
  return (
    <rect
      className="map-focus"
      x={rect.x}
      y={rect.y}
      width={rect.width}
      height={Math.max(rect.height, 1)}
      rx={1}
    />
  )
}
