/** One activity in the minutes: what it is, how it is rated, what touches it, and its cards lane by lane. */
import type { Activity } from '../../model/records/activity.ts'
import type { Card } from '../../model/records/card.ts'
import type { Journey } from '../../model/records/journey.ts'
import { cardsInCell, cardsOnPlacement } from '../../model/select/cardsInCell.ts'
import { painPointOf } from '../../model/select/marks.ts'
import { allLanes } from '../../model/select/orderedLanes.ts'
import { placementsOf } from '../../model/select/placementsOf.ts'
import { curveValue, ratingStats } from '../../model/select/ratingStats.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import { votesOf } from '../../model/select/votesOf.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { block, inline, item } from './markdown.ts'
import type { MinutesTexts } from './minutesTexts.ts'

export function activityLines(
  snapshot: WorkshopSnapshot,
  journey: Journey,
  activity: Activity,
  texts: MinutesTexts,
): readonly string[] {
  const marks = [
    ...(painPointOf(snapshot, activity).marked ? [texts.painPoint] : []),
    ...(activity.momentOfTruth ? [texts.momentOfTruth] : []),
    ...valuesOf(snapshot, activity, texts),
  ]
  const noted = marks.length === 0 ? '' : ` (${marks.join('; ')})`
  return [
    item(`**${inline(activity.text) || '…'}**${noted}`),
    ...touchpointLines(snapshot, activity, texts),
    ...allLanes(snapshot, journey.id).flatMap((lane) => {
      const cards = cardsInCell(snapshot, lane.id, activity.id)
      const title = lane.title === '' ? texts.lanes[lane.kind] : lane.title
      return cards.length === 0
        ? []
        : [nested(1, `${inline(title)}:`), ...cards.map((card) => cardLine(snapshot, card, texts))]
    }),
  ]
}

function valuesOf(snapshot: WorkshopSnapshot, { id }: Activity, texts: MinutesTexts): readonly string[] {
  return (['inside', 'outside'] as const).flatMap((view) => {
    const value = curveValue(ratingStats(snapshot, { kind: 'activity', id }, { view }))
    return value === null ? [] : [`${texts[view]} ${texts.number(value)}`]
  })
}

function touchpointLines(
  snapshot: WorkshopSnapshot,
  { id }: Activity,
  texts: MinutesTexts,
): readonly string[] {
  const placed = placementsOf(snapshot, id).flatMap((placement) => {
    const of = placement.touchpointId
    const touchpoint =
      of === null ? undefined : snapshot.touchpoints.get(standsFor(snapshot, 'touchpoints', of))
    return touchpoint === undefined
      ? []
      : [{ name: touchpoint.name, cards: cardsOnPlacement(snapshot, placement.id) }]
  })
  if (placed.length === 0) return []
  return [
    nested(1, `${texts.touchpoints}: ${placed.map(({ name }) => inline(name)).join(', ')}`),
    ...placed.flatMap(({ cards }) => cards.map((card) => cardLine(snapshot, card, texts))),
  ]
}

function cardLine(snapshot: WorkshopSnapshot, card: Card, texts: MinutesTexts): string {
  const votes = votesOf(snapshot, { kind: 'card', id: card.id })
  const counted = votes > 0 ? ` (${texts.votes(votes)})` : ''
  return nested(2, `${block(card.text, '      ')}${counted}`)
}

function nested(depth: number, text: string): string {
  return `${'  '.repeat(depth)}${item(text)}`
}
