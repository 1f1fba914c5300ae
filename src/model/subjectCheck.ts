/** Whether the thing that a rating, vote or comment is about is there. */
import { ok } from '../shared/result.ts'
import { type CommandResult, refuse } from './commandResult.ts'
import { tableOfSubject } from './select/subjectAs.ts'
import type { Subject } from './subject.ts'
import type { WorkshopDocument } from './workshopDocument.ts'

export function checkSubject(workshop: WorkshopDocument, subject: Subject): CommandResult<Subject> {
  const table = tableOfSubject(subject.kind)
  if (table === null) return ok(subject)
  const records: ReadonlyMap<string, unknown> = workshop.snapshot()[table]
  return records.has(subject.id) ? ok(subject) : refuse('notFound', `${table}/${subject.id}`)
}
