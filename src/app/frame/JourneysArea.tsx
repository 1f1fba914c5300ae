/** The journeys beside the map. */
import { JourneysPanel } from '../../features/journeys/Panel.tsx'
import { useShowJourney } from './useShowJourney.ts'

export function JourneysArea({ onClose }: { readonly onClose: () => void }) {
  const show = useShowJourney()
  return <JourneysPanel onShow={show} onClose={onClose} />
}
