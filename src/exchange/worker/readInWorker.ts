/** The page's side of reading files: a worker for each attempt, which a cancel ends at once. */
import { err } from '../../shared/result.ts'
import { pathOf } from '../inputFile.ts'
import type { Job } from '../job.ts'
import type { ReadSource } from '../readSource.ts'
import type { ReadReply, ReadRequest, Wanted } from './readMessages.ts'

export type ReadWorker = Pick<Worker, 'postMessage' | 'terminate' | 'addEventListener'>

const startWorker = (): ReadWorker =>
  new Worker(new URL('./read.worker.ts', import.meta.url), { type: 'module', name: 'import' })

/** Rejects when the worker breaks: that is a bug, not a mistake in a file. */
export function readInWorker(
  wanted: Wanted,
  job: Job,
  spawn: () => ReadWorker = startWorker,
): Promise<ReadSource> {
  const { signal, onProgress } = job
  if (signal?.aborted === true) return Promise.resolve(cancelled())
  if (typeof Worker === 'undefined' && spawn === startWorker) return readHere(wanted, job)
  return new Promise<ReadSource>((resolve, reject) => {
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
    worker.addEventListener('message', ({ data }: MessageEvent<ReadReply>) => {
      hasSpoken = true
      if (data.kind === 'progress') return onProgress?.(data.done)
      end()
      if (data.kind === 'read') resolve(data.source)
      else reject(new Error(data.detail))
    })
    worker.addEventListener('error', (event) => {
      end()
      // It could not be fetched: without a network and over plain http only what is loaded already is there.
      if (hasSpoken) reject(new Error(event.message))
      else readHere(wanted, job).then(resolve, reject)
    })
    worker.postMessage(requestOf(wanted))
  })
}

function requestOf(wanted: Wanted): ReadRequest {
  if (wanted.kind === 'pasted') return wanted
  const { kind, files, texts } = wanted
  return { kind, texts, files: files.map((file) => ({ file, path: pathOf(file) })) }
}

/** On the page, where no worker can be had. */
async function readHere(wanted: Wanted, job: Job): Promise<ReadSource> {
  const { readPasted, readSource } = await import('../readSource.ts')
  return wanted.kind === 'pasted'
    ? readPasted(wanted.text, wanted.name)
    : readSource(wanted.files, wanted.texts, job)
}

function cancelled(): ReadSource {
  return err([{ code: 'cancelled', file: '' }])
}
