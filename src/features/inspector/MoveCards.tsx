/**
 * Several cards to another lane or to another activity. The other coordinate of each card stays what it is: cards of
 * many cells are moved in groups, all of them one step to take back.
 */
import { useRun } from '../../bindings/useRun.ts'
import { useShownJourney } from '../../bindings/useShownJourney.ts'
import { useSnapshot } from '../../bindings/useSnapshot.ts'
import { useWorkshop } from '../../bindings/WorkshopContext.ts'
import { useTranslate } from '../../i18n/useTranslate.ts'
import { moveCards } from '../../model/commands/moveCards.ts'
import { isLaneLocked } from '../../model/laneLock.ts'
import type { ActivityId } from '../../model/records/activity.ts'
import type { Card, CardId } from '../../model/records/card.ts'
import type { LaneId } from '../../model/records/lane.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { SelectField } from '../../ui/SelectField.tsx'
import { activityOptions, laneOptions } from './placeOptions.logic.ts'

/** No record has this id: the cards lie in several places. */
const SEVERAL = '*'

type Place = Omit<Card['place'], 'order'>

/** Where a card is seen: one on a placement is with the activity of that placement. */
function placeOf(snapshot: WorkshopSnapshot, { place }: Card): Place {
  const { laneId, placementId } = place
  const placement = placementId === null ? undefined : snapshot.placements.get(placementId)
  const activityId = placement?.place.activityId ?? place.activityId
  return {
    laneId,
    activityId: activityId === null ? null : standsFor(snapshot, 'activities', activityId),
    placementId,
  }
}

/** The cards by where they go. Locked lanes come first: what is refused is refused before anything has moved. */
function groupsOf(snapshot: WorkshopSnapshot, cards: readonly Card[], to: (place: Place) => Place) {
  const groups = new Map<string, { readonly target: Place; readonly cardIds: CardId[] }>()
  const isLocked = ({ place }: Card) => place.laneId !== null && isLaneLocked(snapshot, place.laneId)
  for (const card of [...cards.filter(isLocked), ...cards.filter((one) => !isLocked(one))]) {
    const target = to(placeOf(snapshot, card))
    const key = JSON.stringify([target.laneId, target.activityId, target.placementId])
    const group = groups.get(key) ?? { target, cardIds: [] }
    groups.set(key, group)
    group.cardIds.push(card.id)
  }
  return [...groups.values()]
}

function sharedValue(values: readonly (string | null)[]): string {
  return values.every((value) => value === values[0]) ? (values[0] ?? '') : SEVERAL
}

export function MoveCards({ cardIds }: { readonly cardIds: readonly CardId[] }) {
  const t = useTranslate()
  const run = useRun()
  const { history } = useWorkshop()
  const snapshot = useSnapshot((whole) => whole)
  const journeyId = useShownJourney()?.id ?? null
  const cards = cardIds.flatMap((id) => snapshot.cards.get(id) ?? [])
  if (journeyId === null || cards.length === 0) return null
  const places = cards.map((card) => placeOf(snapshot, card))
  const move = (to: (place: Place) => Place) =>
    history.gesture(() =>
      groupsOf(snapshot, cards, to).every(
        (group) =>
          run((workshop, actor) =>
            moveCards(workshop, actor, { ...group.target, cardIds: group.cardIds }),
          ) !== null,
      ),
    )
  const moveTo = (value: string, to: (id: string | null, place: Place) => Place) =>
    value === SEVERAL ? undefined : move((place) => to(value === '' ? null : value, place))
  const laneId = sharedValue(places.map((place) => place.laneId))
  const activityId = sharedValue(places.map((place) => place.activityId))
  const first = (value: string) => [
    ...(value === SEVERAL ? [{ value: SEVERAL, label: t('inspector.severalPlaces') }] : []),
    { value: '', label: t('inspector.parking') },
  ]
  return (
    <div className="et-columns">
      <SelectField
        label={t('inspector.lanePlace')}
        value={laneId}
        options={[...first(laneId), ...laneOptions(snapshot, journeyId)]}
        onChange={(value) => moveTo(value, (id, place) => ({ ...place, laneId: id as LaneId | null }))}
      />
      <SelectField
        label={t('inspector.activityPlace')}
        value={activityId}
        options={[...first(activityId), ...activityOptions(snapshot, journeyId, t('inspector.activity'))]}
        onChange={(value) =>
          moveTo(value, (id, place) => ({
            ...place,
            activityId: id as ActivityId | null,
            placementId: null,
          }))
        }
      />
    </div>
  )
}
