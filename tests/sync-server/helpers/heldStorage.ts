/** A store whose steps can be held back, or made to fail, to see what the relay does before they are done. */
import type { DocumentLog, RelayStorage } from '../../../sync-server/storage/contract.ts'
import { createMemoryStorage } from '../../../sync-server/storage/memory.ts'

export type Step = 'open' | 'append' | 'sync' | 'checkpoint' | 'count'

export interface HeldStorage {
  readonly storage: RelayStorage
  /** From now on this step waits. */
  readonly hold: (step: Step) => void
  readonly release: (step: Step) => void
  readonly fail: (step: Step, message: string) => void
  readonly heal: (step: Step) => void
  /** How many calls are waiting at a held step. */
  readonly waiting: (step: Step) => number
}

export function createHeldStorage(inner: RelayStorage = createMemoryStorage()): HeldStorage {
  const held = new Map<Step, (() => void)[]>()
  const failing = new Map<Step, string>()

  async function pass(step: Step): Promise<void> {
    const queue = held.get(step)
    if (queue !== undefined) await new Promise<void>((resolve) => queue.push(resolve))
    const failure = failing.get(step)
    if (failure !== undefined) throw new Error(failure)
  }

  function guarded(log: DocumentLog): DocumentLog {
    return {
      ...log,
      append: async (updates) => {
        await pass('append')
        await log.append(updates)
      },
      sync: async () => {
        await pass('sync')
        await log.sync()
      },
      checkpoint: async (state, coversSeq, summary) => {
        await pass('checkpoint')
        await log.checkpoint(state, coversSeq, summary)
      },
    }
  }

  return {
    storage: {
      ...inner,
      countRooms: async () => {
        await pass('count')
        return inner.countRooms()
      },
      openDocument: async (room, document, onForeign) => {
        await pass('open')
        const opened = await inner.openDocument(room, document, onForeign)
        return { ...opened, log: guarded(opened.log) }
      },
    },
    hold: (step) => held.set(step, held.get(step) ?? []),
    release: (step) => {
      const waiting = held.get(step) ?? []
      held.delete(step)
      for (const resume of waiting) resume()
    },
    fail: (step, message) => failing.set(step, message),
    heal: (step) => failing.delete(step),
    waiting: (step) => held.get(step)?.length ?? 0,
  }
}
