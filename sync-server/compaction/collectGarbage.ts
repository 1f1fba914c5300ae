/**
 * What the compaction thread does, as one function that refers to nothing outside itself: its text is run in a worker
 * (Node 20 cannot load TypeScript, and a bundle has no file per module). Builds the document once, with garbage
 * collection, and checks that no clock and no pending part went missing.
 */
import type { MessagePort } from 'node:worker_threads'
import type * as Yjs from 'yjs'

export interface CompactionRequest {
  readonly id: number
  readonly update: Uint8Array<ArrayBuffer>
}

export interface CompactionAnswer {
  readonly id: number
  /** Null when the document cannot be rebuilt exactly: then the caller keeps what it has. */
  readonly state: Uint8Array<ArrayBuffer> | null
}

export function collectGarbage(port: MessagePort, yjs: typeof Yjs): void {
  const endsOf = (update: Uint8Array) => yjs.parseUpdateMeta(update).to
  const isWhole = (before: Uint8Array, after: Uint8Array): boolean => {
    const ends = endsOf(after)
    return [...endsOf(before)].every(([client, end]) => ends.get(client) === end)
  }
  const compact = (update: Uint8Array): Uint8Array | null => {
    const doc = new yjs.Doc()
    yjs.applyUpdate(doc, update)
    const isPending = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
    const state = yjs.encodeStateAsUpdate(doc)
    doc.destroy()
    return isPending || !isWhole(update, state) ? null : state
  }
  port.on('message', ({ id, update }: CompactionRequest) => {
    let state: Uint8Array | null = null
    try {
      state = compact(update)
    } catch {
      state = null
    }
    const answer = { id, state }
    port.postMessage(answer, state === null ? [] : [state.buffer as ArrayBuffer])
  })
}
