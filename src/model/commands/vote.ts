/** One dot more or less for something. A limit is the moderator's to see to: too many is shown, never refused. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { keyOf } from '../defineKeyed.ts'
import { voteKeyed } from '../records/vote.ts'
import type { PersonId } from '../records/person.ts'
import type { Subject } from '../subject.ts'
import { checkSubject } from '../subjectCheck.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface VoteArgs {
  readonly subject: Subject
  readonly change: 1 | -1
  readonly personId?: PersonId
}

/** Gives back how many dots the person has on it now. */
export function vote(workshop: WorkshopDocument, actor: Actor, args: VoteArgs): CommandResult<number> {
  const subject = checkSubject(workshop, args.subject)
  if (!subject.ok) return subject
  const personId = args.personId ?? actor.personId
  if (personId === null) return refuse('invalid', 'votes.personId', null)
  const snapshot = workshop.snapshot()
  const parts = {
    ballot: snapshot.stage.ballot,
    subjectKind: args.subject.kind,
    subjectId: args.subject.id,
    personId,
  }
  const count = Math.max(0, (snapshot.votes.get(keyOf(voteKeyed, parts))?.count ?? 0) + args.change)
  return commit(workshop, actor, (writer) => {
    writer.setKeyed('votes', parts, { count, at: writer.at })
    return count
  })
}
