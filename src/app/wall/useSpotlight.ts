/** What the moderator shows, as the map knows things; null while the wall does not follow. */
import { useMemo } from 'react'
import type { MapItem } from '../../canvas/MapCanvasProps.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { spotlightOf } from '../../model/select/stageView.ts'

export function useSpotlight(isFollowing: boolean): MapItem | null {
  const spot = useSnapshot(spotlightOf)
  const { kind, id } = spot ?? { kind: null, id: '' }
  return useMemo(
    () => (isFollowing && kind !== null ? ({ kind, id } as MapItem) : null),
    [isFollowing, kind, id],
  )
}
