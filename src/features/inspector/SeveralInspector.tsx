/** Several cards or activities at once: move them together, delete them together, each as one step to take back. */
import { Trash2 } from 'lucide-react'
import { useDelete } from '../../bindings/useDelete.ts'
import { useMayWrite } from '../../bindings/useMayWrite.ts'
import { useRun } from '../../bindings/useRun.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useWorkshop } from '../../bindings/WorkshopContext.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { moveCards } from '../../model/commands/moveCards.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { CardId } from '../../model/records/card.ts'
import type { LaneId } from '../../model/records/lane.ts'
import { mainJourney } from '../../model/select/journeys.ts'
import { Button } from '../../ui/Button.tsx'
import { SelectField } from '../../ui/SelectField.tsx'
import type { InspectedItem } from './inspectedItem.ts'
import { activityOptions, laneOptions } from './placeOptions.logic.ts'

export interface SeveralInspectorProps {
  readonly items: readonly InspectedItem[]
  readonly onGone: () => void
}

const TABLES = {
  card: 'cards',
  activity: 'activities',
  phase: 'phases',
  lane: 'lanes',
  placement: 'placements',
} as const

export function SeveralInspector({ items, onGone }: SeveralInspectorProps) {
  const t = useTranslate()
  const remove = useDelete()
  const mayWrite = useMayWrite()
  const { history } = useWorkshop()
  const cardIds = items.flatMap((item) => (item.kind === 'card' ? [item.id] : []))
  if (!mayWrite) return null
  const deleteAll = () => {
    const done = history.gesture(() =>
      Object.entries(TABLES).every(([kind, table]) => {
        const ids = items.filter((item) => item.kind === kind).map((item) => item.id)
        return ids.length === 0 || remove({ table, ids: ids as never })
      }),
    )
    if (done) onGone()
  }
  return (
    <div className="et-stack">
      {cardIds.length === items.length ? <MoveCards cardIds={cardIds} /> : null}
      <Button tone="danger" icon={<Trash2 />} onClick={deleteAll}>
        {t('inspector.deleteSeveral')}
      </Button>
    </div>
  )
}

/** Both lists begin at the place all cards share, if they share one. */
function MoveCards({ cardIds }: { readonly cardIds: readonly CardId[] }) {
  const t = useTranslate()
  const run = useRun()
  const snapshot = useSnapshot((whole) => whole)
  const journeyId = mainJourney(snapshot)?.id ?? null
  const places = cardIds.flatMap((id) => snapshot.cards.get(id)?.place ?? [])
  const shared = <T,>(values: readonly T[]): T | null =>
    values.length > 0 && values.every((value) => value === values[0]) ? (values[0] ?? null) : null
  if (journeyId === null) return null
  const laneId = shared(places.map((place) => place.laneId))
  const activityId = shared(places.map((place) => place.activityId))
  const move = (to: { laneId: LaneId | null; activityId: ActivityId | null }) =>
    run((workshop, actor) => moveCards(workshop, actor, { cardIds, ...to }))
  const unset = { value: '', label: t('inspector.parking') }
  return (
    <div className="et-columns">
      <SelectField
        label={t('inspector.lanePlace')}
        value={laneId ?? ''}
        options={[unset, ...laneOptions(snapshot, journeyId)]}
        onChange={(value) => move({ laneId: value === '' ? null : (value as LaneId), activityId })}
      />
      <SelectField
        label={t('inspector.activityPlace')}
        value={activityId ?? ''}
        options={[unset, ...activityOptions(snapshot, journeyId, t('inspector.activity'))]}
        onChange={(value) => move({ laneId, activityId: value === '' ? null : (value as ActivityId) })}
      />
    </div>
  )
}
