/**
 * Random workshops through the real storage: devices on disks that fail, a network that fails, pages that die. A world is
 * drawn from one number; `npm run fuzz` plays as many as wanted. A world that ever failed stays in `failingWorlds.json`.
 */
import { describe, expect, it } from 'vitest'
import { seededNumbers } from '../../model/support/testWorkshop.ts'
import { checkWorldEnd } from './checkWorldEnd.ts'
import failingWorlds from './failingWorlds.json'
import { nodeStage } from './nodeStage.ts'
import { runWorld } from './runWorld.ts'
import { createTally, describeTally, type WorldTally } from './worldTally.ts'

const SEED = Number(process.env['ETAPPE_FUZZ_SEED'] ?? 20_261_121)
const OPERATIONS = Number(process.env['ETAPPE_FUZZ_OPS'] ?? 300)
const ONE_WORLD = process.env['ETAPPE_FUZZ_WORLD']
/** What a world is depends on it: the numbers in `failingWorlds.json` mean worlds of this length. */
const PER_WORLD = 200

async function playWorld(seed: number, tally: WorldTally): Promise<void> {
  const leave = nodeStage()
  try {
    checkWorldEnd(await runWorld({ seed, tally, operations: PER_WORLD, locks: null }))
  } catch (cause) {
    throw new Error(`world ${seed} failed; play it again: npm run fuzz -- --world ${seed}`, { cause })
  } finally {
    leave()
  }
}

describe('devices with disks that fail', () => {
  it(`[CONV3] lose nothing that they said was saved, and agree in the end (seed ${SEED})`, {
    timeout: 120_000 + OPERATIONS * 100,
  }, async () => {
    const tally = createTally()
    const next = seededNumbers(SEED)
    const started = performance.now()
    if (ONE_WORLD !== undefined) await playWorld(Number(ONE_WORLD), tally)
    while (ONE_WORLD === undefined && tally.effective < OPERATIONS) {
      await playWorld(Math.floor(next() * 1_000_000_000), tally)
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    process.stdout.write(`fuzz: seed ${SEED}, ${seconds} s\n${describeTally(tally)}\n`)
    if (ONE_WORLD !== undefined) return
    expect(tally.effective).toBeGreaterThan(tally.acted / 2)
    expect(tally.faults.size).toBeGreaterThan(5)
  })

  it('do the same again for the same seed, or a seed would be no way to find anything', async () => {
    const again = async () => {
      const tally = createTally()
      const leave = nodeStage()
      const end = await runWorld({ seed: 7_002, tally, operations: 60, locks: null }).finally(leave)
      return { end, tally: describeTally(tally) }
    }
    expect(await again()).toEqual(await again())
  })

  it.each(failingWorlds as readonly number[])(
    '[CONV2] again in a world that failed once: %i',
    async (seed) => {
      await playWorld(seed, createTally())
    },
  )
})
