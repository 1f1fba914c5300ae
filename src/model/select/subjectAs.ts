/** The subject that a subject means today: merged activities, cards and touchpoints are counted as the one that stayed. */
import type { TableName } from '../schema.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import type { Subject, SubjectKind } from '../subject.ts'
import { standsFor } from './standsFor.ts'

const tableOfKind = {
  activity: 'activities',
  touchpoint: 'touchpoints',
  placement: 'placements',
  microMoment: 'microMoments',
  card: 'cards',
  insight: 'insights',
  action: 'actions',
  persona: 'personas',
  journey: 'journeys',
  phase: 'phases',
  lane: 'lanes',
  sketch: 'sketches',
  media: 'media',
  kpi: 'kpis',
  audit: 'audits',
  workshop: null,
} as const satisfies Readonly<Record<SubjectKind, TableName | null>>

export function tableOfSubject(kind: SubjectKind): TableName | null {
  return tableOfKind[kind]
}

export function subjectKey(subject: Subject): string {
  return `${subject.kind}:${subject.id}`
}

/** Two subjects with the same key are the same thing. */
export function subjectAsKey(snapshot: WorkshopSnapshot, subject: Subject): string {
  const table = tableOfKind[subject.kind]
  if (table === null) return subjectKey(subject)
  return subjectKey({ kind: subject.kind, id: standsFor(snapshot, table, subject.id as never) })
}
