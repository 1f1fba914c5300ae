/** The page's side of reading files: a worker for each attempt, which a cancel ends at once. */
import { err } from '../../shared/result.ts'
import type { ImportTexts } from '../importTexts.ts'
import { pathOf } from '../inputFile.ts'
import type { Job } from '../job.ts'
import type { Planned, PlanReply, PlanRequest } from './planMessages.ts'

export type PlanWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

const startWorker = (): PlanWorker =>
  new Worker(new URL('./plan.worker.ts', import.meta.url), { type: 'module', name: 'import' })

/** Rejects when the worker breaks: that is a bug, not a mistake in a file. */
export function planInWorker(
  files: readonly File[],
  texts: ImportTexts,
  job: Job,
  spawn: () => PlanWorker = startWorker,
): Promise<Planned> {
  const { signal, onProgress } = job
  if (signal?.aborted === true) return Promise.resolve(cancelled())
  if (typeof Worker === 'undefined' && spawn === startWorker) return planHere(files, texts, job)
  return new Promise<Planned>((resolve, reject) => {
    const worker = spawn()
    const end = (): void => {
      worker.terminate()
      signal?.removeEventListener('abort', onAbort)
    }
    const onAbort = (): void => {
      end()
      resolve(cancelled())
    }
    signal?.addEventListener('abort', onAbort)
    let hasSpoken = false
    worker.addEventListener('message', ({ data }: MessageEvent<PlanReply>) => {
      hasSpoken = true
      if (data.kind === 'progress') return onProgress?.(data.done)
      end()
      if (data.kind === 'planned') resolve(data.planned)
      else reject(new Error(data.detail))
    })
    worker.addEventListener('error', (event) => {
      end()
      // It could not be fetched: without a network and over plain http only what is loaded already is there.
      if (hasSpoken) reject(new Error(event.message))
      else planHere(files, texts, job).then(resolve, reject)
    })
    const request: PlanRequest = { files: files.map((file) => ({ file, path: pathOf(file) })), texts }
    worker.postMessage(request)
  })
}

/** On the page, where no worker can be had. */
async function planHere(files: readonly File[], texts: ImportTexts, job: Job): Promise<Planned> {
  const { planFiles } = await import('../planFiles.ts')
  return planFiles(files, texts, job)
}

function cancelled(): Planned {
  return err([{ code: 'cancelled', file: '' }])
}
