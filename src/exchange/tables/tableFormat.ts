/**
 * The exchange format as a declaration: every table, its columns in the order they are written, and what they may
 * hold. Reading, checking and writing all walk this list. Names are those of the files people pass around.
 */
import {
  anyText,
  boolean,
  type ColumnType,
  colour,
  day,
  id,
  month,
  number,
  oneOf,
  optionalDay,
  optionalNumber,
  optionalOneOf,
  optionalRefTo,
  otherColumns,
  refsTo,
  refTo,
  requiredText,
  whole,
} from './columnType.ts'
import { actionStatusNames, journeyKindNames, laneKindNames } from './formatNames.ts'

export type Columns = Readonly<Record<string, ColumnType<unknown>>>

export interface TableFormat<C extends Columns> {
  readonly columns: C
  /** Columns that together may not repeat; tables with an id need none. */
  readonly unique: readonly string[]
}

const table = <C extends Columns>(
  columns: C,
  unique: readonly (keyof C & string)[] = [],
): TableFormat<C> => ({ columns, unique })

const order = () => whole(0, 1_000_000)
const score = () => optionalNumber({ min: 1, max: 5 })

export const tableFormats = {
  journey: table({
    id: id(),
    title: anyText(),
    kind: oneOf(journeyKindNames.names),
    persona_id: optionalRefTo('personas'),
    scope: anyText(),
    owner: anyText(),
  }),
  personas: table({
    id: id(),
    name: anyText(),
    role: anyText(),
    quote: anyText(),
    demographics: anyText(),
    values: anyText(),
    goals: anyText(),
    emotions: anyText(),
    behaviours: anyText(),
    information_habits: anyText(),
    expectations: anyText(),
    story: anyText(),
    photo: anyText(),
  }),
  persona_traits: table(
    {
      persona_id: refTo('personas'),
      left_pole: anyText(),
      right_pole: anyText(),
      value: number({ min: 0, max: 100 }),
    },
    ['persona_id', 'left_pole', 'right_pole'],
  ),
  phases: table({
    id: id(),
    journey_id: refTo('journey'),
    name: anyText(),
    colour: colour(),
    order: order(),
  }),
  channels: table({ id: id(), name: anyText(), code: anyText(), colour: colour() }),
  departments: table({ id: id(), name: anyText(), code: anyText(), colour: colour() }),
  lanes: table({ id: id(), kind: oneOf(laneKindNames.names), title: anyText(), order: order() }),
  activities: table({
    id: id(),
    phase_id: optionalRefTo('phases'),
    order: order(),
    text: anyText(),
    micromoment: optionalOneOf(['objective', 'unplanned']),
    pain_point: boolean(),
    moment_of_truth: boolean(),
  }),
  touchpoints: table({
    id: id(),
    name: anyText(),
    type: optionalOneOf(['physical', 'digital']),
    phase_id: optionalRefTo('phases'),
    channel_id: optionalRefTo('channels'),
    department_id: optionalRefTo('departments'),
    owner: anyText(),
    pain_point: boolean(),
    moment_of_truth: boolean(),
    media_type: anyText(),
    frequency: anyText(),
    perception: anyText(),
    people_objects: anyText(),
    url: anyText(),
    acceptance_criteria: anyText(),
    current_value: optionalNumber(),
    target_value: optionalNumber(),
    best_in_class: optionalNumber(),
    publication: anyText(),
    reach: anyText(),
    own_fields: otherColumns(),
  }),
  touchpoint_placements: table({ touchpoint_id: refTo('touchpoints'), activity_id: refTo('activities') }),
  cards: table({
    id: id(),
    lane_id: refTo('lanes'),
    activity_id: refTo('activities'),
    order: order(),
    text: anyText(),
    author: anyText(),
    evidence: oneOf(['assumption', 'quote', 'observation', 'data']),
    source: anyText(),
  }),
  ratings: table(
    {
      subject_kind: oneOf(['activity', 'touchpoint']),
      // Which table it names depends on `subject_kind`; `checkReferences` knows.
      subject_id: refTo('subject'),
      view: oneOf(['inside', 'customer', 'outside']),
      participant: requiredText(),
      value: whole(1, 10),
    },
    ['subject_kind', 'subject_id', 'view', 'participant'],
  ),
  insights: table({
    id: id(),
    title: anyText(),
    text: anyText(),
    relevance: score(),
    frequency: score(),
    brand_fit: score(),
    difficulty: score(),
    impact: score(),
    investment: score(),
    evidence_card_ids: refsTo('cards'),
  }),
  actions: table({
    id: id(),
    insight_id: optionalRefTo('insights'),
    title: anyText(),
    owner: anyText(),
    department: optionalRefTo('departments'),
    due: optionalDay(),
    status: oneOf(actionStatusNames.names),
  }),
  kpis: table(
    {
      id: id(),
      kpi: requiredText(),
      month: month(),
      value: optionalNumber(),
      target: optionalNumber(),
      benchmark: optionalNumber(),
      n: optionalNumber({ min: 0, max: 1e9, whole: true }),
    },
    ['kpi', 'month'],
  ),
  campaigns: table({
    id: id(),
    title: anyText(),
    date: day(),
    channel_id: optionalRefTo('channels'),
    note: anyText(),
  }),
} as const

/** The names of the header, in the order they are written. */
export function columnNames({ columns }: TableFormat<Columns>): string[] {
  return Object.keys(columns).filter((name) => columns[name]?.collects !== true)
}

export type TableName = keyof typeof tableFormats
export const tableNames = Object.keys(tableFormats) as readonly TableName[]

type CellsOf<F> =
  F extends TableFormat<infer C>
    ? { readonly [K in keyof C]: C[K] extends ColumnType<infer T> ? T : never }
    : never
export type RowValues<T extends TableName> = CellsOf<(typeof tableFormats)[T]>

/** Files that are kept beside the document; only their header is checked. */
export const attachmentFormats = {
  event_log: { kind: 'eventLog', columns: ['case_id', 'timestamp', 'activity', 'channel', 'department'] },
  survey_responses: {
    kind: 'surveyResponses',
    columns: ['id', 'timestamp', 'touchpoint_id', 'channel_id', 'nps', 'csat', 'ces', 'comment', 'segment'],
  },
} as const

export type AttachmentName = keyof typeof attachmentFormats
export type FileTable = TableName | AttachmentName
export const attachmentNames = Object.keys(attachmentFormats) as readonly AttachmentName[]
