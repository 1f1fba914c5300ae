/** What the workshop knows about a touchpoint: its fields in words, where it is used, how it is rated, what was said. */
import type { BrandId } from '../../model/records/brand.ts'
import type { Card } from '../../model/records/card.ts'
import type { DepartmentId } from '../../model/records/department.ts'
import type { LaneKind } from '../../model/records/lane.ts'
import type { PhaseId } from '../../model/records/phase.ts'
import type { Placement } from '../../model/records/placement.ts'
import type { RatingView } from '../../model/records/rating.ts'
import type { Touchpoint } from '../../model/records/touchpoint.ts'
import { byOrder } from '../../model/select/byOrder.ts'
import { cardsInCell, cardsOnPlacement } from '../../model/select/cardsInCell.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { orderedLanes } from '../../model/select/orderedLanes.ts'
import { placementsOf } from '../../model/select/placementsOf.ts'
import { curveValue, ratingStats } from '../../model/select/ratingStats.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { SheetSource } from './sheetSource.ts'

export interface Fact {
  readonly label: string
  readonly value: string
}

export interface PlacedUse {
  readonly placement: Placement
  readonly phaseId: PhaseId
  readonly phase: string
  readonly activity: string
}

export interface CardGroup {
  readonly kind: LaneKind
  readonly title: string
  readonly texts: readonly string[]
}

export interface ViewValue {
  readonly view: RatingView
  readonly value: number
  readonly count: number
}

/** Under which activities of this journey it stands, in their order. */
export function usesOf({ snapshot, journey, t }: SheetSource, id: Touchpoint['id']): readonly PlacedUse[] {
  return activitiesByPhase(snapshot, journey.id).phases.flatMap(({ phase, activities }, index) =>
    activities.flatMap((activity) =>
      placementsOf(snapshot, activity.id)
        .filter(
          ({ touchpointId }) =>
            touchpointId !== null && standsFor(snapshot, 'touchpoints', touchpointId) === id,
        )
        .map((placement) => ({
          placement,
          phaseId: phase.id,
          phase: phase.title || t('sheets.phaseNumber', { n: index + 1 }),
          activity: activity.text,
        })),
    ),
  )
}

/** What cards say about it, lane by lane, then those that lie on it without a lane, then what was learned. */
export function cardGroups(
  source: SheetSource,
  id: Touchpoint['id'],
  uses: readonly PlacedUse[],
): readonly CardGroup[] {
  const { snapshot, journey, labels, t } = source
  const own = new Set<string>(uses.map(({ placement }) => placement.id))
  const inLanes = orderedLanes(snapshot, journey.id).map(({ id: laneId, kind, title }): CardGroup => {
    const cards = uses.flatMap(({ placement }) => {
      const { activityId } = placement.place
      const home = activityId === null ? null : standsFor(snapshot, 'activities', activityId)
      return home === null ? [] : cardsInCell(snapshot, laneId, home)
    })
    const about = cards.filter(({ place }) => place.placementId !== null && own.has(place.placementId))
    return { kind, title: title || labels.lanes[kind], texts: textsOf(snapshot, about) }
  })
  const loose = uses.flatMap(({ placement }) => cardsOnPlacement(snapshot, placement.id))
  const insights = byOrder(snapshot.insights.values()).filter(({ touchpointIds }) =>
    touchpointIds.some((one) => standsFor(snapshot, 'touchpoints', one) === id),
  )
  return [
    ...inLanes,
    { kind: 'own' as const, title: t('sheets.cardsHere'), texts: textsOf(snapshot, loose) },
    {
      kind: 'insights' as const,
      title: t('sheets.insights'),
      texts: insights.map(({ title, text }) => [title, text].filter((part) => part.trim() !== '').join(': ')),
    },
  ].filter(({ texts }) => texts.length > 0)
}

function textsOf(snapshot: WorkshopSnapshot, cards: readonly Card[]): readonly string[] {
  return [...new Set(cards)]
    .map(({ text, cardTypeId }) => {
      const type = cardTypeId === null ? undefined : snapshot.cardTypes.get(cardTypeId)
      return type === undefined || type.title === '' ? text : `${type.title}: ${text}`
    })
    .filter((text) => text.trim() !== '')
}

/** From both views: what was agreed, else the median; nothing while the moderator covers the ratings. */
export function valuesOf(
  snapshot: WorkshopSnapshot,
  kind: 'touchpoint' | 'placement',
  id: string,
): readonly ViewValue[] {
  if (snapshot.stage.hidesRatings) return []
  return (['inside', 'outside'] as const).flatMap((view) => {
    const stats = ratingStats(snapshot, { kind, id }, { view })
    const value = curveValue(stats)
    return value === null ? [] : [{ view, value, count: stats.statistics?.n ?? 0 }]
  })
}

export function touchpointFacts(source: SheetSource, touchpoint: Touchpoint): readonly Fact[] {
  const { snapshot, t, labels } = source
  const { phaseId, departmentId, brandId } = touchpoint
  const named = (table: 'departments' | 'brands', id: DepartmentId | BrandId | null): string =>
    id === null ? '' : (snapshot[table].get(standsFor(snapshot, table, id as never) as never)?.name ?? '')
  const value = (number: number | null) => (number === null ? '' : labels.formatNumber(number))
  return [
    { label: t('touchpoints.phase'), value: (phaseId && snapshot.phases.get(phaseId)?.title) || '' },
    {
      label: t('touchpoints.department'),
      value: named('departments', departmentId),
    },
    { label: t('touchpoints.owner'), value: ownerOf(snapshot, touchpoint) },
    { label: t('touchpoints.brand'), value: named('brands', brandId) },
    { label: t('touchpoints.mediaType'), value: touchpoint.mediaType },
    { label: t('touchpoints.frequency'), value: touchpoint.frequency },
    { label: t('touchpoints.reach'), value: touchpoint.reach },
    { label: t('touchpoints.publication'), value: touchpoint.publication },
    { label: t('touchpoints.url'), value: touchpoint.url },
    { label: t('touchpoints.currentValue'), value: value(touchpoint.currentValue) },
    { label: t('touchpoints.targetValue'), value: value(touchpoint.targetValue) },
    { label: t('touchpoints.bestInClass'), value: value(touchpoint.bestInClass) },
    ...Object.entries(touchpoint.ownFields).map(([label, own]) => ({ label, value: String(own ?? '') })),
  ].filter((fact) => fact.value.trim() !== '')
}

export function ownerOf(
  snapshot: WorkshopSnapshot,
  { owner, ownerId }: Pick<Touchpoint, 'owner' | 'ownerId'>,
): string {
  const person = ownerId === null ? undefined : snapshot.persons.get(standsFor(snapshot, 'persons', ownerId))
  return person?.name || owner
}
