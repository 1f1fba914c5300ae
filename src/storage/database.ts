/**
 * The tables this device keeps besides the documents' update logs: which workshops are here, a second copy of every
 * document, pictures and files, settings, and rows that could not be read. The only file that declares the schema;
 * versions are only ever added, because a tablet may come back after a year.
 */
import { Dexie, type Table } from 'dexie'
import { err, ok, type Result } from '../shared/result.ts'
import { systemTimers, type Timers } from '../shared/timers.ts'
import { failureFrom, storageFailure, type StorageFailure } from './storageFailure.ts'
import type { WorkshopEntry } from './workshopEntry.ts'

export interface CheckpointRow {
  readonly id?: number
  readonly workshopId: string
  readonly document: string
  /** By this device's clock, for people; the order of checkpoints is their id. */
  readonly at: number
  readonly state: ArrayBuffer
  readonly sha256: string
}

/** What a person called a copy; beside it, because the names are listed without reading the copies. */
export interface VersionNameRow {
  readonly checkpointId: number
  readonly workshopId: string
  readonly document: string
  readonly name: string
}

/** Who does something that only one tab may do at a time, where the browser has no locks of its own. */
export interface LeaseRow {
  readonly name: string
  readonly holder: string
  readonly until: number
}

export interface BlobRow {
  readonly sha256: string
  /** Not a Blob: Safari has lost those. */
  readonly bytes: ArrayBuffer
  readonly mime: string
  readonly createdAt: number
}

/** Which workshop needs which bytes, so that removing one workshop keeps what another one shows. */
export interface BlobUseRow {
  readonly workshopId: string
  readonly sha256: string
}

export interface SettingRow {
  readonly key: string
  readonly value: unknown
}

/** A row of an update log that could not be read, kept for somebody who can. */
export interface QuarantineRow {
  readonly id?: number
  readonly workshopId: string
  readonly document: string
  readonly at: number
  readonly bytes: ArrayBuffer | null
  readonly reason: string
}

export class DeviceDatabase extends Dexie {
  /** Whoever closed it wanted that: its page, or another tab that needs a newer schema. */
  #isLetGo = false
  declare readonly workshops: Table<WorkshopEntry, string>
  declare readonly checkpoints: Table<CheckpointRow, number>
  declare readonly blobs: Table<BlobRow, string>
  declare readonly blobUses: Table<BlobUseRow, [string, string]>
  declare readonly settings: Table<SettingRow, string>
  declare readonly quarantine: Table<QuarantineRow, number>
  declare readonly versionNames: Table<VersionNameRow, number>
  declare readonly leases: Table<LeaseRow, string>

  constructor(name: string) {
    super(name)
    this.version(1).stores({
      workshops: 'workshopId, roomId',
      checkpoints: '++id, [workshopId+document]',
      blobs: 'sha256',
      blobUses: '[workshopId+sha256], workshopId, sha256',
      settings: 'key',
      quarantine: '++id, workshopId',
    })
    this.version(2).stores({
      // The third part lets copies be listed by time without reading them.
      checkpoints: '++id, [workshopId+document], [workshopId+document+at]',
      versionNames: 'checkpointId, [workshopId+document]',
      leases: 'name',
    })
  }

  override close(options?: { disableAutoOpen: boolean }): void {
    if (options?.disableAutoOpen !== false) this.#isLetGo = true
    super.close(options)
  }

  /**
   * Dexie opens again by itself what the browser took away, but only once: when that fails or gets no answer, nothing
   * that is asked of it afterwards is ever answered. So it is opened anew.
   */
  openAgain(): void {
    if (this.#isLetGo || this.isOpen()) return
    super.close()
    // The first of them is the opening that was just called off. Who asks next hears that the other failed, and comes again.
    this.open()
      .catch(() => this.open())
      .catch(() => undefined)
  }
}

export interface OpenDatabaseOptions {
  readonly name?: string
  readonly timers?: Timers
  readonly timeoutMs?: number
  /** Called when another tab needs a newer schema: this database is closed then, and the page must reload. */
  readonly onSuperseded?: () => void
}

/** Fails with a code instead of hanging: Safari's open sometimes never answers, and another tab can block it. */
export async function openDeviceDatabase(
  options: OpenDatabaseOptions = {},
): Promise<Result<DeviceDatabase, StorageFailure>> {
  const database = new DeviceDatabase(options.name ?? 'etappe')
  database.on('versionchange', () => {
    database.close()
    options.onSuperseded?.()
  })
  const outcome = await raceTimeout(database, options.timers ?? systemTimers, options.timeoutMs ?? 10_000)
  if (!outcome.ok) database.close()
  return outcome
}

function raceTimeout(
  database: DeviceDatabase,
  timers: Timers,
  ms: number,
): Promise<Result<DeviceDatabase, StorageFailure>> {
  return new Promise((resolve) => {
    let blocked = false
    database.on('blocked', () => {
      blocked = true
    })
    const stop = timers.after(ms, () => {
      resolve(
        err(storageFailure(blocked ? 'blocked' : 'timeout', `no answer from IndexedDB within ${ms} ms`)),
      )
    })
    database.open().then(
      () => {
        stop()
        resolve(ok(database))
      },
      (cause: unknown) => {
        stop()
        resolve(err(failureFrom(cause, 'unavailable')))
      },
    )
  })
}
