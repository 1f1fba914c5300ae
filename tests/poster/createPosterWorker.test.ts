import { describe, expect, it } from 'vitest'
import { createPosterWorker, type WorkerLike } from '../../src/poster/createPosterWorker.ts'
import type { PosterJob } from '../../src/poster/posterJob.ts'
import type { PosterReply, PosterRequest } from '../../src/poster/workerMessages.ts'
import { shippedFontBytes } from '../helpers/shippedFonts.ts'

const job: PosterJob = {
  scenes: [{ width: 10, height: 10, ops: [] }],
  pictures: new Map(),
  meta: { title: 't', language: 'en', createdAt: 0 },
}

/** A worker whose replies the test decides. The real one is driven in posterInBrowser.test.ts. */
class ScriptedWorker extends EventTarget {
  readonly requests: PosterRequest[] = []
  ended = false
  postMessage(request: PosterRequest): void {
    this.requests.push(request)
  }
  terminate(): void {
    this.ended = true
  }
  reply(reply: PosterReply): void {
    this.dispatchEvent(Object.assign(new Event('message'), { data: reply }))
  }
  fail(message: string): void {
    this.dispatchEvent(Object.assign(new Event('error'), { message }))
  }
}

function scripted() {
  const workers: ScriptedWorker[] = []
  const poster = createPosterWorker(shippedFontBytes(), () => {
    const worker = new ScriptedWorker()
    workers.push(worker)
    return worker as unknown as WorkerLike
  })
  const newest = (): ScriptedWorker => {
    const worker = workers.at(-1)
    if (!worker) throw new Error('no worker was started')
    return worker
  }
  return { poster, workers, newest }
}

const done: PosterReply = { kind: 'done', result: { ok: true, value: new Uint8Array([1]) } }

describe('the page side of the poster worker', () => {
  it('starts the worker and hands over the fonts at once, so that the first poster is quick', () => {
    expect(
      scripted()
        .newest()
        .requests.map(({ kind }) => kind),
    ).toEqual(['fonts'])
  })

  it('answers with the bytes and passes progress on', async () => {
    const { poster, newest } = scripted()
    const seen: number[] = []
    const answer = poster.renderPoster(job, { onProgress: (fraction) => seen.push(fraction) })
    newest().reply({ kind: 'progress', fraction: 0.5 })
    newest().reply(done)
    expect(await answer).toEqual({ ok: true, value: new Uint8Array([1]) })
    expect(seen).toEqual([0.5])
  })

  it('ends the worker on cancel and starts a fresh one for the next poster', async () => {
    const { poster, workers, newest } = scripted()
    const cancel = new AbortController()
    const answer = poster.renderPoster(job, { signal: cancel.signal })
    cancel.abort()
    expect(await answer).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(workers[0]?.ended).toBe(true)
    const next = poster.renderPoster(job)
    expect(workers).toHaveLength(2)
    newest().reply(done)
    expect(await next).toMatchObject({ ok: true })
  })

  it('does not start when it was cancelled before', async () => {
    const { poster, newest } = scripted()
    expect(await poster.renderPoster(job, { signal: AbortSignal.abort() })).toEqual({
      ok: false,
      error: { code: 'cancelled' },
    })
    expect(newest().requests).toHaveLength(1)
  })

  it('answers busy to a second poster meanwhile, and the first goes on', async () => {
    const { poster, newest } = scripted()
    const first = poster.renderPoster(job)
    expect(await poster.renderPoster(job)).toEqual({ ok: false, error: { code: 'busy' } })
    newest().reply(done)
    expect(await first).toMatchObject({ ok: true })
  })

  it('says what broke when the worker breaks, and recovers', async () => {
    const { poster, workers, newest } = scripted()
    const answer = poster.renderPoster(job)
    newest().fail('out of memory')
    expect(await answer).toEqual({ ok: false, error: { code: 'worker-failed', detail: 'out of memory' } })
    const next = poster.renderPoster(job)
    newest().reply(done)
    expect(await next).toMatchObject({ ok: true })
    expect(workers).toHaveLength(2)
  })

  it('does not wait for ever for a worker that broke before the first poster', async () => {
    const { poster, workers, newest } = scripted()
    newest().fail('script not found')
    const answer = poster.renderPoster(job)
    expect(workers).toHaveLength(2)
    newest().reply(done)
    expect(await answer).toMatchObject({ ok: true })
  })

  it('ends everything when disposed, twice without harm', async () => {
    const { poster, newest } = scripted()
    const answer = poster.renderPoster(job)
    poster.dispose()
    poster.dispose()
    expect(await answer).toEqual({ ok: false, error: { code: 'cancelled' } })
    expect(newest().ended).toBe(true)
  })
})
