/**
 * Dots per subject and per person. Dots of merged persons add up, since all of them were set: too many is shown to
 * the group, never trimmed.
 */
import { memoByTables } from '../memoByTables.ts'
import type { PersonId } from '../records/person.ts'
import type { WorkshopSnapshot } from '../snapshot.ts'
import type { Subject } from '../subject.ts'
import { standsFor } from './standsFor.ts'
import { subjectAsKey } from './subjectAs.ts'

export interface Ballot {
  readonly bySubject: ReadonlyMap<string, number>
  readonly byPerson: ReadonlyMap<PersonId, number>
  /** Persons with more dots than the moderator allowed. */
  readonly overLimit: readonly PersonId[]
}

export const ballotResult = memoByTables(
  (snapshot: WorkshopSnapshot) => [snapshot.votes, snapshot.stage, snapshot.persons, snapshot.bin],
  (snapshot, ballot: string): Ballot => {
    const bySubject = new Map<string, number>()
    const byPerson = new Map<PersonId, number>()
    for (const vote of snapshot.votes.values()) {
      if (vote.ballot !== ballot || vote.count === 0) continue
      const subject = subjectAsKey(snapshot, { kind: vote.subjectKind, id: vote.subjectId })
      const person = standsFor(snapshot, 'persons', vote.personId as PersonId)
      bySubject.set(subject, (bySubject.get(subject) ?? 0) + vote.count)
      byPerson.set(person, (byPerson.get(person) ?? 0) + vote.count)
    }
    const limit = snapshot.stage.votesPerPerson
    const overLimit = limit === 0 ? [] : [...byPerson].filter(([, count]) => count > limit).map(([id]) => id)
    return { bySubject, byPerson, overLimit: overLimit.sort() }
  },
)

export function votesOf(
  snapshot: WorkshopSnapshot,
  subject: Subject,
  ballot = snapshot.stage.ballot,
): number {
  return ballotResult(snapshot, ballot).bySubject.get(subjectAsKey(snapshot, subject)) ?? 0
}
