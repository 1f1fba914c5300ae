/** The other people in the workshop right now, each once, however many devices they use; walls are nobody. */
import { useMemo } from 'react'
import type { Peer } from '../../sync/presence.ts'
import { useReadableValue } from '../../ui/useReadableValue.ts'
import type { WorkshopSession } from './workshopSession.ts'

export function usePeers(session: WorkshopSession): readonly Peer[] {
  const connection = useReadableValue(session.connection)
  return useReadableValue(connection.presence.others)
}

export function useOthers(session: WorkshopSession): readonly Peer[] {
  const peers = usePeers(session)
  const { personId } = useReadableValue(session.actor)
  return useMemo(() => {
    const seen = new Set<string>(personId === null ? [] : [personId])
    return peers.filter((peer) => {
      if (peer.wall || peer.away || seen.has(peer.person.id)) return false
      seen.add(peer.person.id)
      return true
    })
  }, [peers, personId])
}
