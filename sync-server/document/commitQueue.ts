/**
 * The order of promises: an update is written, then shown to others, then synced, then acknowledged. Whatever arrives
 * while the disk is busy is written together and synced together, so a slow disk makes larger groups, not longer queues.
 */
import type { DocumentLog } from '../storage/contract.ts'

export interface Commit<Item> {
  /** The bytes to store; null for a frame that brought nothing new and only waits for what is before it. */
  readonly update: Uint8Array | null
  readonly item: Item
}

export interface CommitQueueOptions<Item> {
  readonly log: DocumentLog
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
  /** Runs `task` when nothing is being appended, and appends nothing meanwhile. */
  readonly betweenWrites: (task: () => Promise<void>) => void
  /** Resolves when everything pushed so far is durable and acknowledged, or has failed. */
  readonly drained: () => Promise<void>
}

export function createCommitQueue<Item>(options: CommitQueueOptions<Item>): CommitQueue<Item> {
  let queued: Commit<Item>[] = []
  let written: Commit<Item>[] = []
  const between: (() => Promise<void>)[] = []
  let writing: Promise<void> | null = null
  let syncing: Promise<void> | null = null
  let failed = false

  function fail(cause: unknown): void {
    if (failed) return
    failed = true
    queued = []
    written = []
    options.onFailed(cause)
  }

  async function writeAll(): Promise<void> {
    await new Promise((resolve) => setImmediate(resolve))
    while ((queued.length > 0 || between.length > 0) && !failed) {
      for (const task of between.splice(0)) await task()
      if (queued.length === 0) continue
      const group = queued
      queued = []
      const updates = group.flatMap(({ update }) => (update === null ? [] : [update]))
      if (updates.length > 0) await options.log.append(updates)
      options.onWritten(group)
      written.push(...group)
      syncing ??= guard(syncAll(), () => (syncing = null))
      if (updates.length > 0) options.onAgreed()
    }
  }

  async function syncAll(): Promise<void> {
    while (written.length > 0 && !failed) {
      const group = written
      written = []
      await options.log.sync()
      options.onDurable(group)
    }
  }

  function guard(work: Promise<void>, onEnd: () => void): Promise<void> {
    return work.catch(fail).finally(onEnd)
  }

  return {
    push: (commit) => {
      if (failed) return
      queued.push(commit)
      writing ??= guard(writeAll(), () => (writing = null))
    },
    betweenWrites: (task) => {
      if (failed) return
      between.push(task)
      writing ??= guard(writeAll(), () => (writing = null))
    },
    drained: async () => {
      while (writing !== null || syncing !== null) await (writing ?? syncing)
    },
  }
}
