/** The inspector: the right fields for whatever is selected on the map. */
import type { ReactNode } from 'react'
import { useTranslate } from '../../i18n/useTranslate.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import type { TouchpointId } from '../../model/records/touchpoint.ts'
import { Sheet } from '../../ui/Sheet.tsx'
import { ActivityInspector } from './ActivityInspector.tsx'
import { CardInspector } from './CardInspector.tsx'
import type { InspectedItem } from './inspectedItem.ts'
import { LaneInspector } from './LaneInspector.tsx'
import { PhaseInspector } from './PhaseInspector.tsx'
import type { PictureTools } from './pictureTools.ts'
import { PlacementInspector } from './PlacementInspector.tsx'
import { SeveralInspector } from './SeveralInspector.tsx'

export interface InspectorPanelProps {
  /** At least one. */
  readonly items: readonly InspectedItem[]
  readonly pictures: PictureTools
  readonly onAddActivity: (phaseId: PhaseId) => void
  readonly onAllFields: (touchpointId: TouchpointId) => void
  /** Somebody wants to rate and has not said who they are: the app opens the place where that is said. */
  readonly onWho: () => void
  /** What the app puts around the fields of one thing, such as its comments. */
  readonly frameOne: (item: InspectedItem, fields: ReactNode) => ReactNode
  readonly onClose: () => void
}

const TITLES = {
  card: 'inspector.card',
  activity: 'inspector.activity',
  phase: 'inspector.phase',
  lane: 'inspector.lane',
  placement: 'inspector.touchpoint',
} as const

export function InspectorPanel(props: InspectorPanelProps) {
  const { items, onClose } = props
  const t = useTranslate()
  const [only] = items
  if (only === undefined) return null
  const title = items.length === 1 ? t(TITLES[only.kind]) : t('inspector.several', { n: items.length })
  return (
    <Sheet title={title} onClose={onClose} startsLow>
      {items.length === 1 ? (
        props.frameOne(only, <One key={only.id} {...props} item={only} />)
      ) : (
        <SeveralInspector items={items} onGone={onClose} />
      )}
    </Sheet>
  )
}

function One(props: InspectorPanelProps & { readonly item: InspectedItem }) {
  const { item, pictures, onWho, onClose } = props
  switch (item.kind) {
    case 'card':
      return <CardInspector cardId={item.id} pictures={pictures} onGone={onClose} />
    case 'activity':
      return <ActivityInspector activityId={item.id} pictures={pictures} onWho={onWho} onGone={onClose} />
    case 'phase':
      return <PhaseInspector phaseId={item.id} onAddActivity={props.onAddActivity} onGone={onClose} />
    case 'lane':
      return <LaneInspector laneId={item.id} onGone={onClose} />
    case 'placement':
      return (
        <PlacementInspector
          placementId={item.id}
          onAllFields={props.onAllFields}
          onWho={onWho}
          onGone={onClose}
        />
      )
  }
}
