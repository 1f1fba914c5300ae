/** What the keys of ratings, votes and the like refer to: they are plain strings in the document. */
import { firstRound } from '../../model/records/round.ts'
import type { KeyedTableName, TableName } from '../../model/schema.ts'
import { tableOfSubject } from '../../model/select/subjectAs.ts'
import { type SubjectKind, subjectKinds } from '../../model/subject.ts'

const PARTS: Readonly<Record<string, TableName>> = {
  personId: 'persons',
  kpiId: 'kpis',
  touchpointId: 'touchpoints',
  auditId: 'audits',
  questionId: 'questions',
}

/** The table that a part of a key names a record of; null for what is no reference. */
export function tableOfKeyPart(
  _table: KeyedTableName,
  part: string,
  entry: Readonly<Record<string, unknown>>,
): TableName | null {
  if (part === 'roundId') return entry[part] === firstRound ? null : 'rounds'
  return part === 'subjectId' ? tableOfSubjectIn(entry) : (PARTS[part] ?? null)
}

/** Of whatever says what it is about by kind and id. */
export function tableOfSubjectIn(entry: Readonly<Record<string, unknown>>): TableName | null {
  const kind = subjectKinds.find((known) => known === entry['subjectKind'])
  return kind === undefined ? null : tableOfSubject(kind satisfies SubjectKind)
}
