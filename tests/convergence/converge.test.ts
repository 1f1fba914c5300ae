/**
 * Random workshops: 3 to 8 devices do random things, go offline and come back, messages arrive late, twice and in any
 * order. `FUZZ_SEED` (and `FUZZ_RUNS`) choose another run; a seed that ever failed is kept in `failingSeeds.json`.
 */
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import failingSeeds from './failingSeeds.json'
import { operationNames } from './operations.ts'
import { contest, run } from './plans.ts'
import { play, type Tally } from './play.ts'

const DEFAULT_SEED = 20_270_401
const seed = Number(process.env['FUZZ_SEED'] ?? DEFAULT_SEED)
const numRuns = Number(process.env['FUZZ_RUNS'] ?? 40)

describe('devices that meet again', () => {
  it(`[CONV1] hold and show the same, and have lost nothing (seed ${seed}, ${numRuns} runs)`, () => {
    const tally: Tally = { acted: 0, changed: 0, byOperation: new Map() }
    fc.assert(
      fc.property(run, (plan) => play(plan, tally)),
      { seed, numRuns, endOnFailure: process.env['FUZZ_SHRINK'] === undefined },
    )
    console.log(
      `seed ${seed}: ${tally.changed} of ${tally.acted} operations changed the workshop in ${numRuns} runs`,
    )
    const counts = [...tally.byOperation].sort(([a], [b]) => (a < b ? -1 : 1))
    console.log(counts.map(([name, count]) => `${name} ${count}`).join(', '))
    expect(tally.changed).toBeGreaterThan(tally.acted / 2)
    const never = operationNames.filter((name) => !tally.byOperation.has(name))
    expect(never, 'every kind of operation had an effect').toEqual([])
  })

  it(`[UNDO5] never find a field empty because somebody took something back (seed ${seed})`, () => {
    const tally: Tally = { acted: 0, changed: 0, byOperation: new Map() }
    fc.assert(
      fc.property(contest, (plan) => play(plan, tally)),
      { seed, numRuns: numRuns * 2, endOnFailure: process.env['FUZZ_SHRINK'] === undefined },
    )
    expect(tally.byOperation.get('undo')).toBeGreaterThan(numRuns)
  })

  it.each(failingSeeds as readonly { seed: number; path: string }[])(
    '[CONV2] again with a seed that failed once: $seed',
    (once) => {
      const tally: Tally = { acted: 0, changed: 0, byOperation: new Map() }
      fc.assert(
        fc.property(run, (plan) => play(plan, tally)),
        { seed: once.seed, path: once.path, endOnFailure: true },
      )
      const counts = [...tally.byOperation].sort(([a], [b]) => (a < b ? -1 : 1))
      console.log(counts.map(([name, count]) => `${name} ${count}`).join(', '))
      expect(tally.changed).toBeGreaterThan(0)
    },
  )
})
