/** Decides when the second copy of a document is written: when it rests, when the page hides, and during long work. */
import * as Y from 'yjs'
import type { Disposer } from '../shared/disposer.ts'
import { ok, type Result } from '../shared/result.ts'
import { answerInTime } from './answerInTime.ts'
import { type DocumentKey, writeCheckpoint } from './checkpoints.ts'
import type { DeviceDatabase } from './database.ts'
import type { StorageEnvironment } from './storageEnvironment.ts'
import type { StorageFailure } from './storageFailure.ts'

export interface Checkpointer {
  /** Watches the document from now on; what it holds already is due as well (a template, a file, a log without a copy). */
  readonly start: () => Disposer
  /** Writes a copy unless nothing changed since the last one. */
  readonly writeNow: () => Promise<Result<void, StorageFailure>>
}

export interface CheckpointerOptions extends DocumentKey {
  readonly doc: Y.Doc
  readonly database: DeviceDatabase
}

const IDLE_MS = 10_000
const LONG_WORK_MS = 180_000

export function createCheckpointer(
  options: CheckpointerOptions,
  environment: StorageEnvironment,
): Checkpointer {
  const { doc, database } = options
  const { clock, timers, lifecycle, logger } = environment
  let changes = 0
  let copied = 0
  let stopIdle: Disposer = () => undefined
  let stopLong: Disposer | null = null

  const writeNow = async (): Promise<Result<void, StorageFailure>> => {
    stopIdle()
    stopLong?.()
    stopLong = null
    if (copied === changes) return ok(undefined)
    const upTo = changes
    const copying = writeCheckpoint(database, options, Y.encodeStateAsUpdate(doc), clock.now())
    const written = await answerInTime(database, environment, copying)
    if (written.ok) copied = upTo
    else logger.warn('no second copy could be written', { document: options.document, ...written.error })
    return written
  }
  const onUpdate = (): void => {
    changes += 1
    stopIdle()
    stopIdle = timers.after(IDLE_MS, () => void writeNow())
    stopLong ??= timers.after(LONG_WORK_MS, () => void writeNow())
  }
  return {
    start: () => {
      if (doc.store.clients.size > 0) onUpdate()
      doc.on('update', onUpdate)
      const stopHide = lifecycle.on('hide', () => void writeNow())
      return () => {
        doc.off('update', onUpdate)
        stopHide()
        stopIdle()
        stopLong?.()
      }
    },
    writeNow,
  }
}
