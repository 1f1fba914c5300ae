/** What was decided, as a list to hang up: who does what until when; and the ideas with most dots that nobody has yet. */
import type { Scene } from '../../layout/scene.ts'
import type { Action } from '../../model/records/action.ts'
import type { Card } from '../../model/records/card.ts'
import { activitiesByPhase } from '../../model/select/activitiesByPhase.ts'
import { byOrder } from '../../model/select/byOrder.ts'
import { cardsInCell } from '../../model/select/cardsInCell.ts'
import { orderedLanes } from '../../model/select/orderedLanes.ts'
import { standsFor } from '../../model/select/standsFor.ts'
import { votesOf } from '../../model/select/votesOf.ts'
import type { WorkshopSnapshot } from '../../model/snapshot.ts'
import type { Subject } from '../../model/subject.ts'
import { framedPages, sheetPage } from './sheetFrame.ts'
import type { SheetSource } from './sheetSource.ts'
import { type Table, type TableCell, tablePages } from './tablePages.ts'
import { ownerOf } from './touchpointContent.ts'

const BOLD = { points: 9.5, font: 'bold' } as const
const SMALL = { points: 8.5 } as const

export function actionSheets(source: SheetSource): readonly Scene[] {
  const page = sheetPage(source, 'landscape')
  const ideas = ideaTable(source)
  const tables = [actionTable(source), ...(ideas.rows.length === 0 ? [] : [ideas])]
  return framedPages(source, page, source.t('sheets.actions'), tablePages(source, page.body, tables))
}

/** Dots that the moderator covers stay covered on paper. */
function dotsOn(snapshot: WorkshopSnapshot, subject: Subject): number {
  return snapshot.stage.hidesVotes ? 0 : votesOf(snapshot, subject)
}

/** What is due first stands first; what is done stands last; the rest as people put it. */
function sortedActions(snapshot: WorkshopSnapshot): readonly Action[] {
  const late = '9999'
  const key = ({ status, due }: Action) => `${status === 'done' ? 1 : 0}${due === '' ? late : due}`
  return byOrder(snapshot.actions.values()).toSorted((a, b) =>
    key(a) < key(b) ? -1 : key(a) > key(b) ? 1 : 0,
  )
}

function actionTable(source: SheetSource): Table {
  const { snapshot, t } = source
  const actions = sortedActions(snapshot)
  const rows = actions.map((action, index) => actionRow(source, action, index + 1))
  const scored = rows.some((row) => row.at(-1)?.some(({ text }) => text !== ''))
  return {
    title: t('sheets.actions'),
    columns: [
      { title: t('sheets.number'), share: 0.04 },
      { title: t('sheets.action'), share: scored ? 0.35 : 0.4 },
      { title: t('sheets.insight'), share: scored ? 0.2 : 0.23 },
      { title: t('sheets.who'), share: 0.15 },
      { title: t('sheets.due'), share: 0.09 },
      { title: t('sheets.status'), share: 0.09 },
      ...(scored ? [{ title: t('sheets.effort'), share: 0.08 }] : []),
    ],
    rows,
  }
}

function actionRow(source: SheetSource, action: Action, n: number): readonly TableCell[] {
  const { snapshot, t } = source
  const insight = action.insightId === null ? undefined : snapshot.insights.get(action.insightId)
  const department =
    action.departmentId === null
      ? undefined
      : snapshot.departments.get(standsFor(snapshot, 'departments', action.departmentId))
  const votes = dotsOn(snapshot, { kind: 'action', id: action.id })
  return [
    [{ text: String(n) }],
    [{ text: action.title, style: BOLD }, { text: action.text }],
    [{ text: insight?.title ?? '', style: SMALL }],
    [{ text: ownerOf(snapshot, action) }, { text: department?.name ?? '', style: SMALL }],
    [{ text: dayOf(source, action.due) }],
    [{ text: t(`sheets.${action.status}`) }],
    [
      { text: scores(source, action), style: SMALL },
      { text: votes > 0 ? t('sheets.votes', { n: votes }) : '', style: SMALL },
    ],
  ]
}

function scores({ labels, t }: SheetSource, { difficulty, impact }: Action): string {
  return [
    difficulty === null ? '' : t('sheets.difficulty', { value: labels.formatNumber(difficulty) }),
    impact === null ? '' : t('sheets.impact', { value: labels.formatNumber(impact) }),
  ]
    .filter((text) => text !== '')
    .join('\n')
}

/** `2027-04-30` the way the language writes it; what is no such date stays as it is. */
function dayOf({ formatDay }: SheetSource, due: string): string {
  return /^\d{4}-\d{2}-\d{2}$/.test(due) ? formatDay(due) : due
}

function ideaTable(source: SheetSource): Table {
  const { t } = source
  return {
    title: t('sheets.ideas'),
    columns: [
      { title: t('sheets.number'), share: 0.04 },
      { title: t('sheets.idea'), share: 0.43 },
      { title: t('sheets.where'), share: 0.2 },
      { title: t('sheets.dots'), share: 0.08 },
      { title: t('sheets.who'), share: 0.15 },
      { title: t('sheets.due'), share: 0.1 },
    ],
    rows: ideasOf(source).map(({ card, where, votes }, index) => [
      [{ text: String(index + 1) }],
      [{ text: card.text }],
      [{ text: where, style: SMALL }],
      [{ text: votes > 0 ? String(votes) : '' }],
      [],
      [],
    ]),
  }
}

interface Idea {
  readonly card: Card
  readonly where: string
  readonly votes: number
}

/** Ideas that no action names as what it rests on, those with most dots first, then in the order of the map. */
function ideasOf({ snapshot, journey, wish, t }: SheetSource): readonly Idea[] {
  const taken = new Set([...snapshot.actions.values()].flatMap(({ evidenceCardIds }) => evidenceCardIds))
  const lanes = orderedLanes(snapshot, journey.id).filter(({ kind }) => kind === 'ideas')
  const ideas = activitiesByPhase(snapshot, journey.id).phases.flatMap(({ phase, activities }, index) => {
    if (wish.phaseIds !== null && !wish.phaseIds.includes(phase.id)) return []
    const title = phase.title || t('sheets.phaseNumber', { n: index + 1 })
    return activities.flatMap((activity) =>
      lanes.flatMap((lane) =>
        cardsInCell(snapshot, lane.id, activity.id).map((card) => ({
          card,
          where: [title, activity.text].filter((part) => part.trim() !== '').join(' › '),
          votes: dotsOn(snapshot, { kind: 'card', id: card.id }),
        })),
      ),
    )
  })
  return ideas
    .filter(({ card }) => !taken.has(card.id) && card.text.trim() !== '')
    .toSorted((a, b) => b.votes - a.votes)
}
