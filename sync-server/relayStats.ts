/** What the relay counts while it works, for its metrics: numbers only, nothing about rooms, people or content. */
import type { CloseReason } from '../src/protocol/closeCodes.ts'
import type { DocumentLog, RelayStorage } from './storage/contract.ts'

export interface RelayStats {
  edits: number
  bytesIn: number
  bytesOut: number
  syncs: number
  syncSeconds: number
  slowestSyncSeconds: number
  readonly closed: Map<CloseReason, number>
}

export function createRelayStats(): RelayStats {
  return {
    edits: 0,
    bytesIn: 0,
    bytesOut: 0,
    syncs: 0,
    syncSeconds: 0,
    slowestSyncSeconds: 0,
    closed: new Map(),
  }
}

export function countClose(stats: RelayStats, reason: CloseReason): void {
  stats.closed.set(reason, (stats.closed.get(reason) ?? 0) + 1)
}

/**
 * The same store; how long its disk takes is measured, and `onDurable` called when something new became durable. A sync alone
 * proves nothing: whoever comes in and brings nothing ends in one too, and a store with nothing to sync says yes unseen.
 */
export function measureStorage(
  storage: RelayStorage,
  stats: RelayStats,
  onDurable: () => void,
): RelayStorage {
  return {
    ...storage,
    openDocument: async (room, document, onForeign) => {
      const opened = await storage.openDocument(room, document, onForeign)
      return { ...opened, log: measureLog(opened.log, stats, onDurable) }
    },
  }
}

function measureLog(log: DocumentLog, stats: RelayStats, onDurable: () => void): DocumentLog {
  let hasNew = false
  return {
    ...log,
    append: async (updates) => {
      await log.append(updates)
      hasNew = true
    },
    sync: async () => {
      const from = performance.now()
      // What is appended from here on is for the next one.
      const coversNew = hasNew
      hasNew = false
      await log.sync()
      if (coversNew) onDurable()
      const seconds = (performance.now() - from) / 1000
      stats.syncs += 1
      stats.syncSeconds += seconds
      stats.slowestSyncSeconds = Math.max(stats.slowestSyncSeconds, seconds)
    },
  }
}
