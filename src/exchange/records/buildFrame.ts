/** The frame of the map: personas with their traits, the journey, phases, lanes, channels and departments. */
import type { JourneyId } from '../../model/records/journey.ts'
import type { Trait } from '../../model/records/trait.ts'
import { journeyKindNames, laneKindNames } from '../tables/formatNames.ts'
import type { PlainTables } from '../tables/parsedTables.ts'
import type { RowValues } from '../tables/tableFormat.ts'
import type { People } from './People.ts'
import type { RecordBuilder } from './RecordBuilder.ts'

/** Returns the id of the journey that everything belongs to. */
export function buildFrame(tables: PlainTables, builder: RecordBuilder, people: People): JourneyId {
  buildPersonas(tables, builder)
  buildTraits(tables, builder)
  const journeyId = buildJourney(tables, builder, people)
  buildPhases(tables, builder)
  buildLanes(tables, builder, journeyId)
  for (const table of ['channels', 'departments'] as const) {
    const rows = tables[table]
    const orders = builder.orders(table, idsOf(rows), (record) => record.order)
    for (const [index, { id, name, code, colour }] of rows.entries()) {
      builder.add(table, id, { name, code, colour, order: orders[index] ?? '' })
    }
  }
  return journeyId
}

function idsOf(rows: readonly { readonly id: string }[]): string[] {
  return rows.map(({ id }) => id)
}

/** In the document a list is a text with one entry per line. */
export function listText(cell: string): string {
  return cell.replaceAll(';', '\n')
}

function buildPersonas({ personas }: PlainTables, builder: RecordBuilder): void {
  const rows = personas
  const orders = builder.orders('personas', idsOf(rows), (record) => record.order)
  for (const [index, row] of rows.entries()) {
    builder.add('personas', row.id, {
      name: row.name,
      role: row.role,
      quote: row.quote,
      demographics: listText(row.demographics),
      values: listText(row.values),
      goals: listText(row.goals),
      emotions: listText(row.emotions),
      behaviour: listText(row.behaviours),
      informationHabits: listText(row.information_habits),
      expectations: listText(row.expectations),
      story: row.story,
      order: orders[index] ?? '',
    })
  }
}

function traitKey({ persona_id, left_pole, right_pole }: RowValues<'persona_traits'>): string {
  return `${persona_id}|${left_pole}|${right_pole}`
}

function traitHere(builder: RecordBuilder, row: RowValues<'persona_traits'>) {
  const personaId = builder.idOf('personas', row.persona_id)
  const isSame = (trait: Trait) =>
    trait.personaId === personaId && trait.leftPole === row.left_pole && trait.rightPole === row.right_pole
  return [...builder.snapshot.traits.values()].find((trait) => trait.importKey === null && isSame(trait))?.id
}

function buildTraits({ persona_traits }: PlainTables, builder: RecordBuilder): void {
  const rows = persona_traits
  for (const row of rows) builder.adopt('traits', traitKey(row), () => traitHere(builder, row))
  const orders = builder.orders('traits', rows.map(traitKey), (record) => record.order)
  for (const [index, row] of rows.entries()) {
    builder.add('traits', traitKey(row), {
      personaId: builder.idOf('personas', row.persona_id),
      leftPole: row.left_pole,
      rightPole: row.right_pole,
      value: row.value,
      order: orders[index] ?? '',
    })
  }
}

function buildJourney({ journey }: PlainTables, builder: RecordBuilder, people: People): JourneyId {
  const [row] = journey
  if (row === undefined) throw new Error('a plan without a journey')
  const { journeys } = builder.snapshot
  const held = journeys.get(builder.idOf('journeys', row.id))?.order
  const last =
    [...journeys.values()]
      .map(({ order }) => order)
      .sort()
      .at(-1) ?? null
  builder.add('journeys', row.id, {
    title: row.title,
    kind: journeyKindNames.toModel(row.kind),
    personaIds: row.persona_id === null ? [] : [builder.idOf('personas', row.persona_id)],
    scope: row.scope,
    owner: row.owner,
    ownerId: people.find(row.owner),
    order: held ?? builder.orderAfter(last),
  })
  return builder.idOf('journeys', row.id)
}

function buildPhases({ phases }: PlainTables, builder: RecordBuilder): void {
  const rows = phases.toSorted((a, b) => a.order - b.order)
  const orders = builder.orders('phases', idsOf(rows), (record) => record.order)
  for (const [index, { id, journey_id, name, colour }] of rows.entries()) {
    const journeyId = builder.idOf('journeys', journey_id)
    builder.add('phases', id, { journeyId, title: name, colour, order: orders[index] ?? '' })
  }
}

function buildLanes({ lanes }: PlainTables, builder: RecordBuilder, journeyId: JourneyId): void {
  const rows = lanes.toSorted((a, b) => a.order - b.order)
  const orders = builder.orders('lanes', idsOf(rows), (record) => record.order)
  for (const [index, { id, kind, title }] of rows.entries()) {
    builder.add('lanes', id, {
      journeyId,
      kind: laneKindNames.toModel(kind),
      title,
      order: orders[index] ?? '',
    })
  }
}
