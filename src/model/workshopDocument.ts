/**
 * A workshop as the app holds it open: its family of documents, the snapshot of them, and the one way to change
 * them. Storage and sync attach to `docs`; nobody else outside this folder touches Y types.
 */
import * as Y from 'yjs'
import { type Clock, systemClock } from '../shared/clock.ts'
import type { Disposer } from '../shared/disposer.ts'
import { cryptoRandomBytes, type RandomBytes } from '../shared/ids.ts'
import type { DocumentName } from './documentName.ts'
import type { WorkshopOrigin } from './origins.ts'
import type { WorkshopSnapshot } from './snapshot.ts'
import { createSnapshotStore, type SnapshotChange, type WorkshopDocs } from './snapshotStore.ts'

export type { SnapshotChange, WorkshopDocs } from './snapshotStore.ts'

export interface WorkshopDocument {
  readonly docs: WorkshopDocs
  readonly clock: Clock
  readonly randomBytes: RandomBytes
  /** Always the state of now; the same object as before when nothing changed. */
  readonly snapshot: () => WorkshopSnapshot
  /** Called once per transaction that touched something known, after the snapshot can be read. */
  readonly subscribe: (listener: (change: SnapshotChange) => void) => Disposer
  readonly transact: <T>(document: DocumentName, origin: WorkshopOrigin, change: (doc: Y.Doc) => T) => T
  /** Lets go of everything, the documents included. */
  readonly destroy: Disposer
}

export interface WorkshopDocumentOptions {
  readonly docs?: WorkshopDocs
  readonly clock?: Clock
  readonly randomBytes?: RandomBytes
}

export function createWorkshopDocument(options: WorkshopDocumentOptions = {}): WorkshopDocument {
  const docs = options.docs ?? { map: new Y.Doc(), stage: new Y.Doc(), review: new Y.Doc() }
  const store = createSnapshotStore(docs)
  let destroyed = false
  return {
    docs,
    clock: options.clock ?? systemClock,
    randomBytes: options.randomBytes ?? cryptoRandomBytes,
    snapshot: store.snapshot,
    subscribe: store.subscribe,
    transact: (document, origin, change) => docs[document].transact(() => change(docs[document]), origin),
    destroy: () => {
      if (destroyed) return
      destroyed = true
      store.destroy()
      for (const doc of Object.values(docs)) doc.destroy()
    },
  }
}
