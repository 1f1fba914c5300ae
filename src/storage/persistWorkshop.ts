/**
 * Keeps all documents of a workshop on this device as one thing: one status, one flush, one answer to "is it loaded".
 * Also notes in the catalogue when the workshop was last saved.
 */
import type { Doc } from 'yjs'
import type { Disposer } from '../shared/disposer.ts'
import { err, ok, type Result } from '../shared/result.ts'
import { createValueStore, type ReadableValue } from '../shared/valueStore.ts'
import { attempt } from './attempt.ts'
import type { DeviceDatabase } from './database.ts'
import type { DocumentPersistence, LoadFailure, LoadReport } from './documentPersistence.ts'
import { persistDocument } from './persistDocument.ts'
import { familyStatus, isSameStatus, type SaveStatus } from './saveStatus.ts'
import { type StorageEnvironment, storageEnvironment } from './storageEnvironment.ts'
import type { StorageFailure } from './storageFailure.ts'

export interface PersistWorkshopOptions {
  readonly workshopId: string
  /** By name, such as `map`, `stage` and `review`. */
  readonly documents: Readonly<Record<string, Doc>>
  readonly database: DeviceDatabase
  readonly environment?: Partial<StorageEnvironment>
}

export interface WorkshopLoadFailure extends LoadFailure {
  readonly document: string
}

export interface WorkshopPersistence {
  readonly status: ReadableValue<SaveStatus>
  /** Settles once, when every document has been read or has failed. */
  readonly loaded: Promise<Result<Readonly<Record<string, LoadReport>>, WorkshopLoadFailure>>
  /** Ok only when the browser has committed everything that is in the documents now: before a reload or an update. */
  readonly flush: () => Promise<Result<void, StorageFailure>>
  /** Reads what is on the disk again and compares; what is not there is written anew. */
  readonly verify: () => Promise<Result<void, StorageFailure>>
  /** Writes the second, independent copies now, or that of one document. */
  readonly checkpoint: (document?: string) => Promise<Result<void, StorageFailure>>
  /** Tries at once instead of when the next attempt is due. */
  readonly retry: () => void
  /** Flushes, writes the second copies and lets go; never rejects. */
  readonly close: () => Promise<void>
}

/** The catalogue is told at most this often. */
const NOTE_SAVED_EVERY_MS = 5_000
const MAP = 'map'

export function persistWorkshop(options: PersistWorkshopOptions): WorkshopPersistence {
  const environment = storageEnvironment(options.environment)
  const { workshopId, database } = options
  const persisted = Object.entries(options.documents).map(([document, doc]) => ({
    document,
    persistence: persistDocument({ workshopId, document, doc, database, environment }),
  }))
  const all = persisted.map((entry) => entry.persistence)
  const status = createValueStore<SaveStatus>({ state: 'loading' }, isSameStatus)
  const update = (): void => status.set(familyStatus(all.map((one) => one.status.get())))
  const stops = all.map((one) => one.status.subscribe(update))
  stops.push(noteWhenSaved(options, status, environment))
  return {
    status,
    loaded: reportAll(persisted),
    flush: () => firstFailure(all.map((one) => one.flush())),
    verify: () => firstFailure(all.map((one) => one.verify())),
    checkpoint: (document) =>
      firstFailure(
        persisted
          .filter((one) => document === undefined || one.document === document)
          .map(({ persistence }) => persistence.checkpoint()),
      ),
    retry: () => all.forEach((one) => one.retry()),
    close: async () => {
      await Promise.all(all.map((one) => one.close()))
      stops.forEach((stop) => stop())
    },
  }
}

async function reportAll(
  persisted: readonly { readonly document: string; readonly persistence: DocumentPersistence }[],
): Promise<Result<Readonly<Record<string, LoadReport>>, WorkshopLoadFailure>> {
  const results = await Promise.all(
    persisted.map(async ({ document, persistence }) => ({ document, result: await persistence.loaded })),
  )
  const reports: Record<string, LoadReport> = {}
  // The small documents may be empty for good reasons; whether there is a workshop to show, the map alone says.
  const map = results.find(({ document }) => document === MAP)?.result
  for (const { document, result } of results) {
    if (!result.ok) return err({ ...result.error, recovered: isReadable(map ?? result), document })
    reports[document] = result.value
  }
  return ok(reports)
}

function isReadable(result: Result<LoadReport, LoadFailure>): boolean {
  return result.ok || result.error.recovered
}

async function firstFailure(
  work: readonly Promise<Result<void, StorageFailure>>[],
): Promise<Result<void, StorageFailure>> {
  const results = await Promise.all(work)
  return results.find((result) => !result.ok) ?? ok(undefined)
}

function noteWhenSaved(
  { workshopId, database }: PersistWorkshopOptions,
  status: ReadableValue<SaveStatus>,
  { timers, logger }: StorageEnvironment,
): Disposer {
  let stopTimer: Disposer | null = null
  const note = async (): Promise<void> => {
    stopTimer = null
    const saved = status.get()
    if (saved.state !== 'saved') return
    const noted = await attempt(() => database.workshops.update(workshopId, { lastSavedAt: saved.at }))
    if (!noted.ok) logger.warn('the catalogue could not be told that a workshop is saved', { ...noted.error })
  }
  const stop = status.subscribe(({ state }) => {
    if (state === 'saved') stopTimer ??= timers.after(NOTE_SAVED_EVERY_MS, () => void note())
  })
  return () => {
    stop()
    stopTimer?.()
  }
}
