/** Where the others are: initials in their colour at their field, a ring around the text they type in. */
import { useValue } from '@tldraw/editor'
import { inkOn } from '../../ui/inkOn.ts'
import { cellRect, itemRect } from '../hit/itemRect.ts'
import type { MapPeer } from '../MapCanvasProps.ts'
import { useMapSession } from '../session/SessionContext.ts'

export function Peers() {
  const session = useMapSession()
  const peers = useValue(session.peers)
  return peers.map((peer, index) => <Peer key={peer.key} peer={peer} rank={index} />)
}

function Peer({ peer, rank }: { readonly peer: MapPeer; readonly rank: number }) {
  const session = useMapSession()
  const layout = useValue(session.layout)
  const where = peer.where
  if (where === null) return null
  const written = where.editing === null ? undefined : itemRect(layout, [], where.editing)
  const rect = written ?? (where.cell === null ? undefined : cellRect(layout, where.cell))
  if (rect === undefined) return null
  const x = rect.x + rect.width
  return (
    <>
      {written === undefined ? null : (
        <rect
          className="map-peer__ring"
          x={rect.x}
          y={rect.y}
          width={rect.width}
          height={rect.height}
          rx={1}
          stroke={peer.colour}
        />
      )}
      <g
        className="map-peer__badge"
        style={{ transform: `translate(${x}px, ${rect.y}px) scale(var(--map-pixel))` }}
      >
        <circle cx={-13 - (rank % 3) * 18} cy={2} r={12} fill={peer.colour} />
        <text
          x={-13 - (rank % 3) * 18}
          y={6}
          textAnchor="middle"
          fontSize={11}
          fontWeight={700}
          fill={inkOn(peer.colour)}
        >
          {peer.initials}
        </text>
      </g>
    </>
  )
}
