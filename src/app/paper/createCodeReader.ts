/** The page's side of the worker that looks for codes: started with the first photo, ended by whoever made it. */
import type { FoundCode } from '../../features/paper/paperTools.ts'
import type { Disposer } from '../../shared/disposer.ts'
import type { Logger } from '../../shared/logger.ts'
import type { CodeAnswer, CodeTask } from './codeReader.worker.ts'
import { pixelsOf } from './pixelsOf.ts'

export interface CodeReader {
  /** Never rejects: what breaks over a photo is a photo without a code. */
  readonly read: (file: File) => Promise<FoundCode>
  readonly dispose: Disposer
}

const startWorker = (): Worker =>
  new Worker(new URL('./codeReader.worker.ts', import.meta.url), { type: 'module', name: 'codes' })

export function createCodeReader(logger: Logger): CodeReader {
  let worker: Worker | null = null
  let next = 0
  const waiting = new Map<number, (found: FoundCode) => void>()
  const giveUp = (): void => {
    worker?.terminate()
    worker = null
    for (const answer of waiting.values()) answer({ kind: 'none' })
    waiting.clear()
  }
  const started = (): Worker => {
    if (worker !== null) return worker
    const fresh = startWorker()
    fresh.addEventListener('message', ({ data }: MessageEvent<CodeAnswer>) => {
      waiting.get(data.id)?.(data.found)
      waiting.delete(data.id)
    })
    fresh.addEventListener('error', ({ message }) => {
      logger.error('looking for a code broke', { message })
      giveUp()
    })
    worker = fresh
    return fresh
  }
  const read = async (file: File): Promise<FoundCode> => {
    const pixels = await pixelsOf(file)
    if (pixels === null) return { kind: 'unreadable' }
    const task: CodeTask = { id: next, pixels }
    next += 1
    return new Promise((resolve) => {
      waiting.set(task.id, resolve)
      started().postMessage(task, [pixels.data.buffer])
    })
  }
  return {
    read: (file) =>
      read(file).catch((cause: unknown) => {
        logger.error('a photo could not be looked at', { name: file.name, cause: String(cause) })
        return { kind: 'unreadable' } as const
      }),
    dispose: giveUp,
  }
}
