/**
 * The storage fuzz of tests/convergence on Chromium's own IndexedDB: the same worlds, but the browser decides what is on
 * the disk when a page dies. `npm run fuzz -- --browser` plays as many as wanted.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkWorldEnd } from '../../convergence/storage/checkWorldEnd.ts'
import { fuzzPlan, howToRepeat, type PlannedWorld } from '../../convergence/storage/fuzzPlan.ts'
import { reportRun } from '../../convergence/storage/fuzzReport.ts'
import { addTally, createTally, type WorldTally } from '../../convergence/storage/worldTally.ts'
import { type StorageBrowser, startStorageBrowser } from './storageBrowser.ts'

const plan = fuzzPlan('browser')
/** Worlds that are played at the same time: mostly they wait for their disks. */
const PAGES = 3

let browser: StorageBrowser

beforeAll(async () => {
  browser = await startStorageBrowser()
})
afterAll(() => browser.close())

async function playWorld(world: PlannedWorld, tally: WorldTally): Promise<void> {
  const device = await browser.newDevice()
  try {
    const page = await browser.openPage(device)
    const end = await page.evaluate((wanted) => window.etappe.fuzz(wanted), {
      seed: world.seed,
      rules: world.rules.version,
    })
    checkWorldEnd({
      ...end,
      documents: end.documents.map(({ map, stage, review }) => ({
        map: Buffer.from(map, 'base64'),
        stage: Buffer.from(stage, 'base64'),
        review: Buffer.from(review, 'base64'),
      })),
    })
    addTally(tally, end.tally)
  } catch (cause) {
    throw new Error(howToRepeat(world, '--browser '), { cause })
  } finally {
    await device.close()
  }
}

describe('devices with disks that fail, in Chromium', () => {
  it(`[CONV3] lose nothing that they said was saved, and agree in the end (seed ${plan.seed})`, {
    timeout: 300_000 + plan.operations * 200,
  }, async () => {
    const tally = createTally()
    const started = performance.now()
    const worlds = plan.worlds()
    const playOn = async (): Promise<void> => {
      while (tally.effective < plan.operations) await playWorld(worlds.next().value, tally)
    }
    if (plan.only !== null) await playWorld(plan.only, tally)
    else await Promise.all(Array.from({ length: PAGES }, playOn))
    const seconds = (performance.now() - started) / 1000
    reportRun({ title: 'fuzz in Chromium', seed: plan.seed, seconds, tally })
    if (plan.only === null) expect(tally.effective).toBeGreaterThanOrEqual(plan.operations)
  })
})
