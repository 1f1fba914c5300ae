/** What a person thinks of something, 1–10, or null for "no opinion". Again means anew, never twice. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import { liveRecord } from '../liveRecord.ts'
import type { PersonId } from '../records/person.ts'
import type { RatingSource, RatingView } from '../records/rating.ts'
import { firstRound } from '../records/round.ts'
import { standsFor } from '../select/standsFor.ts'
import type { Subject } from '../subject.ts'
import { checkSubject } from '../subjectCheck.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'

export interface RateArgs {
  readonly subject: Subject
  readonly view: RatingView
  /** Absent: staff for the inside view, customer for the outside view. */
  readonly source?: RatingSource
  readonly roundId?: string
  readonly value: number | null
  /** How many answers the value is the mean of (surveys). */
  readonly n?: number
  /** For whom a scribe enters it; absent: for oneself. */
  readonly personId?: PersonId
}

export function isRatingValue(value: number | null): boolean {
  return value === null || (Number.isFinite(value) && value >= 1 && value <= 10)
}

/** Gives back the key of the rating. */
export function rate(workshop: WorkshopDocument, actor: Actor, args: RateArgs): CommandResult<string> {
  const subject = checkSubject(workshop, args.subject)
  if (!subject.ok) return subject
  const n = args.n ?? 1
  if (!isRatingValue(args.value)) return refuse('invalid', 'ratings.value', args.value)
  if (!Number.isInteger(n) || n < 1) return refuse('invalid', 'ratings.n', n)
  const snapshot = workshop.snapshot()
  const personId = args.personId ?? actor.personId
  if (personId === null) return refuse('invalid', 'ratings.personId', null)
  const person = liveRecord(workshop, 'persons', standsFor(snapshot, 'persons', personId))
  if (!person.ok) return person
  const parts = {
    subjectKind: args.subject.kind,
    subjectId: args.subject.id,
    view: args.view,
    source: args.source ?? (args.view === 'inside' ? 'staff' : 'customer'),
    roundId: args.roundId ?? snapshot.stage.roundId ?? firstRound,
    personId: person.value.id,
  }
  return commit(workshop, actor, (writer) =>
    writer.setKeyed('ratings', parts, { value: args.value, n, at: writer.at, by: actor.personId }),
  )
}
