/**
 * Keeps one document on this device and always knows whether that is true. y-indexeddb alone loses work in known ways
 * (a failed write hides all later ones, a closed connection is never reopened, nothing says when a write is
 * committed), so this supervisor hears every failure, says `notSaved` at once, begins a new spell of y-indexeddb that
 * rewrites the whole state, and says `saved` only behind a barrier.
 */
import * as Y from 'yjs'
import type { Disposer } from '../shared/disposer.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { createValueStore } from '../shared/valueStore.ts'
import { attempt } from './attempt.ts'
import { passBarrier } from './barrier.ts'
import { type Checkpointer, createCheckpointer } from './checkpointer.ts'
import { mergeNewestCheckpoint } from './checkpoints.ts'
import type { DeviceDatabase } from './database.ts'
import type { DocumentPersistence, LoadFailure, LoadReport } from './documentPersistence.ts'
import { connectLog, type LogConnection } from './logConnection.ts'
import { logName } from './logName.ts'
import { setAsideRows } from './quarantine.ts'
import { SaveBarriers } from './saveBarriers.ts'
import { isSameStatus, type SaveStatus } from './saveStatus.ts'
import { type StorageEnvironment, storageEnvironment } from './storageEnvironment.ts'
import { type StorageFailure, storageFailure } from './storageFailure.ts'
import { inspectUpdateLog, type LogFailure, type LogInspection } from './updateLog.ts'
import { withinTime } from './withinTime.ts'

export interface PersistDocumentOptions {
  readonly workshopId: string
  readonly document: string
  readonly doc: Y.Doc
  readonly database: DeviceDatabase
  readonly environment?: Partial<StorageEnvironment>
}

const RETRY_AFTER_MS = [0, 1_000, 3_000, 10_000, 30_000] as const
/** So many changes in one sitting make the log worth compacting while it is open. */
const COMPACT_EVERY = 1_000

const REMOVED = storageFailure('removed', 'the workshop was removed from this device')

export function persistDocument(options: PersistDocumentOptions): DocumentPersistence {
  const supervisor = new DocumentSupervisor(options)
  return {
    status: supervisor.status,
    loaded: supervisor.loaded,
    flush: () => supervisor.flush(),
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
    onFailure: (failure) => this.#fail(failure),
  })
  #log: LogConnection | null = null
  #recovery: Promise<void> | null = null
  #attempts = 0
  #stopRetry: Disposer = () => undefined
  #wasListed = false
  #closing: Promise<void> | null = null
  #isClosed = false
  #isRemoved = false

  constructor(options: PersistDocumentOptions) {
    this.#options = options
    this.#environment = storageEnvironment(options.environment)
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
    this.#stopRetry()
    this.#recovery ??= this.#recover().finally(() => {
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
    const { database, doc } = this.#options
    this.#wasListed = await this.#isListed()
    const checkpoint = await mergeNewestCheckpoint(database, this.#options, doc)
    const inspected = await this.#inspect()
    const connected = inspected.ok ? await this.#connect() : inspected
    if (!inspected.ok) return this.#failLoading(inspected.error, checkpoint === 'merged')
    if (!connected.ok) {
      return this.#failLoading({ ...connected.error, salvaged: null }, checkpoint === 'merged')
    }
    this.#begin(connected.value)
    return ok({
      isNew: isEmptyDoc(doc),
      damagedRows: inspected.value.damaged.length,
      hasGaps: doc.store.pendingStructs !== null,
      checkpoint,
    })
  }

  #failLoading(failure: LogFailure, fromCheckpoint: boolean): Result<LoadReport, LoadFailure> {
    const { code, detail, salvaged } = failure
    if (salvaged !== null) Y.applyUpdate(this.#options.doc, salvaged)
    this.status.set({ state: 'loadFailed', failure: { code, detail } })
    this.#environment.logger.error('a document could not be loaded', { ...this.#name(), code, detail })
    return err({ code, detail, recovered: fromCheckpoint || salvaged !== null })
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
    this.status.set({ state: 'saving' })
    void this.#barriers.run()
    if (this.#barriers.changes % COMPACT_EVERY === 0) void this.#inspect()
  }

  /** Safari may have taken the database away while nobody looked. */
  #probe(): void {
    if (this.#log === null) void this.recover()
    else {
      this.#barriers.forget()
      void this.#barriers.run()
    }
  }

  #passBarrier(): Promise<Result<void, StorageFailure>> | null {
    if (this.#log === null) return null
    const { clock, timers, answerWithinMs } = this.#environment
    return withinTime(passBarrier(this.#log.database, clock), timers, answerWithinMs, 'saving')
  }

  #saySaved(): void {
    this.#attempts = 0
    this.status.set({ state: 'saved', at: this.#environment.clock.now() })
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
    this.#stopRetry = this.#environment.timers.after(wait, () => void this.recover())
  }

  async #recover(): Promise<void> {
    const loaded = await this.loaded
    if (!loaded.ok) return
    if (this.#wasListed && !(await this.#isListed())) {
      return this.#letGo()
    }
    const inspected = await this.#inspect(Y.encodeStateAsUpdate(this.#options.doc))
    const connected = inspected.ok ? await this.#connect() : inspected
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

  #inspect(rewriteWith?: Uint8Array): Promise<Result<LogInspection, LogFailure>> {
    const { database, workshopId, document } = this.#options
    const { clock, timers, answerWithinMs } = this.#environment
    return inspectUpdateLog({
      name: logName(workshopId, document),
      timers,
      answerWithinMs,
      ...(rewriteWith === undefined ? {} : { rewriteWith }),
      setAside: (rows) => setAsideRows(database, this.#options, rows, clock.now()),
    })
  }

  #connect(): Promise<Result<LogConnection, StorageFailure>> {
    const { workshopId, document, doc } = this.#options
    const { timers, answerWithinMs } = this.#environment
    const onFailure = (failure: StorageFailure): void => this.#fail(failure)
    return connectLog({ name: logName(workshopId, document), timers, answerWithinMs, doc, onFailure })
  }

  /** When the catalogue itself cannot be asked, nothing is known to be removed. */
  async #isListed(): Promise<boolean> {
    const { database, workshopId } = this.#options
    const found = await attempt(() => database.workshops.where('workshopId').equals(workshopId).count())
    return !found.ok || found.value > 0
  }

  #name(): { readonly workshopId: string; readonly document: string } {
    return { workshopId: this.#options.workshopId, document: this.#options.document }
  }
}

function isEmptyDoc(doc: Y.Doc): boolean {
  return doc.store.clients.size === 0 && doc.store.pendingStructs === null && doc.store.pendingDs === null
}
