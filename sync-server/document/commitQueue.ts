/**
 * The order of promises: an update is written, then shown to others, then synced, then acknowledged. Also its pace: at
 * once after a silence; under load what arrives is gathered, for 50 ms or until there are enough edits to share the cost,
 * and for 20 ms at least; it is written and shown together, and synced five times a second, because each of these steps
 * costs the same for one edit as for twenty.
 */
import type { DocumentLog } from '../storage/contract.ts'

export interface Commit<Item> {
  /** The bytes to store; null for a frame that brought nothing new and only waits for what is before it. */
  readonly update: Uint8Array | null
  readonly item: Item
}

export interface CommitQueueOptions<Item> {
  readonly log: DocumentLog
  /** The shortest time between two writes; under load up to two and a half times as long. */
  readonly coalesceMs: number
  /** The shortest time between two syncs. */
  readonly syncMs: number
  /** The operating system has them: now others may see them. */
  readonly onWritten: (commits: readonly Commit<Item>[]) => void
  /** The disk has them: now they may be acknowledged. */
  readonly onDurable: (commits: readonly Commit<Item>[]) => void
  /** Everything that was appended so far was shown too: the moment at which log and memory agree. */
  readonly onAgreed: () => void
  /** Nothing later was written or will be. */
  readonly onFailed: (cause: unknown) => void
}

export interface CommitQueue<Item> {
  readonly push: (commit: Commit<Item>) => void
  /** Resolves when everything pushed so far is durable and acknowledged, or has failed; from now on nothing waits. */
  readonly drained: () => Promise<void>
}

export function createCommitQueue<Item>(options: CommitQueueOptions<Item>): CommitQueue<Item> {
  const queue = new PacedQueue(options)
  return { push: queue.push, drained: queue.drained }
}

const UNDER_LOAD = 2.5
/** As many edits make one write per reader cheap enough: a larger or busier room need not wait any longer. */
const ENOUGH = 12

class PacedQueue<Item> {
  private readonly options: CommitQueueOptions<Item>
  private queued: Commit<Item>[] = []
  private written: Commit<Item>[] = []
  private durable: Commit<Item>[] = []
  private writing: Promise<void> | null = null
  private syncing: Promise<void> | null = null
  private failed = false
  private hurried = false
  private readonly wakers = new Set<() => void>()
  private lastWrite = Number.NEGATIVE_INFINITY
  private lastSync = Number.NEGATIVE_INFINITY
  private isUnderLoad = false
  private onEnough: (() => void) | null = null

  constructor(options: CommitQueueOptions<Item>) {
    this.options = options
  }

  push = (commit: Commit<Item>): void => {
    if (this.failed) return
    this.queued.push(commit)
    if (this.queued.length >= ENOUGH) this.onEnough?.()
    this.write()
  }

  drained = async (): Promise<void> => {
    this.hurried = true
    for (const wake of this.wakers) wake()
    while (this.writing !== null || this.syncing !== null) await (this.writing ?? this.syncing)
    this.hurried = false
  }

  /** What comes between the end of the work and the end of its promise must not wait for the next push. */
  private write(): void {
    this.writing ??= this.guard(this.writeAll(), () => {
      this.writing = null
      this.acknowledge()
      if (this.queued.length > 0) this.write()
    })
  }

  private sync(): void {
    this.syncing ??= this.guard(this.syncAll(), () => {
      this.syncing = null
      if (this.written.length > 0) this.sync()
    })
  }

  private async writeAll(): Promise<void> {
    while (this.queued.length > 0 && !this.failed) await this.writeGroup(await this.pause())
  }

  private async writeGroup(underLoad: boolean): Promise<void> {
    const { log, onWritten, onAgreed } = this.options
    const group = this.queued
    this.queued = []
    const updates = group.flatMap(({ update }) => (update === null ? [] : [update]))
    if (updates.length > 0) await log.append(updates)
    this.lastWrite = performance.now()
    this.isUnderLoad = underLoad || group.length > 1
    onWritten(group)
    this.acknowledge()
    this.written.push(...group)
    this.sync()
    if (updates.length > 0) onAgreed()
  }

  /** Until the window after the last write is over; at least until everything that is already here was read. */
  private async pause(): Promise<boolean> {
    const shortest = this.lastWrite + this.options.coalesceMs
    const longest = this.lastWrite + this.options.coalesceMs * UNDER_LOAD
    const hasWaited = await this.sleepUntil(shortest)
    const isGathering = this.isUnderLoad && this.queued.length < ENOUGH
    if ((isGathering && (await this.sleepUntil(longest, true))) || hasWaited) return true
    await new Promise((resolve) => setImmediate(resolve))
    return false
  }

  /** False when it is that late already, or somebody is in a hurry. */
  private async sleepUntil(time: number, orEnough = false): Promise<boolean> {
    const wait = time - performance.now()
    if (wait <= 0 || this.hurried) return false
    await this.sleep(wait, orEnough)
    return true
  }

  /** Until somebody is in a hurry. */
  private sleep(ms: number, orEnough = false): Promise<void> {
    return new Promise((resolve) => {
      const wake = () => {
        clearTimeout(timer)
        this.wakers.delete(wake)
        if (orEnough) this.onEnough = null
        resolve()
      }
      const timer = setTimeout(wake, ms)
      this.wakers.add(wake)
      if (orEnough) this.onEnough = wake
    })
  }

  private async syncAll(): Promise<void> {
    while (this.written.length > 0 && !this.failed) {
      const wait = this.lastSync + this.options.syncMs - performance.now()
      if (wait > 0 && !this.hurried) await this.sleep(wait)
      const group = this.written
      this.written = []
      this.lastSync = performance.now()
      await this.options.log.sync()
      this.durable.push(...group)
      if (this.writing === null) this.acknowledge()
    }
  }

  /** Together with what is shown next, if anything is: then it costs no write of its own. */
  private acknowledge(): void {
    if (this.durable.length === 0) return
    const durable = this.durable
    this.durable = []
    this.options.onDurable(durable)
  }

  private guard(work: Promise<void>, onEnd: () => void): Promise<void> {
    return work.catch(this.fail).finally(onEnd)
  }

  private fail = (cause: unknown): void => {
    if (this.failed) return
    this.failed = true
    this.acknowledge()
    this.queued = []
    this.written = []
    this.options.onFailed(cause)
  }
}
