/** The inspector, for what the map says is selected; it steps aside while something is typed on the map on a tablet. */
import { useCallback } from 'react'
import type { MapItem } from '../../canvas/MapCanvasProps.ts'
import type { InspectedItem } from '../../features/inspector/inspectedItem.ts'
import { InspectorPanel } from '../../features/inspector/Panel.tsx'
import { useMediaQuery } from '../../ui/useMediaQuery.ts'
import { WithComments } from './CommentsArea.tsx'
import { useFrame, useFrameState } from './FrameContext.ts'
import { PersonaArea } from './PersonaArea.tsx'
import { useMediaTools } from './useMediaTools.ts'
import { useOpenTouchpoint } from './useOpenTouchpoint.ts'

function inspected(item: MapItem): readonly InspectedItem[] {
  return item.kind === 'sketch' || item.kind === 'persona' ? [] : [item]
}

export function InspectorArea() {
  const openTouchpoint = useOpenTouchpoint()
  const { store, map } = useFrame()
  const selection = useFrameState((state) => state.selection)
  const isEditing = useFrameState((state) => state.isEditing)
  const tool = useFrameState((state) => state.tool)
  const isWide = useMediaQuery('(min-width: 1024px)')
  const pictures = useMediaTools()
  const close = useCallback(() => {
    map.current?.clearSelection()
    store.set({ selection: [] })
    map.current?.focus()
  }, [map, store])
  const items = selection.flatMap(inspected)
  const isInTheWay = !isWide && (isEditing || tool === 'lasso' || tool === 'card' || tool === 'rate')
  const [first] = selection
  if (isInTheWay) return null
  if (first?.kind === 'persona') return <PersonaArea personaId={first.id} onClose={close} />
  if (items.length === 0) return null
  return (
    <InspectorPanel
      items={items}
      pictures={pictures}
      onAddActivity={(phaseId) => map.current?.addActivity(phaseId)}
      onAllFields={openTouchpoint}
      onWho={() => store.set({ sheet: 'people' })}
      frameOne={(item, fields) => <WithComments subject={item}>{fields}</WithComments>}
      onClose={close}
    />
  )
}
