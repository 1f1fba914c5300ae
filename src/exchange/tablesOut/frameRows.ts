/** Journey, personas with their traits, phases, lanes, channels and departments as rows. */
import type { Journey } from '../../model/records/journey.ts'
import { byOrder } from '../../model/select/byOrder.ts'
import { allLanes } from '../../model/select/orderedLanes.ts'
import { orderedPhases } from '../../model/select/orderedPhases.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { journeyKindNames, laneKindNames } from '../tables/formatNames.ts'
import type { ExportNames } from './ExportNames.ts'
import { listCell, numberCell } from './formatCell.ts'
import type { Cells, TableRows } from './tableRows.ts'

type FrameTables = 'journey' | 'personas' | 'persona_traits' | 'phases' | 'lanes' | 'channels' | 'departments'

export function frameRows(
  snapshot: WorkshopSnapshot,
  journey: Journey,
  names: ExportNames,
): Pick<TableRows, FrameTables> {
  const coded = (table: 'channels' | 'departments') =>
    byOrder<{ id: string; order: string; name: string; code: string; colour: string }>(
      snapshot[table].values(),
    ).map(({ id, name, code, colour }) => ({ id: names.of(table, id), name, code, colour }))
  return {
    journey: [journeyRow(journey, names)],
    personas: personaRows(snapshot, names),
    persona_traits: traitRows(snapshot, names),
    phases: orderedPhases(snapshot, journey.id).map(({ id, title, colour }, index) => ({
      id: names.of('phases', id),
      journey_id: names.of('journeys', journey.id),
      name: title,
      colour,
      order: String(index + 1),
    })),
    lanes: allLanes(snapshot, journey.id).map(({ id, kind, title }, index) => ({
      id: names.of('lanes', id),
      kind: laneKindNames.toFormat(kind),
      title,
      order: String(index + 1),
    })),
    channels: coded('channels'),
    departments: coded('departments'),
  }
}

/** The table has one persona per journey; the first is the main one. */
function journeyRow(
  { id, title, kind, personaIds, scope, owner }: Journey,
  names: ExportNames,
): Cells<'journey'> {
  return {
    id: names.of('journeys', id),
    title,
    kind: journeyKindNames.toFormat(kind),
    persona_id: names.of('personas', personaIds[0] ?? null),
    scope,
    owner,
  }
}

function personaRows(snapshot: WorkshopSnapshot, names: ExportNames): Cells<'personas'>[] {
  return byOrder(snapshot.personas.values()).map((persona) => ({
    id: names.of('personas', persona.id),
    name: persona.name,
    role: persona.role,
    quote: persona.quote,
    demographics: listCell(persona.demographics),
    values: listCell(persona.values),
    goals: listCell(persona.goals),
    emotions: listCell(persona.emotions),
    behaviours: listCell(persona.behaviour),
    information_habits: listCell(persona.informationHabits),
    expectations: listCell(persona.expectations),
    story: persona.story,
    photo: '',
  }))
}

/** Persona by persona; a trait without its persona cannot be written. */
function traitRows(snapshot: WorkshopSnapshot, names: ExportNames): Cells<'persona_traits'>[] {
  const traits = byOrder(snapshot.traits.values())
  return byOrder(snapshot.personas.values()).flatMap(({ id }) =>
    traits
      .filter(({ personaId }) => personaId === id)
      .map(({ leftPole, rightPole, value }) => ({
        persona_id: names.of('personas', id),
        left_pole: leftPole,
        right_pole: rightPole,
        value: numberCell(value),
      })),
  )
}
