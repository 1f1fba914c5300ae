/**
 * One share of the fuzz: random workshops through the real storage, on devices with disks that fail, a network that fails,
 * pages that die. A world is drawn from one number; one that ever failed stays in `failingWorlds.json` and is played first.
 */
import { describe, expect, it } from 'vitest'
import { operationNames } from '../operations.ts'
import { checkWorldEnd } from './checkWorldEnd.ts'
import { fuzzPlan, howToRepeat, type PlannedWorld, SHARES } from './fuzzPlan.ts'
import { reportRun } from './fuzzReport.ts'
import { nodeStage } from './nodeStage.ts'
import { runWorld } from './runWorld.ts'
import { createTally, faultsIn, type WorldTally } from './worldTally.ts'

/** From so many on everything that is drawn has come up. */
const ENOUGH = 5_000
const ONE_WORLD_MS = 120_000

async function playWorld(world: PlannedWorld, tally: WorldTally): Promise<void> {
  const leave = nodeStage()
  try {
    checkWorldEnd(await runWorld({ ...world, tally, locks: null }))
  } catch (cause) {
    throw new Error(howToRepeat(world), { cause })
  } finally {
    leave()
  }
}

/** `share` counts from 1, as in the names of the files. */
export function playShare(share: number): void {
  const plan = fuzzPlan('node', share - 1, SHARES)
  describe('devices with disks that fail', () => {
    if (plan.only === null && plan.failedOnce.length > 0) {
      it.each(plan.failedOnce)(
        '[CONV2] lose nothing in a world that failed once: $seed',
        { timeout: ONE_WORLD_MS },
        (world) => playWorld(world, createTally()),
      )
    }

    it(`[CONV3] lose nothing that they said was saved, and agree in the end (seed ${plan.seed})`, {
      timeout: ONE_WORLD_MS + plan.operations * 100,
    }, async () => {
      const tally = createTally()
      const started = performance.now()
      if (plan.only !== null) await playWorld(plan.only, tally)
      const worlds = plan.worlds()
      while (plan.only === null && tally.effective < plan.operations) {
        await playWorld(worlds.next().value, tally)
      }
      const seconds = (performance.now() - started) / 1000
      reportRun({ title: `fuzz ${share} of ${SHARES}`, seed: plan.seed, seconds, tally })
      if (plan.only === null) expect(tally.effective).toBeGreaterThanOrEqual(plan.operations)
      if (tally.effective >= ENOUGH) expectVariety(tally)
    })
  })
}

function expectVariety(tally: WorldTally): void {
  expect(tally.effective).toBeGreaterThan(tally.acted / 2)
  const never = operationNames.filter((name) => !tally.operations.has(name))
  expect(never, 'every kind of operation had an effect').toEqual([])
  expect(tally.faults.size).toBeGreaterThan(12)
  expect(faultsIn(tally)).toBeGreaterThan(tally.effective / 100)
  for (const event of ['older apps shut out', 'refused to an older app', 'from the past', 'second tab']) {
    expect(tally.events.get(event), event).toBeGreaterThan(0)
  }
}
