import { describe, expect, it } from 'vitest'
import type { Timers } from '../../src/shared/timers.ts'
import { withinTime } from '../../src/storage/withinTime.ts'

/** Every wait ends only when the test says so. */
function playedTimers(): Timers & { readonly end: () => void; readonly waiting: () => number } {
  const due: (() => void)[] = []
  return {
    after: (_ms, run) => {
      due.push(run)
      return () => void due.splice(due.indexOf(run), 1)
    },
    end: () => due.shift()?.(),
    waiting: () => due.length,
  }
}

describe('a browser that takes its time', () => {
  it('is waited for as long as it works something off', async () => {
    const timers = playedTimers()
    let progress = 0
    let finish: (result: { ok: true; value: string }) => void = () => undefined
    const work = new Promise<{ ok: true; value: string }>((resolve) => {
      finish = resolve
    })
    const outcome = withinTime(work, timers, 100, 'saving', () => progress)
    for (let n = 0; n < 5; n += 1) {
      progress += 1
      timers.end()
      expect(timers.waiting()).toBe(1)
    }
    finish({ ok: true, value: 'saved' })
    expect(await outcome).toEqual({ ok: true, value: 'saved' })
    expect(timers.waiting()).toBe(0)
  })

  it('has failed when it does nothing any more', async () => {
    const timers = playedTimers()
    const outcome = withinTime(new Promise<never>(() => undefined), timers, 100, 'saving', () => 7)
    timers.end()
    expect(await outcome).toMatchObject({ ok: false, error: { code: 'timeout' } })
  })
})
