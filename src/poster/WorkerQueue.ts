/**
 * One worker and the tasks that wait for it, apart from what the tasks mean. Only the first task is with the worker: a
 * cancelled one behind it is simply dropped, while cancelling the first ends the worker, which cannot be interrupted.
 */
import type { FontBytes } from '../layout/font/fontFiles.ts'
import { err, type Result } from '../shared/result.ts'
import type { PosterError } from './posterJob.ts'
import type { PosterReply, PosterRequest, PosterTask } from './workerMessages.ts'

/** What this needs of a `Worker`, so that tests can stand in for one. */
export type WorkerLike = Pick<Worker, 'postMessage' | 'addEventListener' | 'terminate'>

interface Order<Value> {
  readonly request: PosterTask
  readonly signal: AbortSignal | undefined
  /** The result when this reply completes the task, else null. */
  readonly answer: (reply: PosterReply) => Result<Value, PosterError> | null
}

interface Waiting {
  readonly request: PosterTask
  /** True when the task is complete. */
  readonly take: (reply: PosterReply) => boolean
  readonly fail: (error: PosterError) => void
}

export class WorkerQueue {
  readonly #fonts: FontBytes
  readonly #added: readonly ArrayBuffer[]
  readonly #spawn: () => WorkerLike
  #worker: WorkerLike | undefined
  #waiting: Waiting[] = []
  #disposed = false

  constructor(fonts: FontBytes, added: readonly ArrayBuffer[], spawn: () => WorkerLike) {
    this.#fonts = fonts
    this.#added = added
    this.#spawn = spawn
    this.#start()
  }

  run<Value>({ request, signal, answer }: Order<Value>): Promise<Result<Value, PosterError>> {
    if (this.#disposed || signal?.aborted) return Promise.resolve(err({ code: 'cancelled' }))
    return new Promise((resolve) => {
      const finish = (result: Result<Value, PosterError>): void => {
        signal?.removeEventListener('abort', onAbort)
        resolve(result)
      }
      const task: Waiting = {
        request,
        fail: (error) => finish(err(error)),
        take: (reply) => {
          const result = answer(reply)
          if (result) finish(result)
          return result !== null
        },
      }
      const onAbort = (): void => this.#cancel(task)
      signal?.addEventListener('abort', onAbort)
      this.#waiting.push(task)
      if (this.#waiting.length === 1) this.#sendFirst()
    })
  }

  dispose(): void {
    this.#disposed = true
    this.#end()
    const tasks = this.#waiting
    this.#waiting = []
    for (const task of tasks) task.fail({ code: 'cancelled' })
  }

  #start(): WorkerLike {
    if (this.#worker) return this.#worker
    const worker = this.#spawn()
    worker.addEventListener('message', (event) => {
      if (worker === this.#worker) this.#onReply((event as MessageEvent<PosterReply>).data)
    })
    const onBroken = (event: Event): void => {
      if (worker === this.#worker) this.#onBroken(event)
    }
    worker.addEventListener('error', onBroken)
    worker.addEventListener('messageerror', onBroken)
    this.#worker = worker
    post(worker, { kind: 'fonts', fonts: this.#fonts, added: this.#added })
    return worker
  }

  #end(): void {
    this.#worker?.terminate()
    this.#worker = undefined
  }

  #sendFirst(): void {
    const [first] = this.#waiting
    if (!first) return
    try {
      post(this.#start(), first.request)
    } catch (error) {
      // A task that cannot be copied to the worker must not block those behind it.
      this.#waiting.shift()
      first.fail({ code: 'worker-failed', detail: String(error) })
      this.#sendFirst()
    }
  }

  #onReply(reply: PosterReply): void {
    if (!this.#waiting[0]?.take(reply)) return
    this.#waiting.shift()
    this.#sendFirst()
  }

  /** Before the first task too, for instance when the worker's file cannot be loaded: the next task tries again. */
  #onBroken(event: Event): void {
    this.#end()
    const detail = 'message' in event && typeof event.message === 'string' ? event.message : event.type
    this.#waiting.shift()?.fail({ code: 'worker-failed', detail })
    this.#sendFirst()
  }

  #cancel(task: Waiting): void {
    const index = this.#waiting.indexOf(task)
    if (index < 0) return
    this.#waiting.splice(index, 1)
    task.fail({ code: 'cancelled' })
    if (index > 0) return
    this.#end()
    this.#start()
    this.#sendFirst()
  }
}

function post(worker: WorkerLike, request: PosterRequest): void {
  worker.postMessage(request)
}
