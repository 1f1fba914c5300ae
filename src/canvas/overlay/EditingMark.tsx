/** What the open text is written on: the sheet in a ring, or the outline of where a sheet will be. */
import { useValue } from '@tldraw/editor'
import { isDraft } from '../edit/EditTarget.ts'
import { placeOf } from '../edit/textOf.ts'
import { useMapSession } from '../session/SessionContext.ts'

export function EditingMark() {
  const session = useMapSession()
  const target = useValue(session.editing)
  const layout = useValue(session.layout)
  const place = target === null ? undefined : placeOf(layout, target)
  if (target === null || place === undefined) return null
  const { x, y, width, height } = place.spot ?? place.sheet
  return (
    <rect
      className={isDraft(target) ? 'map-focus' : 'map-ring'}
      x={x}
      y={y}
      width={width}
      height={height}
      rx={1}
    />
  )
}
