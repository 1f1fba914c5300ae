/** Random plans for `play`: mostly doing and delivering, now and then a device that leaves or comes back. */
import fc from 'fast-check'
import { type OperationName, operationNames } from './operations.ts'
import type { Step } from './play.ts'

/** How often something is done, where it is not once: people mostly write, move and rate. */
const weights: Partial<Record<OperationName, number>> = {
  addCard: 3,
  moveCards: 3,
  typeInto: 4,
  editField: 3,
  moveActivity: 2,
  remove: 2,
  rate: 3,
  undo: 3,
  backAndForth: 2,
}
const operation = fc.oneof(
  ...operationNames.map((name) => ({ weight: weights[name] ?? 1, arbitrary: fc.constant(name) })),
)

const device = fc.nat(7)
const steps = (operation: fc.Arbitrary<OperationName>): fc.Arbitrary<Step> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('act' as const),
        device,
        operation,
        choice: fc.noBias(fc.nat()),
      }),
    },
    {
      weight: 12,
      arbitrary: fc.record({
        kind: fc.constant('deliver' as const),
        device,
        pick: fc.noBias(fc.nat()),
        twice: fc.boolean(),
      }),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('network' as const), device }) },
  )
export const run = fc.record({
  devices: fc.integer({ min: 3, max: 8 }),
  world: fc.integer({ min: 1, max: 1_000_000 }),
  steps: fc.array(steps(operation), { minLength: 120, maxLength: 400, size: 'max' }),
})

/** Few devices that change one field and take it back, again and again, on a network like ours. */
export const contest = fc.record({
  devices: fc.constant(3),
  world: fc.integer({ min: 1, max: 500_000 }).map((half) => half * 2),
  steps: fc.array(steps(fc.constantFrom<OperationName[]>('contend', 'contend', 'undo', 'redo')), {
    minLength: 15,
    maxLength: 40,
    size: 'max',
  }),
})
