/** What the moderator sets for everybody at once: step, timer, what is revealed. Lives in the stage document. */
import { defineSingleton, type SingletonOf } from '../defineSingleton.ts'
import { flag, list, nullable, number, ref, string, value } from '../field.ts'
import { parseObject, shapeOfParts } from '../parseObject.ts'
import type { PersonId } from './person.ts'
import { isSafeId } from '../../shared/ids.ts'

/** Runs while `pausedAfter` is null; every device counts from `startedAt` by its own clock. */
export interface Timer {
  readonly startedAt: number
  readonly durationMs: number
  readonly pausedAfterMs: number | null
}

const timerParts = { startedAt: number(0), durationMs: number(0, 0), pausedAfterMs: nullable(number(0, 0)) }

export const stageSingleton = defineSingleton({
  name: 'stage',
  document: 'stage',
  fields: {
    stepId: string(),
    timer: nullable(
      value<Timer>(
        { startedAt: 0, durationMs: 0, pausedAfterMs: null },
        (stored) => parseObject(timerParts, stored),
        shapeOfParts(timerParts),
      ),
    ),
    moderatorIds: list<PersonId>(
      (item) => (isSafeId(item) ? (item as PersonId) : undefined),
      ref('person').shape,
    ),
    /** Votes and ratings of others stay covered until the moderator reveals them. */
    hidesVotes: flag(),
    hidesRatings: flag(),
    /** Dots per person in the current ballot; 0 is no limit. */
    votesPerPerson: number(0, 0),
    ballot: string(),
    roundId: ref('round'),
    journeyId: ref('journey'),
    /** The activity the room talks about, for the wall. */
    spotlightId: string(),
    /** Where the workshop is now or also is, with seals that devices check (`src/protocol/newAddress`); empty: here. */
    newAddress: string(),
  },
})

export type Stage = SingletonOf<typeof stageSingleton>
