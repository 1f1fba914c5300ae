import { expect, it, onTestFinished, vi } from 'vitest'
import { type RoundsOptions, startRounds } from '../../sync-server/rounds.ts'

const EVERY_MS = 60_000

/** Rounds that last until they are let go. */
function heldRounds(options: Partial<RoundsOptions> = {}) {
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const ends: ((cause?: Error) => void)[] = []
  const signals: AbortSignal[] = []
  const failures: unknown[] = []
  const rounds = startRounds({
    everyMs: EVERY_MS,
    work: (signal) =>
      new Promise<void>((resolve, reject) => {
        signals.push(signal)
        ends.push((cause) => (cause === undefined ? resolve() : reject(cause)))
      }),
    onFailed: (cause) => failures.push(cause),
    ...options,
  })
  return { rounds, ends, signals, failures, pass: (ms: number) => vi.advanceTimersByTimeAsync(ms) }
}

it('a round that lasts longer than the time to the next is waited for, and not followed by all that were due', async () => {
  const { ends, pass } = heldRounds()
  await pass(5 * EVERY_MS)
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await pass(EVERY_MS / 2)
  expect(ends).toHaveLength(1)
  await pass(EVERY_MS)
  expect(ends).toHaveLength(2)
})

it('a round that fails is said, and the next one comes all the same', async () => {
  const { ends, failures, pass } = heldRounds({ firstAfterMs: 1000 })
  await pass(1000)
  const failure = new Error('disk')
  ends[0]?.(failure)
  await pass(EVERY_MS)
  expect(failures).toEqual([failure])
  expect(ends).toHaveLength(2)
})

it('one that is asked for comes after the one under way, never beside it', async () => {
  const { rounds, ends, pass } = heldRounds()
  const asked = [rounds.run(), rounds.run()]
  await pass(0)
  expect(ends).toHaveLength(1)
  ends[0]?.()
  await asked[0]
  expect(ends).toHaveLength(2)
  ends[1]?.()
  await asked[1]
})

it('stopping breaks off the one under way and waits for its end; none comes after', async () => {
  const { rounds, ends, signals, pass } = heldRounds({ firstAfterMs: 1000 })
  await pass(1000)
  const next = rounds.run()
  let stopped = false
  const stopping = rounds.stop().then(() => (stopped = true))
  await pass(3 * EVERY_MS)
  expect([signals[0]?.aborted, stopped]).toEqual([true, false])
  ends[0]?.()
  await Promise.all([stopping, next])
  await rounds.run()
  await pass(3 * EVERY_MS)
  expect(ends).toHaveLength(1)
})
