/** Plays one plan of a run: who does what, which message arrives when; then everybody meets and everything is checked. */
import { checkInvariants } from './invariants.ts'
import { type OperationName, operations } from './operations.ts'
import { createReplicas, deliverAll, deliverOne, type Replica } from './replicas.ts'
import { createTokens, type Tokens } from './tokens.ts'
import { seededNumbers } from '../model/support/testWorkshop.ts'

export type Step =
  | {
      readonly kind: 'act'
      readonly device: number
      readonly operation: OperationName
      readonly choice: number
    }
  | { readonly kind: 'deliver'; readonly device: number; readonly pick: number; readonly twice: boolean }
  | { readonly kind: 'network'; readonly device: number }

export interface Plan {
  readonly devices: number
  readonly world: number
  readonly steps: readonly Step[]
}

export interface Tally {
  acted: number
  changed: number
  readonly byOperation: Map<string, number>
}

/**
 * A message that arrives before the one it builds on brings its deletions at once and its new values later: for a
 * while the device shows a default. Whoever undoes on top of that goes back to what was shown, so such cards are
 * left out of the check that undo leaves no holes.
 */
function noteGaps(replica: Replica, gaps: Set<string>): void {
  for (const card of replica.workshop.snapshot().cards.values()) if (card.source === '') gaps.add(card.id)
}

function act(replica: Replica, operation: OperationName, choice: number, tokens: Tokens, tally: Tally): void {
  const next = seededNumbers(choice)
  const before = replica.workshop.snapshot()
  replica.clock.pass(choice % 5_000)
  operations[operation]({ replica, tokens, pick: (choices) => Math.floor(next() * choices) })
  tally.acted += 1
  if (replica.workshop.snapshot() === before) return
  tally.changed += 1
  tally.byOperation.set(operation, (tally.byOperation.get(operation) ?? 0) + 1)
}

export function play({ devices, world, steps }: Plan, tally: Tally): void {
  const replicas = createReplicas(devices, world)
  const tokens = createTokens()
  const gaps = new Set<string>()
  // Half of the worlds have a network like ours, where nothing arrives before what it builds on.
  const inOrder = world % 2 === 0
  const receive = (replica: Replica, pick: number, twice: boolean) => {
    const before = replica.workshop.snapshot().cards
    deliverOne(replica, inOrder ? 0 : pick, twice)
    if (!inOrder && replica.workshop.snapshot().cards !== before) noteGaps(replica, gaps)
  }
  for (const each of steps) {
    const replica = replicas[each.device % devices]
    if (replica === undefined) throw new Error('no such device')
    if (each.kind === 'act') act(replica, each.operation, each.choice, tokens, tally)
    else if (each.kind === 'deliver') receive(replica, each.pick, each.twice)
    else replica.online = !replica.online
  }
  const next = seededNumbers(world)
  deliverAll(replicas, (length) => (inOrder ? 0 : Math.floor(next() * length)))
  checkInvariants(
    replicas.map((replica) => replica.workshop),
    tokens.owed(),
    gaps,
  )
  for (const replica of replicas) {
    replica.history.destroy()
    replica.workshop.destroy()
  }
}
