import { describe, expect, it } from 'vitest'
import { newLinks } from './helpers/capabilities.ts'
import { storm, type Tally } from './helpers/fuzz/storm.ts'
import { startRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { waitFor } from './helpers/waitFor.ts'
import failingSeeds from './fuzzSeeds.json' with { type: 'json' }

const FRAMES = 1_500
const SEEDS = [20_261_121, ...failingSeeds]

/** `npm run bench -- relay/fuzz` sends a million; a seed that fails there belongs into fuzzSeeds.json. */
describe('frames that an authorised but hostile client sends', () => {
  it.each(SEEDS)(
    'neither stop the honest people in the room nor harm what they write (seed %i)',
    async (seed) => {
      const relay = await startRelay()
      const links = newLinks()
      const anna = connectStock(relay, links.moderator)
      await anna.synced()
      const ben = connectStock(relay, links.writer)
      await ben.synced()
      const tally: Tally = new Map()
      const url = `${relay.urlOf(links.writer)}/map`
      const { honestEdits } = await storm({
        url,
        capability: links.writer,
        seed,
        frames: FRAMES,
        attackers: 16,
        anna,
        ben,
        tally,
      })
      const last = connectStock(relay, links.reader)
      for (const person of [ben, last]) {
        await waitFor(
          'everybody has what Anna wrote',
          () => honestEdits.every((key) => person.doc.getMap('honest').has(key)),
          25_000,
        )
      }
      const outcomes = [...tally.values()].flatMap((counts) => [...counts])
      const sum = (isMeant: (outcome: string) => boolean) =>
        outcomes.reduce((all, [outcome, count]) => all + (isMeant(outcome) ? count : 0), 0)
      expect(sum(() => true)).toBe(FRAMES)
      expect([...(tally.get('valid update')?.keys() ?? [])]).toEqual(['accepted'])
      expect(
        sum((outcome) => outcome.startsWith('closed')),
        JSON.stringify(outcomes),
      ).toBeGreaterThan(FRAMES / 5)
      expect([...anna.closes, ...ben.closes].filter((code) => code !== 0)).toEqual([])
    },
  )
})
