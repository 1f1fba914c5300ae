/**
 * Three relays on one Redis and 300 people of one room spread over them: one relay is killed, then Redis is killed and comes
 * back with its append-only file, while everybody writes on. Not a comparison: no peer has such a promise to measure.
 */
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runDisaster } from '../../sync-server/helpers/redisDisaster.ts'
import { bundleRelay } from '../../sync-server/helpers/relayProcess.ts'
import { ROUNDS } from './statistics.ts'

const PEOPLE = 300
const EDITS_PER_PERSON_AND_SECOND = 0.2
/** Restarted at once, and away for longer than the relays let edits wait: then everybody is sent away and comes back. */
const AWAY_MS = [0, 8_000]
const GOAL_MS = 5_000

let script = ''
let remove = async () => {}

beforeAll(async () => {
  const bundle = await bundleRelay('redis-bench')
  script = bundle.script
  remove = bundle.remove
})
afterAll(() => remove())

const rounds = AWAY_MS.flatMap((awayMs) =>
  Array.from({ length: ROUNDS }, (_, index) => [awayMs, index + 1] as const),
)

for (const [awayMs, round] of rounds) {
  it(`Redis away for ${awayMs / 1000} s, 3 relays, ${PEOPLE} people, round ${round} of ${ROUNDS}: nothing acknowledged is lost, and all meet again`, async () => {
    const report = await runDisaster({
      script,
      people: PEOPLE,
      perSecond: EDITS_PER_PERSON_AND_SECOND,
      edits: 300,
      awayMs,
      patienceMs: 120_000,
    })
    console.log(
      `Redis disaster, away for ${awayMs / 1000} s, round ${round}: ${report.written} edits by ${PEOPLE} people at 3 relays; ${report.acknowledged} acknowledged before Redis died, ` +
        `${report.lostInRedis} of them missing in Redis when it was back, ${report.lostAtTheEnd} edits missing anywhere at the end; ` +
        `${report.losses} connections came back, converged ${(report.convergedMs / 1000).toFixed(1)} s after Redis was (goal < ${GOAL_MS / 1000} s)`,
    )
    expect(report.acknowledged).toBeGreaterThan(300)
    expect([report.lostInRedis, report.lostAtTheEnd]).toEqual([0, 0])
  })
}
