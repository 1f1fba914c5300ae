import { describe, expect, it } from 'vitest'
import { combineDelivery } from '../../src/sync/deliveryStatus.ts'

describe('documents that the relay has', () => {
  it('are all there since it took the last of them, however long ago it took one that nobody writes in', () => {
    expect(
      combineDelivery([
        { state: 'delivered', at: 1 },
        { state: 'delivered', at: 420 },
        { state: 'delivered', at: 2 },
      ]),
    ).toEqual({ state: 'delivered', at: 420 })
  })

  it('are not all there while one of them waits, and what waits is added up', () => {
    expect(
      combineDelivery([
        { state: 'delivered', at: 420 },
        { state: 'pending', pending: 2, things: 2 },
        { state: 'pending', pending: 1, things: 1 },
      ]),
    ).toEqual({ state: 'pending', pending: 3, things: 3 })
  })
})
