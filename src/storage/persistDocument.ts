/**
 * Keeps one document on this device and always knows whether that is true. y-indexeddb alone loses work in known ways
 * (a failed write hides all later ones, a closed connection is never reopened, nothing says when a write is
 * committed), so this supervisor hears every failure, says `notSaved` at once, begins a new spell of y-indexeddb that
 * rewrites the whole state, and says `saved` only behind a barrier.
 */
import * as Y from 'yjs'
import { origins } from '../model/origins.ts'
import type { Disposer } from '../shared/disposer.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { createValueStore } from '../shared/valueStore.ts'
import { passBarrier } from './barrier.ts'
import { type Checkpointer, createCheckpointer } from './checkpointer.ts'
import type { NewestCheckpoint } from './checkpoints.ts'
import type { DocumentPersistence, LoadFailure, LoadReport } from './documentPersistence.ts'
import { createDocumentLog, type DocumentLog, type DocumentLogOptions } from './documentLog.ts'
import type { LogConnection } from './logConnection.ts'
import { isEmptyDoc } from './mergeUpdates.ts'
import { SaveBarriers } from './saveBarriers.ts'
import { isSameStatus, type SaveStatus } from './saveStatus.ts'
import { type StorageEnvironment, storageEnvironment } from './storageEnvironment.ts'
import { type StorageFailure, storageFailure } from './storageFailure.ts'
import type { LogFailure } from './updateLog.ts'
import { withinTime } from './withinTime.ts'

export interface PersistDocumentOptions extends DocumentLogOptions {
  readonly environment?: Partial<StorageEnvironment>
}

const RETRY_AFTER_MS = [0, 1_000, 3_000, 10_000, 30_000] as const
/** So many changes in one sitting make the log worth compacting while it is open. */
const COMPACT_EVERY = 1_000
/** Reading a large log again takes a moment, and people go back and forth between tabs. */
const VERIFY_EVERY_MS = 60_000

const REMOVED = storageFailure('removed', 'the workshop was removed from this device')

export function persistDocument(options: PersistDocumentOptions): DocumentPersistence {
  const supervisor = new DocumentSupervisor(options)
  return {
    status: supervisor.status,
    loaded: supervisor.loaded,
    flush: () => supervisor.flush(),
    verify: () => supervisor.verify(),
    checkpoint: () => supervisor.checkpoint(),
    retry: () => void supervisor.recover(),
    close: () => supervisor.close(),
  }
}

