/**
 * The workshop as minutes in Markdown: who was there, the map phase by phase, where opinions differ most, what came of
 * it and who does it. For reading and pasting; nothing reads it back.
 */
import type { Journey, JourneyId } from '../../model/records/journey.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { byOrder } from '../../model/select/byOrder.ts'
import { parkingLot } from '../../model/select/parkingLot.ts'
import { traitsOf } from '../../model/select/traitsOf.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { activityLines } from './activityLines.ts'
import { block, heading, inline, item } from './markdown.ts'
import type { MinutesTexts } from './minutesTexts.ts'
import { outcomeLines } from './outcomeLines.ts'

export interface MinutesWish {
  readonly journeyId: JourneyId
  readonly texts: MinutesTexts
  /** `2027-04-30`: when they were written. */
  readonly day: string
}

export function writeMinutes(snapshot: WorkshopSnapshot, { journeyId, texts, day }: MinutesWish): string {
  const journey = snapshot.journeys.get(journeyId)
  if (journey === undefined) throw new Error(`no journey ${journeyId}`)
  const lines = [
    heading(1, snapshot.meta.title || texts.untitled),
    ...factLines(snapshot, journey, texts, day),
    ...personaLines(snapshot, journey, texts),
    ...mapLines(snapshot, journey, texts),
    ...outcomeLines(snapshot, journey, texts),
    ...closingLines(snapshot, texts),
  ]
  return `${lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()}\n`
}

function fact(label: string, value: string): string[] {
  return value.trim() === '' ? [] : [item(`**${label}:** ${inline(value.trim().split('\n').join('; '))}`)]
}

function factLines(
  snapshot: WorkshopSnapshot,
  journey: Journey,
  texts: MinutesTexts,
  day: string,
): readonly string[] {
  const { meta } = snapshot
  const people = [...snapshot.persons.values()].filter(({ kind }) => kind !== 'respondent')
  const names = people
    .map(({ name, departmentId }) => {
      const department = departmentId === null ? '' : (snapshot.departments.get(departmentId)?.name ?? '')
      return department === '' ? name : `${name} (${department})`
    })
    .filter((name) => name !== '')
    .toSorted()
  return [
    ...fact(texts.journey, journey.title),
    ...fact(texts.scope, journey.scope),
    ...fact(texts.goal, meta.goal),
    ...fact(texts.date, meta.date),
    ...fact(texts.place, [meta.place, meta.organisation].filter((part) => part !== '').join(', ')),
    ...fact(texts.owner, journey.owner || meta.owner),
    ...fact(texts.present, names.join(', ')),
    ...fact(texts.written, day),
    '',
  ]
}

function personaLines(snapshot: WorkshopSnapshot, journey: Journey, texts: MinutesTexts): readonly string[] {
  const personas = journey.personaIds.flatMap((id) => snapshot.personas.get(id) ?? [])
  return personas.flatMap((persona) => [
    heading(2, `${texts.persona}: ${persona.name}`),
    ...(persona.role === '' ? [] : [inline(persona.role), '']),
    ...(persona.quote === '' ? [] : [`> ${block(persona.quote, '> ')}`, '']),
    ...fact(texts.goals, persona.goals),
    ...fact(texts.expectations, persona.expectations),
    ...traitsOf(snapshot, persona.id).map(({ leftPole, rightPole, value }) =>
      item(`${inline(leftPole)} – ${inline(rightPole)}: ${texts.number(value)} / 100`),
    ),
    '',
  ])
}

function mapLines(snapshot: WorkshopSnapshot, journey: Journey, texts: MinutesTexts): readonly string[] {
  const { phases, pile } = activitiesByPhase(snapshot, journey.id)
  const parked = parkingLot(snapshot, journey.id)
  return [
    heading(2, texts.map),
    ...phases.flatMap(({ phase, activities }) => [
      heading(3, phase.title || texts.unnamedPhase),
      ...activities.flatMap((activity) => activityLines(snapshot, journey, activity, texts)),
      '',
    ]),
    ...(pile.length === 0
      ? []
      : [
          heading(3, texts.unsorted),
          ...pile.flatMap((activity) => activityLines(snapshot, journey, activity, texts)),
          '',
        ]),
    ...(parked.cards.length === 0
      ? []
      : [heading(3, texts.parkingLot), ...parked.cards.map(({ card }) => item(block(card.text))), '']),
  ]
}

function closingLines(snapshot: WorkshopSnapshot, texts: MinutesTexts): readonly string[] {
  const { owner, nextJourney, nextJourneyDate } = snapshot.meta
  const comments = [...snapshot.comments.values()]
    .filter(({ resolved }) => resolved === null)
    .toSorted((a, b) => a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1))
  const campaigns = [...snapshot.campaigns.values()].toSorted((a, b) => (a.date < b.date ? -1 : 1))
  const kpis = byOrder(snapshot.kpis.values())
  return [
    ...(kpis.length + campaigns.length === 0
      ? []
      : [
          heading(2, texts.figures),
          ...kpis.map(({ title }) => item(inline(title))),
          ...campaigns.map(({ title, date }) => item(`${date} ${inline(title)}`)),
          '',
        ]),
    ...(comments.length === 0
      ? []
      : [
          heading(2, texts.comments),
          ...comments.map(({ text, authorName }) => item(`${inline(authorName)}: ${block(text)}`)),
          '',
        ]),
    ...(owner + nextJourney + nextJourneyDate === ''
      ? []
      : [
          heading(2, texts.next),
          ...fact(texts.owner, owner),
          ...fact(texts.nextJourney, `${nextJourney} ${nextJourneyDate}`),
        ]),
  ]
}
