/**
 * Many attackers at once in a room where two honest people go on writing: counts what became of every frame by its kind,
 * and how long the honest ones ever waited for each other.
 */
import type { Capability } from '../../../../src/protocol/capability.ts'
import { connectAttacker, type Outcome } from './attacker.ts'
import { createHostileFrames } from './hostileFrames.ts'
import { seeded } from '../seeded.ts'
import type { StockClient } from '../stockClient.ts'

export type Tally = Map<string, Map<Outcome, number>>

export interface StormOptions {
  readonly url: string
  readonly capability: Capability
  readonly seed: number
  readonly frames: number
  readonly attackers: number
  readonly anna: StockClient
  readonly ben: StockClient
  readonly tally: Tally
}

export interface StormResult {
  /** The longest that an edit of Anna's took to Ben, this process' own delays included. */
  readonly longestWaitMs: number
  /** What Anna wrote meanwhile. */
  readonly honestEdits: readonly string[]
}

const HONEST_MS = 25
/** So that its rate limit is not what rejects an attacker's frames. */
const FRAMES_PER_CONNECTION = 150

export async function storm(options: StormOptions): Promise<StormResult> {
  const honest = watchHonest(options.anna, options.ben)
  const url = new URL(options.url)
  const victims = () => [options.anna.doc.clientID, options.ben.doc.clientID]
  let left = options.frames
  const attack = async (index: number) => {
    const next = createHostileFrames({ random: seeded(options.seed * 1_000 + index), victims })
    while (left > 0) {
      const attacker = await connectAttacker(url, options.capability)
      for (let sent = 0; sent < FRAMES_PER_CONNECTION && left > 0 && attacker.isOpen(); sent += 1) {
        left -= 1
        const { kind, bytes } = next()
        count(options.tally, kind, await attacker.attack(bytes))
        if (beginsFragment(bytes)) break
      }
      attacker.end()
    }
  }
  await Promise.all(Array.from({ length: options.attackers }, (_, index) => attack(index)))
  return honest.stop()
}

/** Whatever came next on that socket would be judged as its continuation. */
function beginsFragment(bytes: Buffer): boolean {
  return ((bytes[0] ?? 0) & 0x80) === 0
}

/** Anna writes all the time; for every edit the time until Ben has it. */
function watchHonest(anna: StockClient, ben: StockClient) {
  const waiting = new Map<string, number>()
  const edits: string[] = []
  let longest = 0
  const write = setInterval(() => {
    const key = `honest ${edits.length}`
    edits.push(key)
    waiting.set(key, performance.now())
    anna.doc.getMap('honest').set(key, edits.length)
  }, HONEST_MS)
  const look = (now: number) => {
    for (const [key, at] of waiting) {
      longest = Math.max(longest, now - at)
      if (ben.doc.getMap('honest').has(key)) waiting.delete(key)
    }
  }
  const onUpdate = () => look(performance.now())
  ben.doc.on('update', onUpdate)
  return {
    stop: (): StormResult => {
      clearInterval(write)
      ben.doc.off('update', onUpdate)
      look(performance.now())
      return { longestWaitMs: longest, honestEdits: edits }
    },
  }
}

function count(tally: Tally, kind: string, outcome: Outcome): void {
  const outcomes = tally.get(kind) ?? new Map<Outcome, number>()
  tally.set(kind, outcomes)
  outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1)
}
