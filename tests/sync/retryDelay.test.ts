import { describe, expect, it } from 'vitest'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { retryDelay } from '../../src/sync/retryDelay.ts'

const soonest = () => Uint8Array.of(0)
const latest = () => Uint8Array.of(255)

describe('when it is tried again', () => {
  it('is later each time, but never later than half a minute', () => {
    const delays = [0, 1, 2, 3, 4, 5, 6, 7, 8, 100].map((attempt) => retryDelay(attempt, null, latest))
    expect(delays).toEqual([200, 400, 800, 1_600, 3_200, 6_400, 12_800, 25_600, 30_000, 30_000])
  })

  it('is spread over half of that time, so that sixty devices do not come back in one moment', () => {
    expect(retryDelay(20, null, soonest)).toBe(15_000)
    expect(retryDelay(20, null, latest)).toBe(30_000)
  })

  it('respects a relay that asked to come back later, and even more one that is overrun', () => {
    expect(retryDelay(0, CLOSE_CODES.stopping, soonest)).toBe(1_000)
    expect(retryDelay(0, CLOSE_CODES.roomNotThereYet, latest)).toBe(2_000)
    expect(retryDelay(0, CLOSE_CODES.tooMany, soonest)).toBe(5_000)
    expect(retryDelay(0, 1006, latest)).toBe(200)
  })
  it('is never far off while the relay waits for its store, since it lets those who come wait with it', () => {
    for (const attempt of [0, 5, 100]) {
      expect(retryDelay(attempt, CLOSE_CODES.storageFailed, soonest)).toBe(1_000)
      expect(retryDelay(attempt, CLOSE_CODES.storageFailed, latest)).toBe(2_000)
    }
  })
})
