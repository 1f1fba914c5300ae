/**
 * Brings the files that a workshop names (pictures, attachments) to where they are missing: from this device to the
 * relay if the role may write, from the relay to this device. Works beside everything else, one file at a time each
 * way; what does not succeed is tried again, later each time and at once after a reconnect.
 */
import { mayWrite } from '../protocol/access.ts'
import { isBlobHash } from '../protocol/blobs.ts'
import type { Capability } from '../protocol/capability.ts'
import type { Disposer } from '../shared/disposer.ts'
import type { RandomBytes } from '../shared/ids.ts'
import type { Logger } from '../shared/logger.ts'
import type { Timers } from '../shared/timers.ts'
import { createValueStore, type ReadableValue } from '../shared/valueStore.ts'
import { createBlobClient } from './blobClient.ts'
import type { ConnectionState } from './connectionState.ts'
import {
  type ExchangeStatus,
  type FileStore,
  isSameExchangeStatus,
  type NamedFile,
  NOTHING_TO_EXCHANGE,
} from './exchangedFiles.ts'
import { exchangeOnce, type ExchangeOnceOptions, newExchangeMemory } from './exchangeOnce.ts'
import { createRetriedRounds } from './retriedRounds.ts'

export interface ExchangePicturesOptions {
  readonly origin: string
  readonly capability: Capability
  readonly connection: ReadableValue<ConnectionState>
  /** What the workshop names right now, and when that may have changed. */
  readonly named: () => readonly NamedFile[]
  readonly onNamed: (listener: () => void) => Disposer
  readonly files: FileStore
  readonly onArrived: (sha256: string) => void
  readonly fetch: typeof fetch
  readonly timers: Timers
  readonly randomBytes: RandomBytes
  readonly logger: Logger
}

export interface PictureExchange {
  readonly status: ReadableValue<ExchangeStatus>
  readonly close: Disposer
}

/** Files nobody lists expire on the relay after months; a tablet that stays open for days keeps them alive. */
const LIST_AGAIN_MS = 24 * 60 * 60_000

export function exchangePictures(options: ExchangePicturesOptions): PictureExchange {
  const { connection, logger } = options
  const status = createValueStore(NOTHING_TO_EXCHANGE, isSameExchangeStatus)
  const client = createBlobClient({ ...options, hash: options.files.hash })
  const mayUpload = mayWrite(options.capability.role, 'map')
  let memory = newExchangeMemory()
  let isClosed = false
  let seen = ''
  const isOnline = (): boolean => !isClosed && connection.get().state === 'online'
  const rounds = createRetriedRounds({
    ...options,
    round: () => exchange(options, { client, memory, mayUpload, isOnline, report: status.set }),
    mayRun: isOnline,
    isDone: () => status.get().toSend + status.get().notHere === 0,
    againMs: LIST_AGAIN_MS,
    onAgain: () => (memory = newExchangeMemory()),
    onBug: (cause) => logger.error('the exchange of files failed', { cause: String(cause) }),
  })
  const onConnection = (): void => {
    if (!isOnline()) return client.abort()
    memory = newExchangeMemory(memory)
    rounds.start()
  }
  const onNamed = (): void => {
    const now = JSON.stringify(options.named().map(({ sha256 }) => sha256))
    if (now === seen) return
    seen = now
    if (isOnline()) rounds.start()
  }
  const stops = [connection.subscribe(onConnection), options.onNamed(onNamed), rounds.stop, client.abort]
  onNamed()
  return {
    status,
    close: () => {
      isClosed = true
      for (const stop of stops) stop()
    },
  }
}

type Pass = Pick<ExchangeOnceOptions, 'client' | 'memory' | 'mayUpload' | 'isOnline' | 'report'>

async function exchange(options: ExchangePicturesOptions, rest: Pass): Promise<boolean> {
  const named = new Map<string, NamedFile>()
  for (const file of options.named()) if (isBlobHash(file.sha256)) named.set(file.sha256, file)
  if (named.size > 0) return exchangeOnce({ ...options, ...rest, named })
  rest.report(NOTHING_TO_EXCHANGE)
  return false
}
