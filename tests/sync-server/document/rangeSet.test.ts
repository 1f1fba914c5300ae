import { fc, test } from '@fast-check/vitest'
import { expect } from 'vitest'
import { createRangeSet } from '../../../sync-server/document/rangeSet.ts'

const ranges = fc.array(fc.record({ clock: fc.nat(400), length: fc.integer({ min: 1, max: 6 }) }), {
  maxLength: 80,
})

test.prop([ranges, ranges], { seed: 82, numRuns: 300 })(
  'a set of ranges is the same whether they come one by one or at once, in whatever order',
  (first, second) => {
    const [single, together] = [createRangeSet(), createRangeSet()]
    const clocks = new Set<number>()
    for (const batch of [first, second]) {
      together.addAll(batch)
      for (const range of batch) {
        single.add(range)
        for (let clock = range.clock; clock < range.clock + range.length; clock += 1) clocks.add(clock)
      }
      expect(together.ranges()).toEqual(single.ranges())
    }
    const covered = Array.from({ length: 410 }, (_, clock) => clock).filter((clock) =>
      together.covers({ clock, length: 1 }),
    )
    expect(covered).toEqual([...clocks].sort((a, b) => a - b))
    const held = together.ranges()
    for (const [at, { clock, length }] of held.entries())
      expect(clock + length).toBeLessThan(held[at + 1]?.clock ?? Number.POSITIVE_INFINITY)
  },
)
