/** What came of the workshop: insights, actions, figures over time and the campaigns that explain them. */
import type { JourneyId } from '../../model/records/journey.ts'
import { byOrder } from '../../model/select/byOrder.ts'
import { type KpiKind, kpiKindOf, kpiTitle } from '../tables/kpiNames.ts'
import { actionStatusNames } from '../tables/formatNames.ts'
import type { PlainTables } from '../tables/parsedTables.ts'
import type { People } from './People.ts'
import type { RecordBuilder } from './RecordBuilder.ts'

export function buildOutcome(
  tables: PlainTables,
  builder: RecordBuilder,
  people: People,
  journeyId: JourneyId,
): void {
  buildInsights(tables, builder, journeyId)
  buildActions(tables, builder, people)
  buildKpis(tables, builder, journeyId)
  for (const { id, title, date, channel_id, note } of tables.campaigns) {
    builder.add('campaigns', id, {
      title,
      date,
      channelId: builder.optionalIdOf('channels', channel_id),
      note,
    })
  }
}

function buildInsights({ insights }: PlainTables, builder: RecordBuilder, journeyId: JourneyId): void {
  const rows = insights
  const ids = rows.map(({ id }) => id)
  const orders = builder.orders('insights', ids, (record) => record.order)
  for (const [index, row] of rows.entries()) {
    builder.add('insights', row.id, {
      journeyId,
      title: row.title,
      text: row.text,
      relevance: row.relevance,
      frequency: row.frequency,
      brandFit: row.brand_fit,
      difficulty: row.difficulty,
      impact: row.impact,
      investment: row.investment,
      evidenceCardIds: row.evidence_card_ids.map((card) => builder.idOf('cards', card)),
      order: orders[index] ?? '',
    })
  }
}

function buildActions({ actions }: PlainTables, builder: RecordBuilder, people: People): void {
  const rows = actions
  const ids = rows.map(({ id }) => id)
  const orders = builder.orders('actions', ids, (record) => record.order)
  for (const [index, row] of rows.entries()) {
    builder.add('actions', row.id, {
      insightId: builder.optionalIdOf('insights', row.insight_id),
      title: row.title,
      owner: row.owner,
      ownerId: people.find(row.owner),
      departmentId: builder.optionalIdOf('departments', row.department),
      due: row.due,
      status: actionStatusNames.toModel(row.status),
      order: orders[index] ?? '',
    })
  }
}

/** A KPI that was set up here is known in tables by its kind, or by its title where it is one's own. */
function kpiHere({ snapshot }: RecordBuilder, name: string) {
  const kind = kpiKindOf(name)
  const same = byOrder(snapshot.kpis.values()).filter(
    (kpi) => kpi.kind === kind && (kind !== 'own' || kpi.title === name),
  )
  return same[0]?.importKey === null ? same[0].id : undefined
}

/** The table has a line per KPI and month; the document has a KPI and, apart from it, its figures. */
function buildKpis({ kpis }: PlainTables, builder: RecordBuilder, journeyId: JourneyId): void {
  const names = [...new Set(kpis.map(({ kpi }) => kpi))]
  for (const name of names) builder.adopt('kpis', name, () => kpiHere(builder, name))
  const orders = builder.orders('kpis', names, (record) => record.order)
  for (const [index, name] of names.entries()) {
    const kind: KpiKind = kpiKindOf(name)
    const highIsBad = kind === 'ces'
    builder.add('kpis', name, {
      kind,
      title: kpiTitle(name),
      highIsBad,
      journeyId,
      order: orders[index] ?? '',
    })
  }
  for (const { id: importKey, kpi, month: period, value, target, benchmark, n } of kpis) {
    const kpiId = builder.idOf('kpis', kpi)
    builder.addEntry({
      table: 'kpiValues',
      entry: { kpiId, period, touchpointId: '', value, target, benchmark, n, importKey },
    })
  }
}
