/**
 * Keeps the mark in the device's list true that some work of a workshop is neither on its relay nor in a file. It is
 * there, and can be said, before the workshop is opened and after a reload without a network.
 */
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import { systemClock } from '../../shared/clock.ts'
import type { Disposer } from '../../shared/disposer.ts'
import { ok, type Result } from '../../shared/result.ts'
import { systemTimers } from '../../shared/timers.ts'
import type { ReadableValue, ValueStore } from '../../shared/valueStore.ts'
import type { StorageFailure } from '../../storage/storageFailure.ts'
import type { WorkshopEntry, WorkshopEntryPatch } from '../../storage/workshopEntry.ts'
import type { WorkshopConnection } from '../../sync/workshopConnection.ts'
import type { Device } from '../device.ts'
import { onOwnEdit } from './onOwnEdit.ts'
import type { SessionPictures } from './pictureExchange.ts'

export interface NoteOnlyHereOptions {
  readonly device: Device
  readonly document: WorkshopDocument
  readonly entry: ValueStore<WorkshopEntry>
  readonly connection: ReadableValue<WorkshopConnection>
  readonly pictures: SessionPictures
}

/** To be called when the file has been handed out: what was written since its begin is in no file. */
export type NoteExport = () => Promise<Result<void, StorageFailure>>

export interface OnlyHere {
  /** Before the workshop is packed. */
  readonly beginExport: () => NoteExport
  readonly close: Disposer
}

/** A relay that is there acknowledges much sooner; only what takes longer is written down. */
const ACKNOWLEDGED_WITHIN_MS = 800

export function noteOnlyHere(options: NoteOnlyHereOptions): OnlyHere {
  const note = new OnlyHereNote(options)
  return { beginExport: () => note.beginExport(), close: () => note.close() }
}

/** A workshop of which only the second copy could be read: nothing that happens with it says anything about the rest. */
export function noteNothing(): OnlyHere {
  return { beginExport: () => () => Promise.resolve(ok(undefined)), close: () => undefined }
}

/** What waits for the relay. */
interface Waiting {
  readonly changes: number
  readonly pictures: number
}

class OnlyHereNote {
  readonly #options: NoteOnlyHereOptions
  readonly #stops: Disposer[]
  #stopDelivery: Disposer
  #stopTimer: Disposer | null = null
  #edits = 0
  /** What waited when it went into a file. */
  #inFile: Waiting = { changes: 0, pictures: 0 }
  #lastExportAt: number | null

  constructor(options: NoteOnlyHereOptions) {
    const { document, entry, connection, pictures } = options
    this.#options = options
    this.#lastExportAt = entry.get().lastExportAt
    this.#stopDelivery = connection.get().delivery.subscribe(() => this.#lookSoon())
    this.#stops = [
      onOwnEdit(document, () => this.#noteEdit()),
      connection.subscribe((next) => {
        this.#stopDelivery()
        this.#stopDelivery = next.delivery.subscribe(() => this.#lookSoon())
      }),
      pictures.status.subscribe(() => this.#lookSoon()),
      entry.subscribe((current) => this.#hear(current)),
    ]
  }

  beginExport(): NoteExport {
    const edits = this.#edits
    const waiting = this.#waiting()
    return () => {
      this.#inFile = waiting
      this.#lastExportAt = systemClock.now()
      const isWhole = this.#edits === edits
      return this.#write({ lastExportAt: this.#lastExportAt, ...(isWhole ? { onlyHereSince: null } : {}) })
    }
  }

  close(): void {
    this.#look()
    for (const stop of [...this.#stops, this.#stopDelivery]) stop()
    this.#stopTimer?.()
  }

  #noteEdit(): void {
    this.#edits += 1
    if (this.#hasRelay()) this.#lookSoon()
    else this.#mark(true)
  }

  /** Another tab may have taken a file of it, or written while this one has nothing that waits. */
  #hear(current: WorkshopEntry): void {
    if (current.lastExportAt !== this.#lastExportAt && !isMarked(current)) this.#inFile = this.#waiting()
    this.#lastExportAt = current.lastExportAt
    this.#lookSoon()
  }

  #lookSoon(): void {
    const { connection } = this.#options
    if (connection.get().state.get().state !== 'online') return this.#look()
    this.#stopTimer ??= systemTimers.after(ACKNOWLEDGED_WITHIN_MS, () => {
      this.#stopTimer = null
      this.#look()
    })
  }

  #look(): void {
    if (!this.#hasRelay()) return
    const { changes, pictures } = this.#waiting()
    this.#inFile = {
      changes: Math.min(this.#inFile.changes, changes),
      pictures: Math.min(this.#inFile.pictures, pictures),
    }
    if (changes > this.#inFile.changes || pictures > this.#inFile.pictures) return this.#mark(true)
    const { state } = this.#options.connection.get().delivery.get()
    // A relay that never says whether it keeps anything has been given everything at least.
    if (changes + pictures === 0 && (state === 'delivered' || state === 'unknown')) this.#mark(false)
  }

  #hasRelay(): boolean {
    return this.#options.connection.get().delivery.get().state !== 'noRelay'
  }

  #waiting(): Waiting {
    const { connection, pictures } = this.#options
    const delivery = connection.get().delivery.get()
    const changes = 'pending' in delivery ? delivery.pending : 0
    return { changes, pictures: pictures.status.get().toSend }
  }

  #mark(isOnlyHere: boolean): void {
    if (isOnlyHere === isMarked(this.#options.entry.get())) return
    void this.#write({ onlyHereSince: isOnlyHere ? systemClock.now() : null })
  }

  #write(patch: WorkshopEntryPatch): Promise<Result<void, StorageFailure>> {
    const { entry, device } = this.#options
    entry.set({ ...entry.get(), ...patch })
    return device.catalogue.update(entry.get().workshopId, patch)
  }
}

function isMarked({ onlyHereSince }: WorkshopEntry): boolean {
  return typeof onlyHereSince === 'number'
}
