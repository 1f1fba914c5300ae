/** Leading the workshop, with what is selected on this screen as something to show. */
import { FacilitationPanel } from '../../features/facilitation/Panel.tsx'
import type { Spotlight } from '../../model/select/stageView.ts'
import { useServices } from '../ServicesContext.ts'
import { useFrameState } from './FrameContext.ts'

export function FacilitationArea({ onClose }: { readonly onClose: () => void }) {
  const { clock } = useServices()
  const selection = useFrameState((state) => state.selection)
  const [only] = selection.length === 1 ? selection : []
  return (
    <FacilitationPanel
      clock={clock}
      selected={only === undefined ? null : asSpotlight(only)}
      onClose={onClose}
    />
  )
}

function asSpotlight({ kind, id }: { readonly kind: string; readonly id: string }): Spotlight | null {
  const known = (['phase', 'activity', 'placement', 'card', 'lane'] as const).find((each) => each === kind)
  return known === undefined ? null : { kind: known, id }
}
