/**
 * A million hostile frames against the relay as people run it, in rooms where honest people go on writing. Prints what
 * became of them by kind. ETAPPE_FUZZ_FRAMES and ETAPPE_FUZZ_SEED choose another size and start; a seed that fails
 * belongs into tests/sync-server/fuzzSeeds.json.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { roomIdOf } from '../../../src/protocol/capability.ts'
import { syncUrl } from '../../../src/protocol/socketPath.ts'
import { newLinks } from '../../sync-server/helpers/capabilities.ts'
import type { Outcome } from '../../sync-server/helpers/fuzz/attacker.ts'
import { storm, type Tally } from '../../sync-server/helpers/fuzz/storm.ts'
import { connectStock } from '../../sync-server/helpers/stockClient.ts'
import { waitFor } from '../../sync-server/helpers/waitFor.ts'
import { etappe } from './contestants.ts'
import type { ServerProcess } from './serverProcess.ts'
import { printTable } from './statistics.ts'

const FRAMES = Number(process.env['ETAPPE_FUZZ_FRAMES'] ?? 1_000_000)
const SEED = Number(process.env['ETAPPE_FUZZ_SEED'] ?? 20_261_121)
/** Then the storm moves on: a room that a writer has filled with thousands of invented clients is slow by right. */
const FRAMES_PER_ROOM = 5_000
const ATTACKERS = 48

async function stormOneRoom(server: ServerProcess, seed: number, frames: number, tally: Tally) {
  const links = newLinks()
  const relay = { urlOf: () => syncUrl(`http://127.0.0.1:${server.port}`, roomIdOf(links.moderator)) }
  const anna = connectStock(relay, links.moderator)
  await anna.synced()
  const ben = connectStock(relay, links.writer)
  await ben.synced()
  const url = `${relay.urlOf()}/map`
  const result = await storm({
    url,
    capability: links.writer,
    seed,
    frames,
    attackers: ATTACKERS,
    anna,
    ben,
    tally,
  })
  const last = connectStock(relay, links.reader)
  await last.synced()
  for (const person of [ben, last]) {
    await waitFor(
      `everybody has what Anna wrote (seed ${seed})`,
      () => result.honestEdits.every((key) => person.doc.getMap('honest').has(key)),
      30_000,
    )
  }
  expect(
    [...anna.closes, ...ben.closes].filter((code) => code !== 0),
    `seed ${seed}`,
  ).toEqual([])
  for (const person of [anna, ben, last]) person.stop()
  return result
}

function sent(tally: Tally): number {
  return [...tally.values()].reduce((all, counts) => [...counts.values()].reduce((a, b) => a + b, all), 0)
}

function isMutation(kind: string): boolean {
  return kind.startsWith('mutated')
}

function print(tally: Tally, title: string): void {
  const sum = (outcomes: ReadonlyMap<Outcome, number>, isMeant: (outcome: Outcome) => boolean) =>
    [...outcomes].reduce((all, [outcome, count]) => all + (isMeant(outcome) ? count : 0), 0)
  const codes = (outcomes: ReadonlyMap<Outcome, number>) =>
    [...outcomes]
      .filter(([outcome]) => outcome.startsWith('closed'))
      .map(([outcome, count]) => `${outcome.slice(7)}: ${count}`)
      .join(', ')
  printTable(
    title,
    ['kind', 'sent', 'accepted', 'rejected', 'rejected with', 'cut without a code', 'never finished'],
    [...tally].map(([kind, outcomes]) => [
      kind,
      String(sum(outcomes, () => true)),
      String(sum(outcomes, (outcome) => outcome === 'accepted')),
      String(sum(outcomes, (outcome) => outcome.startsWith('closed'))),
      codes(outcomes),
      String(sum(outcomes, (outcome) => outcome === 'cut')),
      String(sum(outcomes, (outcome) => outcome === 'unfinished')),
    ]),
  )
}

describe('relay, hostile frames', () => {
  it(`survives ${FRAMES} of them`, async () => {
    const folder = mkdtempSync(join(tmpdir(), 'etappe-bench-'))
    const server = await etappe.start(folder)
    await server.stalls()
    const tally: Tally = new Map()
    const from = performance.now()
    let longest = 0
    try {
      for (let done = 0; done < FRAMES; done += FRAMES_PER_ROOM) {
        const frames = Math.min(FRAMES_PER_ROOM, FRAMES - done)
        const { longestWaitMs } = await stormOneRoom(server, SEED + done / FRAMES_PER_ROOM, frames, tally)
        longest = Math.max(longest, longestWaitMs)
      }
    } finally {
      const { longestMs, longestWorkedMs } = await server.stalls()
      print(
        tally,
        `${sent(tally)} hostile frames from seed ${SEED} in ${((performance.now() - from) / 1000).toFixed(0)} s; ` +
          `an honest edit took ${longest.toFixed(0)} ms at most, with the delays of those who send and measure; ` +
          `the relay was kept from its event loop for ${longestMs.toFixed(0)} ms at most, ` +
          `of its own making for ${longestWorkedMs.toFixed(0)} ms (goal: below 1000)`,
      )
      await server.stop('SIGKILL')
      rmSync(folder, { recursive: true, force: true })
    }
    const total = (isMeant: (kind: string) => boolean) =>
      [...tally].reduce(
        (all, [kind, counts]) => all + (isMeant(kind) ? [...counts.values()].reduce((a, b) => a + b, 0) : 0),
        0,
      )
    expect(sent(tally)).toBe(FRAMES)
    expect(total(isMutation)).toBeGreaterThan(FRAMES / 2)
    expect([...(tally.get('valid update')?.keys() ?? [])]).toEqual(['accepted'])
  }, 7_200_000)
})
