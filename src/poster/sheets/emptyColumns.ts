/** The columns of an empty map: for every phase as many as the paper has room for, or blank ones to name by hand. */
import type { Colour, Rect } from '../../layout/scene.ts'
import { phaseColour } from '../../layout/theme.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import type { SheetSource } from './sheetSource.ts'

export interface EmptyColumn {
  readonly x: number
  readonly width: number
  /** The phase or activity that the codes in it name. */
  readonly placeId: string | null
  /** Columns of one place have different numbers, so that their codes differ. */
  readonly number: number
  /** What the customer does; empty where it is to be written. */
  readonly activity: string
  readonly startsPhase: boolean
}

export interface EmptyPhase {
  readonly x: number
  readonly width: number
  /** Empty where it is to be written. */
  readonly title: string
  /** Null has only an outline. */
  readonly colour: Colour | null
}

type PlannedColumn = Pick<EmptyColumn, 'placeId' | 'number' | 'activity'>

interface Plan {
  readonly title: string
  readonly colour: Colour | null
  readonly columns: readonly PlannedColumn[]
}

export interface ColumnSet {
  readonly columns: readonly EmptyColumn[]
  readonly phases: readonly EmptyPhase[]
}

const MOST_FOR_PHASE = 5
/** Columns may become so much narrower than wished before a further sheet is taken. */
const SQUEEZE = 0.8

/** One set for each sheet: whole phases, as many as fit side by side. */
export function emptyColumns(source: SheetSource, map: Rect, least: number): readonly ColumnSet[] {
  const plans = plansOf(source, Math.max(1, Math.floor(map.width / least)))
  const most = Math.max(1, Math.floor(map.width / (least * SQUEEZE)))
  return sheetsOf(plans, most).map((sheet) => placed(sheet, map))
}

function sheetsOf(plans: readonly Plan[], most: number): readonly (readonly Plan[])[] {
  const sheets: Plan[][] = []
  let used = 0
  for (const plan of plans) {
    const last = sheets.at(-1)
    if (last === undefined || used + plan.columns.length > most) {
      sheets.push([plan])
      used = plan.columns.length
    } else {
      last.push(plan)
      used += plan.columns.length
    }
  }
  return sheets
}

function placed(plans: readonly Plan[], map: Rect): ColumnSet {
  const width = map.width / plans.reduce((sum, plan) => sum + plan.columns.length, 0)
  let at = 0
  const columns: EmptyColumn[] = []
  const phases = plans.map(({ title, colour, columns: own }) => {
    const phase = { x: map.x + at * width, width: own.length * width, title, colour }
    for (const [index, column] of own.entries()) {
      columns.push({ ...column, x: map.x + at * width, width, startsPhase: index === 0 })
      at += 1
    }
    return phase
  })
  return { columns, phases }
}

function plansOf(source: SheetSource, fitting: number): readonly Plan[] {
  const { wish } = source
  const phases = phasesOf(source)
  if (wish.columns === 'blank' || phases.length === 0) return blankPlans(wish.columnCount)
  const each = Math.min(MOST_FOR_PHASE, Math.max(1, Math.floor(fitting / phases.length)))
  return phases.map(({ id, title, colour, activities }) => {
    const isNamed = wish.columns === 'activities'
    const blanks = Array.from({ length: isNamed ? 1 : each }, (_, index) => ({
      placeId: id,
      number: index + 1,
      activity: '',
    }))
    const named = activities.map((one) => ({ placeId: one.id, number: 1, activity: one.text }))
    return { title, colour, columns: isNamed && named.length > 0 ? named : blanks }
  })
}

/** Each blank column has an arrow of its own. */
function blankPlans(count: number): readonly Plan[] {
  return Array.from({ length: count }, (_, index) => ({
    title: '',
    colour: null,
    columns: [{ placeId: null, number: index + 1, activity: '' }],
  }))
}

function phasesOf({ snapshot, journey, wish, theme, t }: SheetSource) {
  return activitiesByPhase(snapshot, journey.id)
    .phases.map(({ phase, activities }, index) => ({
      id: phase.id,
      title: phase.title || t('sheets.phaseNumber', { n: index + 1 }),
      colour: phaseColour(theme, phase.colour, index),
      activities,
    }))
    .filter(({ id }) => wish.phaseIds?.includes(id) ?? true)
}
