/** Insights, actions, KPIs by month, campaigns and ratings as rows. */
import type { Rating } from '../../model/records/rating.ts'
import { firstRound } from '../../model/records/round.ts'
import type { Kpi, KpiId } from '../../model/records/kpi.ts'
import type { KpiValue } from '../../model/records/kpiValue.ts'
import type { PersonId } from '../../model/records/person.ts'
import { byOrder } from '../../model/select/byOrder.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import { actionStatusNames } from '../tables/formatNames.ts'
import type { ExportNames } from './ExportNames.ts'
import { numberCell } from './formatCell.ts'
import type { Cells, TableRows } from './tableRows.ts'

type OutcomeTables = 'insights' | 'actions' | 'kpis' | 'campaigns' | 'ratings'

export function outcomeRows(snapshot: WorkshopSnapshot, names: ExportNames): Pick<TableRows, OutcomeTables> {
  return {
    insights: byOrder(snapshot.insights.values()).map((insight) => ({
      id: names.of('insights', insight.id),
      title: insight.title,
      text: insight.text,
      relevance: numberCell(insight.relevance),
      frequency: numberCell(insight.frequency),
      brand_fit: numberCell(insight.brandFit),
      difficulty: numberCell(insight.difficulty),
      impact: numberCell(insight.impact),
      investment: numberCell(insight.investment),
      evidence_card_ids: insight.evidenceCardIds
        .map((id) => names.of('cards', standsFor(snapshot, 'cards', id)))
        .filter((name) => name !== '')
        .join('|'),
    })),
    actions: byOrder(snapshot.actions.values()).map((action) => ({
      id: names.of('actions', action.id),
      insight_id: names.of('insights', action.insightId),
      title: action.title,
      owner: action.owner,
      department: names.of('departments', action.departmentId),
      due: action.due,
      status: actionStatusNames.toFormat(action.status),
    })),
    kpis: kpiRows(snapshot),
    campaigns: campaignRows(snapshot, names),
    ratings: ratingRows(snapshot, names),
  }
}

function campaignRows(snapshot: WorkshopSnapshot, names: ExportNames): Cells<'campaigns'>[] {
  const rows = [...snapshot.campaigns.values()].map(({ id, title, date, channelId, note }) => ({
    id: names.of('campaigns', id),
    title,
    date,
    channel_id: names.of('channels', channelId),
    note,
  }))
  return rows.toSorted((a, b) => compare(`${a.date} ${a.id}`, `${b.date} ${b.id}`))
}

/** How many decimals the three known figures are written with, of the value and of what it is compared with. */
const DECIMALS = { nps: [1, 0], csat: [2, 1], ces: [2, 1], own: [0, 0] } as const

function kpiRows(snapshot: WorkshopSnapshot): Cells<'kpis'>[] {
  const values = [...snapshot.kpiValues.values()].filter(({ touchpointId }) => touchpointId === '')
  return byOrder(snapshot.kpis.values()).flatMap((kpi) =>
    values
      .filter(({ kpiId }) => standsFor(snapshot, 'kpis', kpiId as KpiId) === kpi.id)
      .toSorted((a, b) => compare(a.period, b.period))
      .map((value) => kpiRow(kpi, value)),
  )
}

function kpiRow(kpi: Kpi, { importKey, period, value, target, benchmark, n }: KpiValue): Cells<'kpis'> {
  const [own, compared] = DECIMALS[kpi.kind]
  const name = kpi.kind === 'own' ? kpi.title : kpi.kind
  return {
    id: importKey ?? `${kpi.id}-${period}`,
    kpi: name,
    month: period,
    value: numberCell(value, own),
    target: numberCell(target, compared),
    benchmark: numberCell(benchmark, compared),
    n: numberCell(n),
  }
}

/** Source of a rating → view of the table. What a survey says stands in no table of this format. */
const VIEWS: Readonly<Record<Rating['source'], string | undefined>> = {
  staff: 'inside',
  customer: 'customer',
  consultant: 'outside',
  survey: undefined,
}

/** In the order in which they were read; what was rated here comes after, sorted by name. */
function ratingRows(snapshot: WorkshopSnapshot, names: ExportNames): Cells<'ratings'>[] {
  const rows = [...snapshot.ratings.values()].flatMap(
    (rating): { row: number; cells: Cells<'ratings'> }[] => {
      const { subjectKind, subjectId, roundId, value } = rating
      const table = subjectKind === 'activity' ? 'activities' : 'touchpoints'
      const subject = names.of(table, standsFor(snapshot, table, subjectId as never))
      const view = VIEWS[rating.source]
      const person = snapshot.persons.get(standsFor(snapshot, 'persons', rating.personId as PersonId))
      const isSubject = subjectKind === 'activity' || subjectKind === 'touchpoint'
      if (!isSubject || subject === '' || view === undefined || person === undefined) return []
      if (value === null || roundId !== firstRound) return []
      const cells = { subject_kind: subjectKind, subject_id: subject, view, participant: person.name }
      return [{ row: rating.row ?? Infinity, cells: { ...cells, value: numberCell(value) } }]
    },
  )
  const keyOf = ({ cells }: { readonly cells: Cells<'ratings'> }) =>
    [cells.subject_kind, cells.subject_id, cells.view, cells.participant].join('\u0000')
  return rows
    .toSorted((a, b) => (a.row === b.row ? compare(keyOf(a), keyOf(b)) : a.row - b.row))
    .map(({ cells }) => cells)
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