class DocumentSupervisor {
  readonly status = createValueStore<SaveStatus>({ state: 'loading' }, isSameStatus)
  readonly loaded: Promise<Result<LoadReport, LoadFailure>>
  readonly #options: PersistDocumentOptions
  readonly #environment: StorageEnvironment
  readonly #checkpointer: Checkpointer
  readonly #disposers: Disposer[] = []
  readonly #barriers = new SaveBarriers({
    pass: () => this.#passBarrier(),
    onAllSaved: () => this.#saySaved(),
    onFailure: (failure) => this.#onFailure(failure),
  })
  readonly #source: DocumentLog
  readonly #onFailure = (failure: StorageFailure): void => this.#fail(failure)
  #log: LogConnection | null = null
  #recovery: Promise<void> | null = null
  #attempts = 0
  #compactedAt = 0
  #verifiedAt = -Infinity
  #stopRetry: Disposer = () => undefined
  #wasListed = false
  #closing: Promise<void> | null = null
  #isClosed = false
  #isRemoved = false

  constructor(options: PersistDocumentOptions) {
    this.#options = options
    this.#environment = storageEnvironment(options.environment)
    this.#source = createDocumentLog(options, this.#environment)
    this.#checkpointer = createCheckpointer(options, this.#environment)
    this.loaded = this.#load()
  }

  async flush(): Promise<Result<void, StorageFailure>> {
    const loaded = await this.loaded
    if (!loaded.ok) return loaded
    await this.recover()
    await this.#barriers.run()
    const status = this.status.get()
    if (status.state === 'saved') return ok(undefined)
    return err('failure' in status ? status.failure : storageFailure('closed', 'the workshop was closed'))
  }

  /** Said and made up for like any other failure; a disk that is merely slow to read is none. */
  async verify(): Promise<Result<void, StorageFailure>> {
    const state = Y.encodeStateAsUpdate(this.#options.doc)
    const flushed = await this.flush()
    if (!flushed.ok) return flushed
    const verified = await this.#source.verify(state)
    if (!verified.ok && verified.error.code === 'mismatch') this.#fail(verified.error)
    return verified
  }

  /** A document that could not be loaded is not the whole one: its copies stay as they are. */
  async checkpoint(): Promise<Result<void, StorageFailure>> {
    const loaded = await this.loaded
    if (!loaded.ok) return loaded
    return this.#isRemoved ? err(REMOVED) : this.#checkpointer.writeNow()
  }

  close(): Promise<void> {
    this.#closing ??= this.#close()
    return this.#closing
  }

  /** Opens the log anew and rewrites the whole state; does nothing while the log is well. */
  recover(): Promise<void> {
    if (this.#log !== null || this.#isClosed || this.#isRemoved) return Promise.resolve()
    // It may have failed already and be on its way out; then only the retry is left, which must not be called off.
    if (this.#recovery !== null) return this.#recovery
    this.#stopRetry()
    this.#recovery = this.#recover().finally(() => {
      this.#recovery = null
    })
    return this.#recovery
  }

  async #close(): Promise<void> {
    await this.flush()
    await this.checkpoint()
    this.#isClosed = true
    this.#stopRetry()
    this.#stopWatching()
    this.#log?.close()
    this.#log = null
  }

  async #load(): Promise<Result<LoadReport, LoadFailure>> {
    const { doc } = this.#options
    const [wasListed, copy, inspected] = await Promise.all([
      this.#source.isListed(),
      this.#source.newestCopy(),
      this.#source.inspect(),
    ])
    this.#wasListed = wasListed
    if (!inspected.ok) return this.#failLoading(inspected.error, copy)
    // Nothing in the log may mean that the browser lost it: then only the copies could say so.
    const isGone = inspected.value.rows === 0 && copy.outcome === 'failed'
    const connected = isGone ? err(copy.failure) : await this.#source.connect(this.#onFailure)
    if (!connected.ok) return this.#failLoading({ ...connected.error, salvaged: null }, copy)
    this.#begin(connected.value)
    // After the log, which is then only added to where the copy knows more; else every opening would write all of it.
    this.#merge(copy)
    return ok({
      isNew: isEmptyDoc(doc),
      damagedRows: inspected.value.damaged.length,
      hasGaps: doc.store.pendingStructs !== null,
      checkpoint: copy.outcome,
    })
  }

  #merge({ state }: NewestCheckpoint): void {
    if (state !== null) Y.applyUpdate(this.#options.doc, state, origins.storage)
  }

  #failLoading(failure: LogFailure, copy: NewestCheckpoint): Result<LoadReport, LoadFailure> {
    const { code, detail, salvaged } = failure
    this.#merge(copy)
    if (salvaged !== null) Y.applyUpdate(this.#options.doc, salvaged)
    this.status.set({ state: 'loadFailed', failure: { code, detail } })
    this.#environment.logger.error('a document could not be loaded', { ...this.#name(), code, detail })
    return err({ code, detail, recovered: copy.state !== null || salvaged !== null })
  }

  #begin(log: LogConnection): void {
    const { doc } = this.#options
    this.#log = log
    const onUpdate = (_update: Uint8Array, origin: unknown): void => this.#noteChange(origin)
    doc.on('update', onUpdate)
    this.#disposers.push(
      () => doc.off('update', onUpdate),
      this.#environment.lifecycle.on('show', () => this.#probe()),
      this.#checkpointer.start(),
    )
    void this.#barriers.run()
  }

  #noteChange(origin: unknown): void {
    if (origin === this.#log?.origin) return
    this.#barriers.noteChange()
    if (this.#log === null) return
    // The same as before while it lasts: `since` stays the first moment.
    this.status.set({ state: 'saving', since: this.#environment.clock.now() })
    void this.#barriers.run()
  }

  /** Safari may have taken the database away while nobody looked. */
  #probe(): void {
    if (this.#log === null) void this.recover()
    else {
      this.#barriers.forget()
      const now = this.#environment.clock.now()
      const isDue = Math.abs(now - this.#verifiedAt) > VERIFY_EVERY_MS
      if (isDue) this.#verifiedAt = now
      void (isDue ? this.verify() : this.#barriers.run())
    }
  }

  #passBarrier(): Promise<Result<void, StorageFailure>> | null {
    if (this.#log === null) return null
    const { clock, timers, answerWithinMs } = this.#environment
    const { database, committed, drained } = this.#log
    // Never at once: a spell of y-indexeddb that began after a failure hears of a change after us.
    const passed = drained().then(() => passBarrier(database, clock))
    return withinTime(passed, timers, answerWithinMs, 'saving', committed)
  }

  #saySaved(): void {
    this.#attempts = 0
    this.status.set({ state: 'saved', at: this.#environment.clock.now() })
    if (this.#barriers.changes - this.#compactedAt < COMPACT_EVERY) return
    this.#compactedAt = this.#barriers.changes
    void this.#compact()
  }

  /** The log only grows if this fails; the next opening tries again. */
  async #compact(): Promise<void> {
    const inspected = await this.#source.inspect()
    if (!inspected.ok) {
      this.#environment.logger.warn('a log could not be compacted', {
        ...this.#name(),
        code: inspected.error.code,
      })
    }
  }

  #fail(failure: StorageFailure): void {
    if (this.#isClosed || this.#log === null) return
    this.#barriers.forget()
    this.#log.close()
    this.#log = null
    this.#sayNotSaved(failure)
    this.#retryLater()
  }

  #sayNotSaved(failure: StorageFailure): void {
    const status = this.status.get()
    const since = status.state === 'notSaved' ? status.since : this.#environment.clock.now()
    this.status.set({ state: 'notSaved', failure, since })
    this.#environment.logger.warn('a document is not saved', { ...this.#name(), ...failure })
  }

  /** What somebody took off this device on purpose must not be written back. */
  #letGo(): void {
    this.#isRemoved = true
    this.#stopWatching()
    this.#sayNotSaved(REMOVED)
  }

  #stopWatching(): void {
    for (const dispose of this.#disposers.splice(0)) dispose()
  }

  #retryLater(): void {
    const wait = RETRY_AFTER_MS[Math.min(this.#attempts, RETRY_AFTER_MS.length - 1)] ?? 0
    this.#attempts += 1
    this.#stopRetry = this.#environment.timers.after(wait, () => void this.#recoverNext())
  }

  /** A spell that failed may still be on its way out; joining it would leave nobody to try again. */
  async #recoverNext(): Promise<void> {
    await this.#recovery
    await this.recover()
  }

  async #recover(): Promise<void> {
    const loaded = await this.loaded
    if (!loaded.ok) return
    if (this.#wasListed && !(await this.#source.isListed())) {
      return this.#letGo()
    }
    const inspected = await this.#source.inspect(Y.encodeStateAsUpdate(this.#options.doc))
    const connected = inspected.ok ? await this.#source.connect(this.#onFailure) : inspected
    if (this.#isClosed) {
      if (connected.ok) connected.value.close()
      return
    }
    if (!connected.ok) {
      this.#sayNotSaved(connected.error)
      return this.#retryLater()
    }
    this.#log = connected.value
    await this.#barriers.run()
  }

  #name(): { readonly workshopId: string; readonly document: string } {
    return { workshopId: this.#options.workshopId, document: this.#options.document }
  }
}
