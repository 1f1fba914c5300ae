/** All tables of an import, typed; a table that did not come is empty. With places while they are checked, plain after. */
import type { TableRow } from './readTable.ts'
import type { TableName } from './tableFormat.ts'

export type ParsedTables = { readonly [T in TableName]: readonly TableRow<T>[] }

/** Plain data, so that a plan can be made in a worker and handed over. */
export type PlainTables = { readonly [T in TableName]: readonly TableRow<T>['values'][] }

const valuesOf = <V>(rows: readonly { readonly values: V }[]): V[] => rows.map(({ values }) => values)

export function plainTables(tables: ParsedTables): PlainTables {
  return {
    journey: valuesOf(tables.journey),
    personas: valuesOf(tables.personas),
    persona_traits: valuesOf(tables.persona_traits),
    phases: valuesOf(tables.phases),
    channels: valuesOf(tables.channels),
    departments: valuesOf(tables.departments),
    lanes: valuesOf(tables.lanes),
    activities: valuesOf(tables.activities),
    touchpoints: valuesOf(tables.touchpoints),
    touchpoint_placements: valuesOf(tables.touchpoint_placements),
    cards: valuesOf(tables.cards),
    ratings: valuesOf(tables.ratings),
    insights: valuesOf(tables.insights),
    actions: valuesOf(tables.actions),
    kpis: valuesOf(tables.kpis),
    campaigns: valuesOf(tables.campaigns),
  }
}

/** For an import that is not made of tables. */
export const NO_TABLES: PlainTables = {
  journey: [],
  personas: [],
  persona_traits: [],
  phases: [],
  channels: [],
  departments: [],
  lanes: [],
  activities: [],
  touchpoints: [],
  touchpoint_placements: [],
  cards: [],
  ratings: [],
  insights: [],
  actions: [],
  kpis: [],
  campaigns: [],
}
