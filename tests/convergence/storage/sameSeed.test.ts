import { expect, it } from 'vitest'
import { nodeStage } from './nodeStage.ts'
import { runWorld } from './runWorld.ts'
import { createTally, describeTally } from './worldTally.ts'

it('the same seed does the same again, or it would be no way to find anything', async () => {
  const again = async () => {
    const tally = createTally()
    const leave = nodeStage()
    const end = await runWorld({ seed: 7_002, tally, operations: 300, locks: null }).finally(leave)
    return { end, tally: describeTally(tally) }
  }
  expect(await again()).toEqual(await again())
})
