/** Random plans for `play`: mostly doing and delivering, now and then a device that leaves or comes back. */
import fc from 'fast-check'
import { operationNames } from './operations.ts'
import type { Step } from './play.ts'

const device = fc.nat(7)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('act' as const),
      device,
      operation: fc.constantFrom(...operationNames),
      choice: fc.nat(),
    }),
  },
  {
    weight: 12,
    arbitrary: fc.record({
      kind: fc.constant('deliver' as const),
      device,
      pick: fc.nat(),
      twice: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('network' as const), device }) },
)
export const run = fc.record({
  devices: fc.integer({ min: 3, max: 8 }),
  world: fc.integer({ min: 1, max: 1_000_000 }),
  steps: fc.array(step, { minLength: 120, maxLength: 400, size: 'max' }),
})
