/** What a rating, vote, agreed value, comment or lock is about: a kind of record and the id of one. */
export const subjectKinds = [
  'activity',
  'touchpoint',
  'placement',
  'microMoment',
  'card',
  'insight',
  'action',
  'persona',
  'journey',
  'phase',
  'lane',
  'sketch',
  'media',
  'kpi',
  'audit',
  'workshop',
] as const

export type SubjectKind = (typeof subjectKinds)[number]

export interface Subject {
  readonly kind: SubjectKind
  readonly id: string
}
