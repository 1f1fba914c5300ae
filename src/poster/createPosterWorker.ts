/**
 * The page's side of the poster worker: started when the dialog opens, asked for previews and files, thrown away. Tasks
 * wait for each other; whatever goes wrong in the worker comes back as a `PosterError`, and the next task starts afresh.
 */
import type { FontBytes } from '../layout/font/fontFiles.ts'
import type { WorkshopSnapshot } from '../model/snapshot.ts'
import type { Disposer } from '../shared/disposer.ts'
import { ok, type Result } from '../shared/result.ts'
import type { ComposedPoster, PosterChoices } from './composePoster.ts'
import type { PosterError, PosterJob, PosterPictures, PosterProgress } from './posterJob.ts'
import type { ComposedSheets, SheetChoices } from './sheets/composeSheets.ts'
import { type WorkerLike, WorkerQueue } from './WorkerQueue.ts'
import type { RenderedPoster } from './workerMessages.ts'

export interface RenderOptions {
  readonly onProgress?: PosterProgress
  readonly signal?: AbortSignal
}

export interface PosterWorker {
  /** Places everything and counts what fits: seconds of work on a slow tablet, hence here and not on the page. */
  readonly composePoster: (
    snapshot: WorkshopSnapshot,
    choices: PosterChoices,
    options?: { readonly pictures?: PosterPictures; readonly signal?: AbortSignal },
  ) => Promise<Result<ComposedPoster, PosterError>>
  /** Paper that is no poster: personas, touchpoints, actions, an empty map, theme cards. */
  readonly composeSheets: (
    snapshot: WorkshopSnapshot,
    choices: SheetChoices,
    options?: { readonly signal?: AbortSignal },
  ) => Promise<Result<ComposedSheets, PosterError>>
  readonly renderPoster: (job: PosterJob, options?: RenderOptions) => Promise<RenderedPoster>
  /** Ends the worker; whatever still waits answers `cancelled`. */
  readonly dispose: Disposer
}

const startWorker = (): WorkerLike =>
  new Worker(new URL('./poster.worker.ts', import.meta.url), { type: 'module', name: 'poster' })

/** @param added fonts for characters that the shipped ones lack. */
export function createPosterWorker(
  fonts: FontBytes,
  spawn: () => WorkerLike = startWorker,
  added: readonly ArrayBuffer[] = [],
): PosterWorker {
  const queue = new WorkerQueue(fonts, added, spawn)
  return {
    composePoster: (snapshot, choices, { pictures = new Map(), signal } = {}) =>
      queue.run<ComposedPoster>({
        request: { kind: 'compose', snapshot, choices, pictures },
        signal,
        answer: (reply) => (reply.kind === 'composed' ? ok(reply.poster) : null),
      }),
    composeSheets: (snapshot, choices, { signal } = {}) =>
      queue.run<ComposedSheets>({
        request: { kind: 'sheets', snapshot, choices },
        signal,
        answer: (reply) => (reply.kind === 'laidSheets' ? ok(reply.sheets) : null),
      }),
    renderPoster: (job, { onProgress, signal } = {}) =>
      queue.run<Uint8Array<ArrayBuffer>>({
        request: { kind: 'render', job },
        signal,
        answer: (reply) => {
          if (reply.kind === 'progress') onProgress?.(reply.fraction)
          return reply.kind === 'rendered' ? reply.poster : null
        },
      }),
    dispose: () => queue.dispose(),
  }
}
