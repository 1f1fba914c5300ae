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

/** The same store; how long its disk takes is measured. */
export function measureStorage(
  storage: RelayStorage,
  stats: RelayStats,
  onDurable: () => void,
): RelayStorage {
  const measure = (log: DocumentLog): DocumentLog => ({
    ...log,
    sync: async () => {
      const from = performance.now()
      await log.sync()
      onDurable()
      const seconds = (performance.now() - from) / 1000
      stats.syncs += 1
      stats.syncSeconds += seconds
      stats.slowestSyncSeconds = Math.max(stats.slowestSyncSeconds, seconds)
    },
  })
  return {
    ...storage,
    openDocument: async (room, document, onForeign) => {
      const opened = await storage.openDocument(room, document, onForeign)
      return { ...opened, log: measure(opened.log) }
    },
  }
}
