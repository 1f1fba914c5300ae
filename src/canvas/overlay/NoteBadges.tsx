/** How many remarks are open about a thing: a small speech bubble at its corner, never larger than it reads. */
import { useValue } from '@tldraw/editor'
import { itemRect } from '../hit/itemRect.ts'
import { useMapSession } from '../session/SessionContext.ts'

export function NoteBadges() {
  const session = useMapSession()
  const layout = useValue(session.layout)
  const sketches = useValue(session.sketches)
  const notes = useValue(session.notes)
  return notes.map(({ item, count }) => {
    const rect = itemRect(layout, sketches, item)
    return rect === undefined ? null : (
      <g
        key={`${item.kind}-${item.id}`}
        className="map-note"
        style={{ transform: `translate(${rect.x}px, ${rect.y}px) scale(min(var(--map-pixel), 0.42))` }}
      >
        <path d="M-2-13h16a8 8 0 0 1 8 8v2a8 8 0 0 1-8 8H2l-7 5v-5.6A8 8 0 0 1-10-3v-2a8 8 0 0 1 8-8z" />
        <text x={6} y={0.5} textAnchor="middle" fontSize={12} fontWeight={700}>
          {count > 99 ? '99+' : count}
        </text>
      </g>
    )
  })
}
