import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { type CommitQueue, createCommitQueue } from '../../../sync-server/document/commitQueue.ts'

const GATHERING_MS = 20
const LONGEST_MS = 50
const SYNC_MS = 200

/** A disk that is as fast as memory, a clock that stands still until it is moved, and what was promised so far. */
function openQueue(broken: { append?: boolean; sync?: boolean } = {}) {
  const done: string[] = []
  let appended = 0
  const queue: CommitQueue<string> = createCommitQueue<string>({
    log: {
      append: (updates) => {
        if (broken.append === true) return Promise.reject(new Error('no space left'))
        appended += updates.length
        done.push(`append ${updates.length}`)
        return Promise.resolve()
      },
      sync: () => {
        if (broken.sync === true) return Promise.reject(new Error('input/output error'))
        done.push('sync')
        return Promise.resolve()
      },
      lastSeq: () => appended,
      logBytes: () => appended,
      checkpoint: () => Promise.resolve(),
      claimCheckpoint: () => Promise.resolve(true),
      close: () => Promise.resolve(),
    },
    coalesceMs: GATHERING_MS,
    syncMs: SYNC_MS,
    onWritten: (commits) => done.push(`show ${commits.map(({ item }) => item).join()}`),
    onDurable: (commits) => done.push(`acknowledge ${commits.map(({ item }) => item).join()}`),
    onAgreed: () => undefined,
    onFailed: (cause) => done.push(`failed: ${String(cause)}`),
  })
  let edits = 0
  return {
    done,
    queue,
    write: (count = 1) => {
      for (let more = 0; more < count; more += 1) {
        queue.push({ update: Uint8Array.of(edits), item: String((edits += 1)) })
      }
    },
    shown: () => done.filter((what) => what.startsWith('show')),
  }
}

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms)

describe('the order and pace of commits', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'setImmediate', 'performance'] })
  })
  afterEach(() => {
    vi.useRealTimers()
  })

  it('writes an edit, then shows it, then syncs it, then acknowledges it', async () => {
    const { done, write } = openQueue()
    write()
    await pass(SYNC_MS)
    expect(done).toEqual(['append 1', 'show 1', 'sync', 'acknowledge 1'])
  })

  it('shows an edit at once after a silence', async () => {
    const { shown, write } = openQueue()
    write()
    await pass(0)
    expect(shown()).toEqual(['show 1'])
  })

  it('gathers what a few people write for 50 ms', async () => {
    const { shown, write } = openQueue()
    write(2)
    await pass(0)
    write()
    await pass(LONGEST_MS - 10)
    write()
    expect(shown()).toEqual(['show 1,2'])
    await pass(10)
    expect(shown()).toEqual(['show 1,2', 'show 3,4'])
  })

  it('goes on gathering when the next edit comes after 30 ms', async () => {
    const { shown, write } = openQueue()
    write(2)
    await pass(30)
    write()
    await pass(15)
    write()
    expect(shown()).toHaveLength(1)
    await pass(5)
    expect(shown()).toEqual(['show 1,2', 'show 3,4'])
  })

  it('does not keep the many who write waiting once twelve edits are there', async () => {
    const { shown, write } = openQueue()
    write(2)
    await pass(0)
    write(11)
    await pass(GATHERING_MS + 5)
    expect(shown()).toHaveLength(1)
    write()
    await pass(0)
    expect(shown()).toEqual(['show 1,2', 'show 3,4,5,6,7,8,9,10,11,12,13,14'])
  })

  it('waits 20 ms even when hundreds of edits are there', async () => {
    const { shown, write } = openQueue()
    write(2)
    await pass(0)
    write(300)
    await pass(GATHERING_MS - 1)
    expect(shown()).toHaveLength(1)
    await pass(1)
    expect(shown()).toHaveLength(2)
  })

  it('waits for nothing once the room is to be drained', async () => {
    const { done, queue, write } = openQueue()
    write(2)
    await pass(0)
    write()
    await pass(1)
    const drained = queue.drained()
    await pass(0)
    await drained
    expect(done.slice(-2)).toEqual(['sync', 'acknowledge 3'])
  })

  it('neither shows nor acknowledges what the disk did not take, and takes nothing more', async () => {
    const { done, write } = openQueue({ append: true })
    write()
    await pass(SYNC_MS)
    write()
    await pass(SYNC_MS)
    expect(done).toEqual(['failed: Error: no space left'])
  })

  it('does not acknowledge what was shown but could not be synced', async () => {
    const { done, write } = openQueue({ sync: true })
    write()
    await pass(SYNC_MS)
    expect(done).toEqual(['append 1', 'show 1', 'failed: Error: input/output error'])
  })
})
