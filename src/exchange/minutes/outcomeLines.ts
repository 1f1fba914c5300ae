/** What came of the workshop in the minutes: where opinions differ, insights, and actions as a table. */
import type { Journey } from '../../model/records/journey.ts'
import type { PersonId } from '../../model/records/person.ts'
import { orderedColumns } from '../../model/select/activitiesByPhase.ts'
import { byOrder } from '../../model/select/byOrder.ts'
import { curveValue, ratingStats } from '../../model/select/ratingStats.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { block, heading, inline, item } from './markdown.ts'
import type { MinutesTexts } from './minutesTexts.ts'

const MOST_DIFFERENCES = 5

export function outcomeLines(
  snapshot: WorkshopSnapshot,
  journey: Journey,
  texts: MinutesTexts,
): readonly string[] {
  const differences = differencesOf(snapshot, journey)
  const insights = byOrder(snapshot.insights.values())
  return [
    ...(differences.length === 0 ? [] : [heading(2, texts.differ)]),
    ...differences.map(({ text, inside, outside }) =>
      item(
        `${inline(text)}: ${texts.inside} ${texts.number(inside)}, ${texts.outside} ${texts.number(outside)}`,
      ),
    ),
    '',
    ...(insights.length === 0 ? [] : [heading(2, texts.insights)]),
    ...insights.map(({ title, text }) =>
      item(text.trim() === '' ? `**${inline(title)}**` : `**${inline(title)}** ${block(text)}`),
    ),
    '',
    ...actionLines(snapshot, texts),
  ]
}

function differencesOf(snapshot: WorkshopSnapshot, journey: Journey) {
  const compared = orderedColumns(snapshot, journey.id).flatMap(({ id, text }) => {
    const of = (view: 'inside' | 'outside') =>
      curveValue(ratingStats(snapshot, { kind: 'activity', id }, { view }))
    const [inside, outside] = [of('inside'), of('outside')]
    return inside === null || outside === null ? [] : [{ text, inside, outside }]
  })
  const gap = ({ inside, outside }: { inside: number; outside: number }) => Math.abs(inside - outside)
  return compared
    .filter((one) => gap(one) >= 1)
    .toSorted((a, b) => gap(b) - gap(a))
    .slice(0, MOST_DIFFERENCES)
}

function actionLines(snapshot: WorkshopSnapshot, texts: MinutesTexts): readonly string[] {
  const actions = byOrder(snapshot.actions.values())
  if (actions.length === 0) return []
  const person = (id: PersonId | null) =>
    id === null ? '' : (snapshot.persons.get(standsFor(snapshot, 'persons', id))?.name ?? '')
  const row = (cells: readonly string[]) => `| ${cells.join(' | ')} |`
  return [
    heading(2, texts.actions),
    row([texts.action, texts.owner, texts.due, texts.status]),
    row(['---', '---', '---', '---']),
    ...actions.map(({ title, owner, ownerId, due, status }) =>
      row([inline(title), inline(person(ownerId) || owner), due, texts.states[status]]),
    ),
    '',
  ]
}
