/**
 * The page's side of the poster worker: start it when the dialog opens, render, follow, cancel, throw away. Whatever
 * goes wrong in the worker comes back as a `PosterError`; nothing is left running after a cancel.
 */
import type { FontBytes } from '../layout/font/fontFiles.ts'
import type { Disposer } from '../shared/disposer.ts'
import { err, type Result } from '../shared/result.ts'
import type { PosterError, PosterJob, PosterProgress } from './posterJob.ts'
import type { PosterReply, PosterRequest } from './workerMessages.ts'

export interface RenderOptions {
  readonly onProgress?: PosterProgress
  readonly signal?: AbortSignal
}

/** After these the worker is still busy or no longer sound. */
const BROKEN: ReadonlySet<PosterError['code']> = new Set(['cancelled', 'worker-failed'])

type PosterResult = Result<Uint8Array<ArrayBuffer>, PosterError>

export interface PosterWorker {
  /** One at a time: a second call meanwhile answers `busy`. */
  readonly renderPoster: (job: PosterJob, options?: RenderOptions) => Promise<PosterResult>
  /** Ends the worker; a running poster answers `cancelled`. */
  readonly dispose: Disposer
}

/** What this needs of a `Worker`, so that tests can stand in for one. */
export type WorkerLike = Pick<
  Worker,
  'postMessage' | 'addEventListener' | 'removeEventListener' | 'terminate'
>

const startWorker = (): WorkerLike =>
  new Worker(new URL('./poster.worker.ts', import.meta.url), { type: 'module', name: 'poster' })

export function createPosterWorker(fonts: FontBytes, spawn: () => WorkerLike = startWorker): PosterWorker {
  let worker: WorkerLike | undefined
  let cancelRunning: (() => void) | undefined
  const end = (): void => {
    worker?.terminate()
    worker = undefined
  }
  const start = (): WorkerLike => {
    if (worker) return worker
    const started = spawn()
    // A worker that breaks before or between posters is thrown away; the next poster starts another.
    started.addEventListener('error', () => {
      if (worker === started) end()
    })
    worker = started
    post(started, { kind: 'fonts', fonts })
    return started
  }
  start()
  return {
    renderPoster: async (job, { onProgress, signal } = {}) => {
      if (cancelRunning) return err({ code: 'busy' })
      if (signal?.aborted) return err({ code: 'cancelled' })
      const controller = new AbortController()
      const cancel = () => controller.abort()
      cancelRunning = cancel
      signal?.addEventListener('abort', cancel)
      try {
        const result = await runJob(start(), job, controller.signal, onProgress)
        if (!result.ok && BROKEN.has(result.error.code)) end()
        return result
      } finally {
        signal?.removeEventListener('abort', cancel)
        cancelRunning = undefined
      }
    },
    dispose: () => {
      cancelRunning?.()
      end()
    },
  }
}

function post(worker: WorkerLike, request: PosterRequest): void {
  worker.postMessage(request)
}

function runJob(
  worker: WorkerLike,
  job: PosterJob,
  signal: AbortSignal,
  onProgress: PosterProgress = () => undefined,
): Promise<PosterResult> {
  return new Promise((resolve) => {
    const finish = (result: PosterResult): void => {
      worker.removeEventListener('message', onMessage)
      worker.removeEventListener('error', onError)
      worker.removeEventListener('messageerror', onError)
      signal.removeEventListener('abort', onAbort)
      resolve(result)
    }
    const onMessage = (event: Event): void => {
      const reply = (event as MessageEvent<PosterReply>).data
      if (reply.kind === 'progress') onProgress(reply.fraction)
      else finish(reply.result)
    }
    const onError = (event: Event): void => {
      const detail = 'message' in event && typeof event.message === 'string' ? event.message : event.type
      finish(err({ code: 'worker-failed', detail }))
    }
    const onAbort = (): void => finish(err({ code: 'cancelled' }))
    worker.addEventListener('message', onMessage)
    worker.addEventListener('error', onError)
    worker.addEventListener('messageerror', onError)
    signal.addEventListener('abort', onAbort)
    post(worker, { kind: 'render', job })
  })
}
