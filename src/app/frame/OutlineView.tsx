/** The outline with the inspector's fields as the editor of each row. */
import { useEffect, useState } from 'react'
import { ActivityInspector } from '../../features/inspector/ActivityInspector.tsx'
import { CardInspector } from '../../features/inspector/CardInspector.tsx'
import { PhaseInspector } from '../../features/inspector/PhaseInspector.tsx'
import { PlacementInspector } from '../../features/inspector/PlacementInspector.tsx'
import type { OutlineItem } from '../../features/outline/outlineItem.ts'
import { OutlinePanel } from '../../features/outline/Panel.tsx'
import { WithComments } from './CommentsArea.tsx'
import type { ResumedCapture } from '../pictures/resumedCapture.ts'
import { useResumedCapture } from '../pictures/resumedCapture.ts'
import { useFrame } from './FrameContext.ts'
import { useMediaTools } from './useMediaTools.ts'
import { useOpenTouchpoint } from './useOpenTouchpoint.ts'
import { useAddActivity } from './useAddActivity.ts'

function rowOf(resumed: ResumedCapture | null): OutlineItem | null {
  const place = resumed?.place
  return place?.kind === 'card' || place?.kind === 'activity' || place?.kind === 'placement' ? place : null
}

/** The row that the photo was for; it stays open when the question about the photo is answered. */
function useResumedRow(): OutlineItem | null {
  const [row, setRow] = useState(() => rowOf(useResumedCapture.getState().resumed))
  useEffect(
    () =>
      useResumedCapture.subscribe(({ resumed }) => (resumed === null ? undefined : setRow(rowOf(resumed)))),
    [],
  )
  return row
}

export function OutlineView() {
  const { store } = useFrame()
  const pictures = useMediaTools()
  const resumed = useResumedRow()
  const openTouchpoint = useOpenTouchpoint()
  const addActivity = useAddActivity()
  const onWho = () => store.set({ sheet: 'people' })
  const renderEditor = (item: OutlineItem, onClose: () => void) => {
    switch (item.kind) {
      case 'card':
        return <CardInspector cardId={item.id} pictures={pictures} onGone={onClose} />
      case 'activity':
        return <ActivityInspector activityId={item.id} pictures={pictures} onWho={onWho} onGone={onClose} />
      case 'phase':
        return <PhaseInspector phaseId={item.id} onAddActivity={addActivity} onGone={onClose} />
      case 'placement':
        return (
          <PlacementInspector
            placementId={item.id}
            onAllFields={openTouchpoint}
            onWho={onWho}
            onGone={onClose}
          />
        )
    }
  }
  return (
    <OutlinePanel
      // The note of an interrupted photo is found a moment after opening.
      key={resumed?.id ?? ''}
      initialItem={resumed}
      renderEditor={(item, onClose) => (
        <WithComments subject={item}>{renderEditor(item, onClose)}</WithComments>
      )}
    />
  )
}
