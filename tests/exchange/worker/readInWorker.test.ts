import { describe, expect, it } from 'vitest'
import type { ReadSource } from '../../../src/exchange/readSource.ts'
import type { ReadReply, ReadRequest } from '../../../src/exchange/worker/readMessages.ts'
import { readInWorker, type ReadWorker } from '../../../src/exchange/worker/readInWorker.ts'
import { texts } from '../imported.ts'

type Heard = {
  readonly message?: (event: { data: ReadReply }) => void
  readonly error?: (event: object) => void
}

/** A worker whose other end is in the hands of the test. */
function fakeWorker() {
  const heard: Record<string, (event: never) => void> = {}
  const asked: ReadRequest[] = []
  let ended = 0
  const worker: ReadWorker = {
    postMessage: (request: ReadRequest) => void asked.push(request),
    terminate: () => void (ended += 1),
    addEventListener: (type: string, listener: unknown) => {
      heard[type] = listener as (event: never) => void
    },
  } as ReadWorker
  const on = heard as Heard
  return {
    worker,
    asked,
    ended: () => ended,
    say: (data: ReadReply) => on.message?.({ data }),
    fail: (message: string) => on.error?.({ message }),
  }
}

const files = (...all: File[]) => ({ kind: 'files', files: all, texts }) as const

const refusal: ReadSource = { ok: false, error: [{ code: 'unknownFormat', file: 'a.txt' }] }

describe('reading files off the page', () => {
  it('asks once, tells how far it is, and lets the worker go with the answer', async () => {
    const fake = fakeWorker()
    const told: number[] = []
    const file = new File(['x'], 'a.txt')
    const planned = readInWorker(files(file), { onProgress: (done) => told.push(done) }, () => fake.worker)
    expect(fake.asked).toEqual([{ kind: 'files', files: [{ file, path: 'a.txt' }], texts }])
    fake.say({ kind: 'progress', done: 0.5 })
    fake.say({ kind: 'read', source: refusal })
    expect(await planned).toEqual(refusal)
    expect([told, fake.ended()]).toEqual([[0.5], 1])
  })

  it('ends at once when it is cancelled, and never begins when it was before', async () => {
    const fake = fakeWorker()
    const controller = new AbortController()
    const planned = readInWorker(files(), { signal: controller.signal }, () => fake.worker)
    controller.abort()
    expect(await planned).toMatchObject({ ok: false, error: [{ code: 'cancelled' }] })
    expect(fake.ended()).toBe(1)
    const later = readInWorker(files(), { signal: controller.signal }, () => {
      throw new Error('started')
    })
    expect(await later).toMatchObject({ ok: false, error: [{ code: 'cancelled' }] })
  })

  it('is a fault of ours when the worker breaks, not of the file', async () => {
    const fake = fakeWorker()
    const planned = readInWorker(files(), {}, () => fake.worker)
    fake.say({ kind: 'broken', detail: 'boom' })
    await expect(planned).rejects.toThrow('boom')
    const other = fakeWorker()
    const lost = readInWorker(files(), {}, () => other.worker)
    other.say({ kind: 'progress', done: 0.1 })
    other.fail('gone')
    await expect(lost).rejects.toThrow('gone')
  })

  it('goes on without the worker when it cannot be fetched', async () => {
    const fake = fakeWorker()
    const file = new File(['journey\n  Search: 4: Anna'], 'a.mmd')
    const planned = readInWorker(files(file), {}, () => fake.worker)
    fake.fail('no network')
    expect(await planned).toMatchObject({
      ok: true,
      value: { kind: 'plan', plan: { counts: { activities: 1, cards: 1 } } },
    })
  })

  it('takes what was pasted in place of files', async () => {
    const fake = fakeWorker()
    const wanted = { kind: 'pasted', text: 'one\ntwo', name: 'Pasted' } as const
    const read = readInWorker(wanted, {}, () => fake.worker)
    expect(fake.asked).toEqual([wanted])
    fake.fail('no network')
    expect(await read).toMatchObject({
      ok: true,
      value: { kind: 'notes', notes: { rows: [['one'], ['two']] } },
    })
  })
})
