/**
 * Puts the parts of the relay together behind one request listener and one upgrade listener, and takes them down in the
 * order in which nothing is lost. Knows no port and no certificate.
 */
import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import type { Clock } from '../src/shared/clock.ts'
import type { Logger } from '../src/shared/logger.ts'
import { isAllowedHost, mayReadMetrics } from './auth.ts'
import { type OpenedBlobs, openBlobs } from './blobs/openBlobs.ts'
import { createAddressOf } from './clientAddress.ts'
import { type Compactor, createCompactor } from './compaction/compactor.ts'
import { KEEP_CLOSED_DAYS, type RelayConfig } from './config.ts'
import { answerRequests, type Health } from './http/answerRequests.ts'
import { createBlobs } from './http/blobs.ts'
import { archiveBuild } from './http/buildArchive.ts'
import { createStaticFiles } from './http/staticFiles.ts'
import { createMetrics } from './http/metrics.ts'
import { createRoomRequests } from './http/roomRequests.ts'
import type { RelayLimits } from './limits.ts'
import { createPerAddress } from './perAddress.ts'
import { createRelayStats, measureStorage } from './relayStats.ts'
import { createRetention } from './retention.ts'
import { createRooms } from './rooms.ts'
import { openSeenTime } from './seenTime.ts'
import { createSockets, type Sockets } from './sockets.ts'
import { createStorageHealth } from './storageHealth.ts'
import type { RelayStorage } from './storage/contract.ts'

/** The longest that one document may keep the compaction thread, and how long that waits for the next one. */
const COMPACTION = { patienceMs: 20_000, idleMs: 20_000 }

export interface OpenRelayOptions {
  readonly config: RelayConfig
  readonly limits: RelayLimits
  readonly storage: RelayStorage
  readonly logger: Logger
  readonly clock: Clock
  /** Instead of the thread; closed with the relay. */
  readonly compactor?: Compactor
}

export interface OpenedRelay {
  readonly answer: RequestListener
  readonly upgrade: Sockets['upgrade']
  readonly health: () => Health
  /** Everything received becomes durable; clients are told to come back. */
  readonly close: () => Promise<void>
  /** Resolves when no request is being answered, also for somebody who has gone. */
  readonly answered: () => Promise<void>
}

export async function openRelay(options: OpenRelayOptions): Promise<OpenedRelay> {
  const { config, limits, logger } = options
  const stats = createRelayStats()
  const stored = createStorageHealth()
  const storage = measureStorage(options.storage, stats, stored.worked)
  const { compactor = createCompactor({ logger, ...COMPACTION }) } = options
  const rooms = createRooms({ storage, limits, logger, compactor, onStorageFailed: stored.failed })
  const addressOf = createAddressOf(config.trustedProxies ?? [])
  const perAddress = createPerAddress(limits)
  const sockets = createSockets({ rooms, auth: config, addressOf, perAddress, limits, logger, stats })
  const startedAt = performance.now()
  const stop = new AbortController()
  const isStopping = () => stop.signal.aborted
  const blobs = await openStoredBlobs(options, stored.failed)
  const health = (): Health => ({
    status: isStopping() ? 'stopping' : stored.isFailing() ? 'failing' : 'ok',
    uptimeSeconds: Math.floor((performance.now() - startedAt) / 1000),
    rooms: rooms.openRooms(),
    connections: sockets.count(),
    waitingBytes: sockets.waitingBytes(),
    storageFailures: stored.failures(),
  })
  const metrics = createMetrics(stats, () => ({
    ...health(),
    pending: rooms.pending(),
    slowReaders: sockets.slowReaders(),
    uploads: blobs.uploads.active(),
  }))
  const pictures = createBlobs({
    ...blobs,
    origins: config.origins,
    maxBytes: limits.blobBytes,
    roomState: rooms.roomState,
    isStopping,
  })
  const { answer, answered } = answerRequests({
    host: config.host,
    health,
    staticFiles: await openStaticFiles(options),
    blobs: pictures,
    roomRequests: createRoomRequests({
      rooms,
      origins: config.origins,
      copyPictures: (from, to) => blobs.files.copyRoom(from, to, stop.signal),
      isStopping,
      countCreation: (request) => perAddress.mayCreateRoom(addressOf(request)),
      logger,
    }),
    metrics: metrics.text,
    mayReadMetrics: (request) => mayReadMetrics(request, config.metricsToken ?? null),
    logger,
    isAllowedHost: (request) => isAllowedHost(request, config.hosts ?? null),
  })
  const close = async (): Promise<void> => {
    stop.abort()
    // Rooms that are being put away do without the thread: it may be busy for longer than a stop has time.
    await Promise.all([compactor.close(), sockets.close(), blobs.close()])
    metrics.close()
  }
  return { answer, upgrade: sockets.upgrade, health, close, answered }
}

async function openStaticFiles({ config, clock, logger }: OpenRelayOptions) {
  const archive = join(config.dataDir, 'app')
  await archiveBuild(config.appDir, archive, clock).catch((cause: unknown) => {
    logger.warn('the chunks of this build could not be kept for later', { cause: String(cause) })
  })
  return createStaticFiles({ appDir: config.appDir, archive })
}

/** Pictures, and what becomes of them and of the documents in time. */
async function openStoredBlobs(options: OpenRelayOptions, onFailed: () => void): Promise<OpenedBlobs> {
  const { config, storage } = options
  const { longAgo } = await openSeenTime({ ...options, dataDir: config.dataDir })
  const blobs = openBlobs({ ...options, ...config, longAgo, onFailed, closedRooms: storage.closedRooms })
  const retention = createRetention({
    ...options,
    longAgo,
    removePictures: blobs.files.removeRoom,
    keepDays: config.keepClosedDays ?? KEEP_CLOSED_DAYS,
  })
  const close = async (): Promise<void> => {
    await Promise.all([retention.stop(), blobs.close()])
  }
  return { ...blobs, close }
}
