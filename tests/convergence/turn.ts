/** One turn of one device, and how it picks what it works on: from what that device itself shows. */
import type { Position } from '../../src/model/position.ts'
import type { IdIn, TableName } from '../../src/model/schema.ts'
import type { Replica } from './replicas.ts'
import type { Tokens } from './tokens.ts'

export interface Turn {
  readonly replica: Pick<Replica, 'name' | 'workshop' | 'history' | 'personId'>
  readonly tokens: Tokens
  /** A number that decides between `choices`; different for every question of one turn. */
  readonly pick: (choices: number) => number
}

export function anyOf<T>(turn: Turn, items: Iterable<T>): T | undefined {
  const all = [...items]
  return all[turn.pick(Math.max(1, all.length))]
}

/** Half of the time one of the first few: people work on the same things, and that is where they collide. */
export function anyId<T extends TableName>(turn: Turn, table: T): IdIn<T> | undefined {
  const ids: readonly string[] = [...turn.replica.workshop.snapshot()[table].keys()].sort()
  return anyOf(turn, turn.pick(2) === 0 ? ids.slice(0, 3) : ids) as IdIn<T> | undefined
}

export function anyPosition(turn: Turn, ids: Iterable<string>): Position {
  const neighbour = anyOf(turn, ids)
  if (neighbour === undefined || turn.pick(4) === 0) return turn.pick(2) === 0 ? 'first' : 'last'
  return turn.pick(2) === 0 ? { after: neighbour } : { before: neighbour }
}

export const actorOf = ({ replica }: Turn) => ({ personId: replica.personId })

export function cardTarget(turn: Turn) {
  if (turn.pick(12) === 0) return { laneId: null, activityId: null, placementId: null }
  if (turn.pick(4) === 0) {
    return {
      laneId: turn.pick(2) === 0 ? null : (anyId(turn, 'lanes') ?? null),
      placementId: anyId(turn, 'placements') ?? null,
    }
  }
  return { laneId: anyId(turn, 'lanes') ?? null, activityId: anyId(turn, 'activities') ?? null }
}

/** Runs a command that writes a new word; a refused one owes nothing. */
export function withWord(turn: Turn, command: (word: string) => { readonly ok: boolean }): void {
  const word = turn.tokens.mint(turn.replica.name)
  if (!command(word).ok) turn.tokens.wasDeleted(word)
}
