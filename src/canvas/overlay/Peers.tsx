/** Where the others are: initials in their colour at their field, a ring around the text they type in. */
import { useValue } from '@tldraw/editor'
import { inkOn } from '../../ui/inkOn.ts'
import type { MapPeer } from '../MapCanvasProps.ts'
import { useLayers } from '../session/LayersContext.ts'
import { useMapSession } from '../session/SessionContext.ts'
import { peerSpot } from './peerSpot.ts'

export function Peers() {
  const session = useMapSession()
  const peers = useValue(session.peers)
  return peers.map((peer, index) => <Peer key={peer.key} peer={peer} rank={index} />)
}

/** Of the badge, in pixels, with a little room around it. */
const RADIUS = 12
const HEIGHT = 2 * RADIUS + 2

function Peer({ peer, rank }: { readonly peer: MapPeer; readonly rank: number }) {
  const session = useMapSession()
  const layout = useValue(session.layout)
  const detail = useValue(useLayers().detail)
  const spot = peer.where === null ? undefined : peerSpot(layout, peer.where)
  if (spot === undefined) return null
  const { ring, x, y, room } = spot
  // From afar there are no words to lie on.
  const scale = detail === 'far' ? 'var(--map-pixel)' : `min(var(--map-pixel), ${room / HEIGHT})`
  const centre = -RADIUS - 1 - (rank % 3) * 1.5 * RADIUS
  return (
    <>
      {ring === null ? null : (
        <rect
          className="map-peer__ring"
          x={ring.x}
          y={ring.y}
          width={ring.width}
          height={ring.height}
          rx={1}
          stroke={peer.colour}
        />
      )}
      <g className="map-peer__badge" style={{ transform: `translate(${x}px, ${y}px) scale(${scale})` }}>
        <circle cx={centre} cy={HEIGHT / 2} r={RADIUS} fill={peer.colour} />
        <text
          x={centre}
          y={HEIGHT / 2 + 4}
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
