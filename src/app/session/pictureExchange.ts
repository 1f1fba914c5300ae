/**
 * The exchange of pictures and attachments for an open workshop: for as long as it has a relay, with the access that
 * this device has at the time. Tells whoever draws pictures when there are more of them.
 */
import type { WorkshopDocument } from '../../model/workshopDocument.ts'
import type { Secret } from '../../protocol/capability.ts'
import type { Disposer } from '../../shared/disposer.ts'
import { cryptoRandomBytes } from '../../shared/ids.ts'
import { consoleLogger } from '../../shared/logger.ts'
import { ok } from '../../shared/result.ts'
import { systemTimers } from '../../shared/timers.ts'
import type { ReadableValue } from '../../shared/valueStore.ts'
import { createValueStore } from '../../shared/valueStore.ts'
import { hashBytes } from '../../storage/hashBytes.ts'
import type { MediaStore } from '../../storage/mediaStore.ts'
import type { WorkshopEntry } from '../../storage/workshopEntry.ts'
import type { ExchangeStatus, FileStore, NamedFile } from '../../sync/exchangedFiles.ts'
import { isSameExchangeStatus, NOTHING_TO_EXCHANGE } from '../../sync/exchangedFiles.ts'
import type { PictureExchange } from '../../sync/exchangePictures.ts'
import { exchangePictures } from '../../sync/exchangePictures.ts'
import type { WorkshopConnection } from '../../sync/workshopConnection.ts'

export interface SessionPictures {
  /** Grows when pictures have come from other devices or out of a file. */
  readonly arrived: ReadableValue<number>
  /** Tells whoever draws that there are more pictures on this device now. */
  readonly noteArrived: () => void
  readonly status: ReadableValue<ExchangeStatus>
  readonly close: Disposer
}

export interface SessionPicturesOptions {
  readonly media: MediaStore
  readonly document: WorkshopDocument
  readonly entry: ReadableValue<WorkshopEntry>
  readonly connection: ReadableValue<WorkshopConnection>
}

/** Many pictures that come one after the other are drawn together. */
const TOGETHER_MS = 200

export function createSessionPictures(options: SessionPicturesOptions): SessionPictures {
  const { connection } = options
  const arrived = createValueStore(0)
  const status = createValueStore(NOTHING_TO_EXCHANGE, isSameExchangeStatus)
  const noteArrived = () => arrived.set(arrived.get() + 1)
  const soon = calledSoon(noteArrived)
  let running: PictureExchange | null = null
  let stopStatus: Disposer = () => undefined
  const stop = (): void => {
    stopStatus()
    running?.close()
  }
  const start = (): void => {
    stop()
    running = begin(options, soon.call)
    status.set(running?.status.get() ?? NOTHING_TO_EXCHANGE)
    stopStatus = running?.status.subscribe(status.set) ?? (() => undefined)
  }
  // Another relay, secret or role is another connection.
  const stopConnection = connection.subscribe(start)
  start()
  return {
    arrived,
    noteArrived,
    status,
    close: () => {
      stopConnection()
      soon.stop()
      stop()
    },
  }
}

function begin(
  { media, document, entry, connection }: SessionPicturesOptions,
  onArrived: () => void,
): PictureExchange | null {
  const { workshopId, relayOrigin, secret, role } = entry.get()
  if (relayOrigin === null || secret === null) return null
  return exchangePictures({
    origin: relayOrigin,
    capability: { role, secret: secret as Secret },
    connection: connection.get().state,
    named: () => namedFiles(document),
    onNamed: (listener) => onMapChanged(document, listener),
    files: fileStoreOf(media, workshopId),
    onArrived,
    fetch: (...request) => globalThis.fetch(...request),
    timers: systemTimers,
    randomBytes: cryptoRandomBytes,
    logger: consoleLogger,
  })
}

function onMapChanged(document: WorkshopDocument, listener: () => void): Disposer {
  const soon = calledSoon(listener)
  const stop = document.subscribe((change) => {
    if (change.document === 'map') soon.call()
  })
  return () => {
    stop()
    soon.stop()
  }
}

/** At most once in a while, and never at once: nobody who draws or types waits for it. */
function calledSoon(run: () => void): { readonly call: () => void; readonly stop: Disposer } {
  let stop: Disposer | null = null
  return {
    call: () => {
      stop ??= systemTimers.after(TOGETHER_MS, () => {
        stop = null
        run()
      })
    },
    stop: () => stop?.(),
  }
}

export function namedFiles(document: WorkshopDocument): readonly NamedFile[] {
  const { media, attachments } = document.snapshot()
  return [...media.values(), ...attachments.values()].filter(({ sha256 }) => sha256 !== '')
}

function fileStoreOf(media: MediaStore, workshopId: string): FileStore {
  return {
    held: () => media.list(workshopId),
    read: async (sha256) => {
      const found = await media.read(sha256)
      return found.ok ? ok(found.value?.bytes ?? null) : found
    },
    save: (bytes, mime) => media.save(workshopId, bytes, mime),
    hash: hashBytes,
  }
}
