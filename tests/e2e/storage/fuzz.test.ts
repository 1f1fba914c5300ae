/**
 * The storage fuzz of tests/convergence on Chromium's own IndexedDB: the same worlds, but the browser decides what is on
 * the disk when a page dies. A small share here; `npm run fuzz -- --browser` plays 10,000 operations or as many as wanted.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { checkWorldEnd } from '../../convergence/storage/checkWorldEnd.ts'
import { count, createTally, describeTally, type WorldTally } from '../../convergence/storage/worldTally.ts'
import { seededNumbers } from '../../model/support/testWorkshop.ts'
import type { PageWorldEnd } from './fuzzInPage.ts'
import { type StorageBrowser, startStorageBrowser } from './storageBrowser.ts'

const SEED = Number(process.env['ETAPPE_FUZZ_SEED'] ?? 20_261_122)
const OPERATIONS = Number(process.env['ETAPPE_FUZZ_OPS'] ?? 60)
const ONE_WORLD = process.env['ETAPPE_FUZZ_WORLD']
const PER_WORLD = Math.min(150, OPERATIONS)

let browser: StorageBrowser

beforeAll(async () => {
  browser = await startStorageBrowser()
})
afterAll(() => browser.close())

async function playWorld(seed: number, tally: WorldTally): Promise<void> {
  const device = await browser.newDevice()
  try {
    const page = await browser.openPage(device)
    const end = await page.evaluate((world) => window.etappe.fuzz(world), { seed, operations: PER_WORLD })
    checkWorldEnd({
      ...end,
      documents: end.documents.map(({ map, stage, review }) => ({
        map: Buffer.from(map, 'base64'),
        stage: Buffer.from(stage, 'base64'),
        review: Buffer.from(review, 'base64'),
      })),
    })
    addTo(tally, end.tally)
  } catch (cause) {
    throw new Error(`world ${seed} failed; play it again: npm run fuzz -- --browser --world ${seed}`, {
      cause,
    })
  } finally {
    await device.close()
  }
}

function addTo(sum: WorldTally, { faults, events, ...numbers }: PageWorldEnd['tally']): void {
  sum.worlds += 1
  sum.acted += numbers.acted
  sum.effective += numbers.effective
  sum.reloads += numbers.reloads
  sum.diedUnsaved += numbers.diedUnsaved
  sum.checks += numbers.checks
  for (const [name, many] of faults) for (let n = 0; n < many; n += 1) count(sum.faults, name)
  for (const [name, many] of events) for (let n = 0; n < many; n += 1) count(sum.events, name)
}

describe('devices with disks that fail, in Chromium', () => {
  it(`[CONV3] lose nothing that they said was saved, and agree in the end (seed ${SEED})`, {
    timeout: 300_000 + OPERATIONS * 1_000,
  }, async () => {
    const tally = createTally()
    const next = seededNumbers(SEED)
    const started = performance.now()
    if (ONE_WORLD !== undefined) await playWorld(Number(ONE_WORLD), tally)
    while (ONE_WORLD === undefined && tally.acted < OPERATIONS) {
      await playWorld(Math.floor(next() * 1_000_000_000), tally)
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    process.stdout.write(`fuzz in Chromium: seed ${SEED}, ${seconds} s\n${describeTally(tally)}\n`)
    if (ONE_WORLD === undefined) expect(tally.effective).toBeGreaterThan(tally.acted / 2)
  })
})
