import { describe, expect, it } from 'vitest'
import type { ComposedPoster, PosterChoices } from '../../src/poster/composePoster.ts'
import { createPosterWorker } from '../../src/poster/createPosterWorker.ts'
import type { PosterJob } from '../../src/poster/posterJob.ts'
import type { WorkerLike } from '../../src/poster/WorkerQueue.ts'
import type { PosterReply, PosterRequest } from '../../src/poster/workerMessages.ts'
import { emptyWorkshop } from '../exchange/importedSample.ts'
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
  const kinds = () => newest().requests.map(({ kind }) => kind)
  return { poster, workers, newest, kinds }
}

const bytes = (value: number): PosterReply => ({
  kind: 'rendered',
  poster: { ok: true, value: new Uint8Array([value]) },
})
const cancelled = { ok: false, error: { code: 'cancelled' } }

describe('the page side of the poster worker', () => {
  it('starts the worker and hands over the fonts at once, so that the first poster is quick', () => {
    expect(scripted().kinds()).toEqual(['fonts'])
  })

  it('answers with the bytes and passes progress on', async () => {
    const { poster, newest } = scripted()
    const seen: number[] = []
    const answer = poster.renderPoster(job, { onProgress: (fraction) => seen.push(fraction) })
    newest().reply({ kind: 'progress', fraction: 0.5 })
    newest().reply(bytes(1))
    expect(await answer).toEqual({ ok: true, value: new Uint8Array([1]) })
    expect(seen).toEqual([0.5])
  })

  it('lays out in the worker too', async () => {
    const { poster, newest } = scripted()
    const choices = { locale: 'de' } as PosterChoices
    const answer = poster.composePoster(emptyWorkshop().snapshot(), choices)
    expect(newest().requests.at(-1)).toMatchObject({ kind: 'compose', choices })
    const composed = { job, missing: ['東'] } as unknown as ComposedPoster
    newest().reply({ kind: 'composed', poster: composed })
    expect(await answer).toEqual({ ok: true, value: composed })
  })

  it('lets tasks wait for each other and answers each with its own result', async () => {
    const { poster, newest, kinds } = scripted()
    const first = poster.renderPoster(job)
    const second = poster.renderPoster(job)
    expect(kinds()).toEqual(['fonts', 'render'])
    newest().reply(bytes(1))
    expect(kinds()).toEqual(['fonts', 'render', 'render'])
    newest().reply(bytes(2))
    expect(await Promise.all([first, second])).toEqual([
      { ok: true, value: new Uint8Array([1]) },
      { ok: true, value: new Uint8Array([2]) },
    ])
  })

  it('ends the worker on cancel and has a fresh one ready for the next poster', async () => {
    const { poster, workers, newest } = scripted()
    const cancel = new AbortController()
    const answer = poster.renderPoster(job, { signal: cancel.signal })
    cancel.abort()
    expect(await answer).toEqual(cancelled)
    expect(workers.map(({ ended }) => ended)).toEqual([true, false])
    const next = poster.renderPoster(job)
    workers[0]?.reply(bytes(9))
    newest().reply(bytes(2))
    expect(await next).toEqual({ ok: true, value: new Uint8Array([2]) })
  })

  it('drops a cancelled task that still waits, and the running one goes on', async () => {
    const { poster, workers, newest, kinds } = scripted()
    const cancel = new AbortController()
    const first = poster.renderPoster(job)
    const second = poster.renderPoster(job, { signal: cancel.signal })
    cancel.abort()
    expect(await second).toEqual(cancelled)
    newest().reply(bytes(1))
    expect(await first).toMatchObject({ ok: true })
    expect(workers).toHaveLength(1)
    expect(kinds()).toEqual(['fonts', 'render'])
  })

  it('does not start what was cancelled before', async () => {
    const { poster, kinds } = scripted()
    expect(await poster.renderPoster(job, { signal: AbortSignal.abort() })).toEqual(cancelled)
    expect(kinds()).toEqual(['fonts'])
  })

  it('says what broke when the worker breaks, and goes on with a new one', async () => {
    const { poster, workers, newest } = scripted()
    const first = poster.renderPoster(job)
    const second = poster.renderPoster(job)
    newest().fail('out of memory')
    expect(await first).toEqual({ ok: false, error: { code: 'worker-failed', detail: 'out of memory' } })
    newest().reply(bytes(2))
    expect(await second).toMatchObject({ ok: true })
    expect(workers).toHaveLength(2)
  })

  it('does not wait for ever for a worker that broke before the first poster', async () => {
    const { poster, workers, newest } = scripted()
    newest().fail('script not found')
    const answer = poster.renderPoster(job)
    expect(workers).toHaveLength(2)
    newest().reply(bytes(1))
    expect(await answer).toMatchObject({ ok: true })
  })

  it('ends everything when disposed, twice without harm, and starts nothing afterwards', async () => {
    const { poster, workers, newest } = scripted()
    const answers = [poster.renderPoster(job), poster.renderPoster(job)]
    poster.dispose()
    poster.dispose()
    expect(await Promise.all(answers)).toEqual([cancelled, cancelled])
    expect(newest().ended).toBe(true)
    expect(await poster.renderPoster(job)).toEqual(cancelled)
    expect(workers).toHaveLength(1)
  })
})
