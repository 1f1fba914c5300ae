/**
 * One thread for all rooms that rebuilds documents without what was overwritten and deleted (10,000 drags of a card are
 * 122 kB merged and some bytes collected). Started when first needed, ended when idle, and given up on when it takes too
 * long: compaction is an economy, never a condition.
 */
import { Worker } from 'node:worker_threads'
import type { Logger } from '../../src/shared/logger.ts'
import { collectGarbage, type CompactionAnswer } from './collectGarbage.ts'

export interface Compactor {
  /** The same document, smaller; null when that was not possible. Never rejects. */
  readonly compact: (update: Uint8Array) => Promise<Uint8Array | null>
  readonly close: () => Promise<void>
}

export interface CompactorOptions {
  readonly logger: Logger
  /** One document may take this long; a hostile one can be made to take for ever. */
  readonly patienceMs: number
  readonly idleMs: number
}

interface Waiting {
  readonly resolve: (state: Uint8Array | null) => void
  readonly update: Uint8Array
}

const MEMORY_MB = 768

/** Resolves its libraries from where this module is; the function's text stands for itself. */
const SCRIPT = `
const { parentPort, workerData } = require('node:worker_threads')
const yjs = require('node:module').createRequire(workerData.from)('yjs')
const collect = ${collectGarbage.toString()}
collect(parentPort, yjs)
`

export function createCompactor(options: CompactorOptions): Compactor {
  return new ThreadCompactor(options)
}

class ThreadCompactor implements Compactor {
  private readonly options: CompactorOptions
  private worker: Worker | null = null
  private queue: Waiting[] = []
  private current: Waiting | null = null
  private timer: NodeJS.Timeout | null = null
  private jobs = 0
  private closed = false

  constructor(options: CompactorOptions) {
    this.options = options
  }

  compact = (update: Uint8Array): Promise<Uint8Array | null> => {
    if (this.closed) return Promise.resolve(null)
    return new Promise((resolve) => {
      this.queue.push({ resolve, update })
      this.next()
    })
  }

  close = async (): Promise<void> => {
    this.closed = true
    await this.stop()
    for (const { resolve } of this.queue.splice(0)) resolve(null)
  }

  private next(): void {
    if (this.current !== null) return
    const job = this.queue.shift()
    if (job === undefined) return this.wait(this.options.idleMs, () => void this.stop())
    this.current = job
    this.jobs += 1
    this.wait(this.options.patienceMs, () => this.giveUp('it took too long'))
    this.worker ??= this.start()
    // A copy: the original stays in use here, the copy is handed over.
    const copy = new Uint8Array(job.update)
    this.worker.postMessage({ id: this.jobs, update: copy }, [copy.buffer])
  }

  private start(): Worker {
    const worker = new Worker(SCRIPT, {
      eval: true,
      workerData: { from: import.meta.url },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
      stdout: true,
      stderr: true,
    })
    worker.unref()
    worker.on('message', (answer: CompactionAnswer) => {
      if (answer.id === this.jobs) this.finish(answer.state)
    })
    worker.on('error', (cause) => {
      if (this.worker === worker) this.giveUp(String(cause))
    })
    return worker
  }

  private finish(state: Uint8Array | null): void {
    const job = this.current
    this.current = null
    job?.resolve(state)
    this.next()
  }

  private giveUp(cause: string): void {
    this.options.logger.warn('a document could not be compacted; it is kept as it is', { cause })
    void this.stop().then(() => this.next())
  }

  private wait(ms: number, then: () => void): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = setTimeout(then, ms)
    this.timer.unref()
  }

  private async stop(): Promise<void> {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
    const { worker, current } = this
    this.worker = null
    this.current = null
    current?.resolve(null)
    if (worker !== null) await worker.terminate()
  }
}
