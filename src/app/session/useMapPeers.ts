/** Presence between the map and the connection: where the others are, and where this screen is. */
import { useCallback, useMemo } from 'react'
import type { MapPeer, MapWhereabouts } from '../../canvas/MapCanvasProps.ts'
import type { Peer } from '../../sync/presence.ts'
import type { PresencePlace } from '../../sync/presenceState.ts'
import { initialsOf } from '../../ui/initialsOf.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import { usePeers } from './useOthers.ts'
import { NO_COLOUR } from './usePresentPerson.ts'
import type { WorkshopSession } from './workshopSession.ts'

const NOWHERE = { x: 0, y: 0, width: 0, height: 0 }

export function useMapPeers(session: WorkshopSession) {
  const peers = usePeers(session)
  const connection = useReadableValue(session.connection)
  const shown = useMemo(() => peers.filter((peer) => !peer.wall && !peer.away).map(mapPeerOf), [peers])
  const onWhereabouts = useCallback(
    (where: MapWhereabouts | null) => {
      connection.presence.setPlace(placeOf(where))
      connection.presence.setTyping(where !== null && where.editing !== null)
    },
    [connection],
  )
  return { peers: shown, onWhereabouts }
}

export function mapPeerOf(peer: Peer): MapPeer {
  const { name, initials, colour } = peer.person
  return {
    key: String(peer.clientId),
    name,
    initials: initials === '' ? initialsOf(name) : initials,
    colour: /^#[0-9a-f]{6}$/i.test(colour) ? colour : NO_COLOUR,
    where: whereaboutsOf(peer),
  }
}

function whereaboutsOf({ place, typing }: Peer): MapWhereabouts | null {
  if (place === null) return null
  if (place.kind === 'cell') {
    const cell = { laneId: place.laneId as never, activityId: place.activityId as never }
    return { cell, editing: null, viewport: NOWHERE }
  }
  if (place.kind === 'card' && typing) {
    return { cell: null, editing: { kind: 'card', id: place.cardId as never }, viewport: NOWHERE }
  }
  return null
}

/** A card somebody types in says more than the cell around it. */
export function placeOf(where: MapWhereabouts | null): PresencePlace | null {
  if (where === null) return null
  const { editing, cell } = where
  if (editing?.kind === 'card') return { kind: 'card', cardId: editing.id }
  if (editing !== null) return { kind: 'record', recordId: editing.id }
  return cell === null ? null : { kind: 'cell', laneId: cell.laneId, activityId: cell.activityId }
}
