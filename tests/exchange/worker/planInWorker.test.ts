import { describe, expect, it } from 'vitest'
import type { Planned, PlanReply, PlanRequest } from '../../../src/exchange/worker/planMessages.ts'
import { planInWorker, type PlanWorker } from '../../../src/exchange/worker/planInWorker.ts'
import { texts } from '../imported.ts'

type Heard = {
  readonly message?: (event: { data: PlanReply }) => void
  readonly error?: (event: object) => void
}

/** A worker whose other end is in the hands of the test. */
function fakeWorker() {
  const heard: Record<string, (event: never) => void> = {}
  const asked: PlanRequest[] = []
  let ended = 0
  const worker: PlanWorker = {
    postMessage: (request: PlanRequest) => void asked.push(request),
    terminate: () => void (ended += 1),
    addEventListener: (type: string, listener: unknown) => {
      heard[type] = listener as (event: never) => void
    },
  } as PlanWorker
  const on = heard as Heard
  return {
    worker,
    asked,
    ended: () => ended,
    say: (data: PlanReply) => on.message?.({ data }),
    fail: (message: string) => on.error?.({ message }),
  }
}

const refusal: Planned = { ok: false, error: [{ code: 'unknownFormat', file: 'a.txt' }] }

describe('reading files off the page', () => {
  it('asks once, tells how far it is, and lets the worker go with the answer', async () => {
    const fake = fakeWorker()
    const told: number[] = []
    const file = new File(['x'], 'a.txt')
    const planned = planInWorker([file], texts, { onProgress: (done) => told.push(done) }, () => fake.worker)
    expect(fake.asked).toEqual([{ files: [{ file, path: 'a.txt' }], texts }])
    fake.say({ kind: 'progress', done: 0.5 })
    fake.say({ kind: 'planned', planned: refusal })
    expect(await planned).toEqual(refusal)
    expect([told, fake.ended()]).toEqual([[0.5], 1])
  })

  it('ends at once when it is cancelled, and never begins when it was before', async () => {
    const fake = fakeWorker()
    const controller = new AbortController()
    const planned = planInWorker([], texts, { signal: controller.signal }, () => fake.worker)
    controller.abort()
    expect(await planned).toMatchObject({ ok: false, error: [{ code: 'cancelled' }] })
    expect(fake.ended()).toBe(1)
    const later = planInWorker([], texts, { signal: controller.signal }, () => {
      throw new Error('started')
    })
    expect(await later).toMatchObject({ ok: false, error: [{ code: 'cancelled' }] })
  })

  it('is a fault of ours when the worker breaks, not of the file', async () => {
    const fake = fakeWorker()
    const planned = planInWorker([], texts, {}, () => fake.worker)
    fake.say({ kind: 'broken', detail: 'boom' })
    await expect(planned).rejects.toThrow('boom')
    const other = fakeWorker()
    const lost = planInWorker([], texts, {}, () => other.worker)
    other.say({ kind: 'progress', done: 0.1 })
    other.fail('gone')
    await expect(lost).rejects.toThrow('gone')
  })

  it('goes on without the worker when it cannot be fetched', async () => {
    const fake = fakeWorker()
    const file = new File(['journey\n  Search: 4: Anna'], 'a.mmd')
    const planned = planInWorker([file], texts, {}, () => fake.worker)
    fake.fail('no network')
    expect(await planned).toMatchObject({ ok: true, value: { counts: { activities: 1, cards: 1 } } })
  })
})
