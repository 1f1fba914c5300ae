/**
 * The alarm on changes that wait for others which are missing: a hole in a log or a lost message. Asked after every
 * transaction, because changes that only wait are no update, and a hole may come and close at any time.
 */
import type { Doc } from 'yjs'
import type { Disposer } from '../shared/disposer.ts'
import { createValueStore, type ReadableValue } from '../shared/valueStore.ts'

export interface WatchedGaps {
  readonly hasGaps: ReadableValue<boolean>
  readonly stop: Disposer
}

export function watchGaps(documents: readonly Doc[]): WatchedGaps {
  const look = (): boolean => documents.some((doc) => doc.store.pendingStructs !== null)
  const hasGaps = createValueStore(look())
  const onTransaction = (): void => hasGaps.set(look())
  for (const doc of documents) doc.on('afterTransaction', onTransaction)
  return {
    hasGaps,
    stop: () => {
      for (const doc of documents) doc.off('afterTransaction', onTransaction)
    },
  }
}
