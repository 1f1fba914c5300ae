import { describe, expect, it } from 'vitest'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { createRetryPace } from '../../src/sync/retryPace.ts'

const { roomFull, stopping } = CLOSE_CODES

function pace() {
  let now = 1_000_000
  const whole = (length: number) => new Uint8Array(length).fill(255)
  return {
    ...createRetryPace({ now: () => now }, whole),
    pass: (ms: number) => {
      now += ms
    },
  }
}

describe('when a lost connection is tried again', () => {
  it('is later each time as long as nobody answers', () => {
    const { nextAfter } = pace()
    expect([1, 2, 3, 4].map(() => nextAfter(null))).toEqual([200, 400, 800, 1600])
  })

  it('is soon when a connection that worked is lost', () => {
    const { nextAfter, synced } = pace()
    nextAfter(null)
    nextAfter(null)
    synced()
    expect(nextAfter(null)).toBe(200)
  })

  it('is later each time although the relay lets the device in, when it sends it away as full each time', () => {
    const { nextAfter, synced, pass } = pace()
    const waits = Array.from({ length: 10 }, () => {
      synced()
      pass(50)
      return nextAfter(roomFull)
    })
    expect(waits[0]).toBe(2_000)
    expect(waits.at(-1)).toBe(30_000)
  })

  it('is as soon as ever when a relay that worked for a while is stopped', () => {
    const { nextAfter, synced, pass } = pace()
    for (let time = 0; time < 5; time += 1) nextAfter(roomFull)
    synced()
    pass(60_000)
    expect(nextAfter(stopping)).toBe(2_000)
  })

  it('is as soon as ever when somebody asks for it', () => {
    const { nextAfter, begin } = pace()
    for (let time = 0; time < 5; time += 1) nextAfter(null)
    begin()
    expect(nextAfter(null)).toBe(200)
  })
})
