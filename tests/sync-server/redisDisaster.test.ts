import { afterAll, beforeAll, expect, it } from 'vitest'
import { bundleRelay } from './helpers/relayProcess.ts'
import { runDisaster } from './helpers/redisDisaster.ts'

let script = ''
let remove = async () => {}

beforeAll(async () => {
  const bundle = await bundleRelay('disaster')
  script = bundle.script
  remove = bundle.remove
})
afterAll(() => remove())

it('three relays lose nothing acknowledged when one is killed and Redis dies and comes back, and all meet again', async () => {
  const options = { people: 9, perSecond: 20, edits: 60, awayMs: 0, patienceMs: 60_000 }
  const report = await runDisaster({ script, ...options })
  expect(report.acknowledged).toBeGreaterThan(options.edits)
  expect(report.losses, 'only those of the relay that was killed').toBeGreaterThanOrEqual(options.people / 3)
  expect([report.lostInRedis, report.lostAtTheEnd]).toEqual([0, 0])
}, 120_000)
