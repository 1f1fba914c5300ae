/** The group settles on a value for a subject and a view: a pin of the performance curve. Null takes the pin away. */
import type { Actor } from '../actor.ts'
import { type CommandResult, refuse } from '../commandResult.ts'
import { commit } from '../commit.ts'
import type { RatingView } from '../records/rating.ts'
import { firstRound } from '../records/round.ts'
import type { Subject } from '../subject.ts'
import { checkSubject } from '../subjectCheck.ts'
import type { WorkshopDocument } from '../workshopDocument.ts'
import { isRatingValue } from './rate.ts'

export interface AgreeValueArgs {
  readonly subject: Subject
  readonly view: RatingView
  readonly value: number | null
  readonly why?: string
  readonly roundId?: string
}

export function agreeValue(
  workshop: WorkshopDocument,
  actor: Actor,
  args: AgreeValueArgs,
): CommandResult<string> {
  const subject = checkSubject(workshop, args.subject)
  if (!subject.ok) return subject
  if (!isRatingValue(args.value)) return refuse('invalid', 'agreedValues.value', args.value)
  const parts = {
    subjectKind: args.subject.kind,
    subjectId: args.subject.id,
    view: args.view,
    roundId: args.roundId ?? workshop.snapshot().stage.roundId ?? firstRound,
  }
  const why = args.why === undefined ? {} : { why: args.why }
  return commit(workshop, actor, (writer) =>
    writer.setKeyed('agreedValues', parts, { value: args.value, by: actor.personId, at: writer.at, ...why }),
  )
}
