/** Where a card lies, as lists: the same move as dragging it on the map, for everybody who does not drag. */
import { useRun } from '../../bindings/useRun.ts'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { moveCards } from '../../model/commands/moveCards.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { Card } from '../../model/records/card.ts'
import type { LaneId } from '../../model/records/lane.ts'
import type { PlacementId } from '../../model/records/placement.ts'
import { placementsOf } from '../../model/select/placementsOf.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { activityOptions, laneOptions } from './placeOptions.logic.ts'

export function CardPlaceFields({ card, mayWrite }: { readonly card: Card; readonly mayWrite: boolean }) {
  const t = useTranslate()
  const run = useRun()
  const snapshot = useSnapshot((whole) => whole)
  const { laneId, placementId } = card.place
  const placement = placementId === null ? undefined : snapshot.placements.get(placementId)
  const ownActivity = placement?.place.activityId ?? card.place.activityId
  const activityId = ownActivity === null ? null : standsFor(snapshot, 'activities', ownActivity)
  const activity = activityId === null ? undefined : snapshot.activities.get(activityId)
  const shownId = useShownJourney()?.id ?? null
  const journeyId = activity?.place.journeyId ?? shownId
  if (journeyId === null) return null
  const parking = { value: '', label: t('inspector.parking') }
  const lanes = [parking, ...laneOptions(snapshot, journeyId)]
  const activities = [parking, ...activityOptions(snapshot, journeyId, t('inspector.activity'))]
  const placements = activityId === null ? [] : placementsOf(snapshot, activityId)
  const move = (to: {
    laneId: LaneId | null
    activityId: ActivityId | null
    placementId?: PlacementId | null
  }) => run((workshop, actor) => moveCards(workshop, actor, { cardIds: [card.id], ...to }))
  return (
    <div className="et-columns">
      <SelectField
        label={t('inspector.lanePlace')}
        value={laneId ?? ''}
        options={lanes}
        disabled={!mayWrite}
        onChange={(value) =>
          move({ laneId: value === '' ? null : (value as LaneId), activityId, placementId })
        }
      />
      <SelectField
        label={t('inspector.activityPlace')}
        value={activityId ?? ''}
        options={activities}
        disabled={!mayWrite}
        onChange={(value) => move({ laneId, activityId: value === '' ? null : (value as ActivityId) })}
      />
      {placements.length === 0 ? null : (
        <SelectField
          label={t('inspector.touchpointPlace')}
          value={placementId ?? ''}
          options={[
            { value: '', label: t('inspector.noTouchpoint') },
            ...placements.map((one) => ({
              value: one.id,
              label: touchpointName(snapshot, one.touchpointId),
            })),
          ]}
          disabled={!mayWrite || laneId === null}
          onChange={(value) =>
            move({ laneId, activityId, placementId: value === '' ? null : (value as PlacementId) })
          }
        />
      )}
    </div>
  )
}

function touchpointName(
  snapshot: Parameters<typeof placementsOf>[0],
  touchpointId: Parameters<typeof standsFor<'touchpoints'>>[2] | null,
): string {
  if (touchpointId === null) return ''
  return snapshot.touchpoints.get(standsFor(snapshot, 'touchpoints', touchpointId))?.name ?? ''
}
