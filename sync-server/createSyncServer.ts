/**
 * The relay as a thing that can be started and stopped: one port for sockets, app and health. Reads no environment and
 * prints nothing, so that tests and the command line can run as many as they like.
 */
import { mkdir } from 'node:fs/promises'
import { createServer as createHttpServer, type Server } from 'node:http'
import { createServer as createHttpsServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { isAllowedHost } from './auth.ts'
import { openBlobs } from './blobs/openBlobs.ts'
import { type Clock, systemClock } from '../src/shared/clock.ts'
import type { Logger } from '../src/shared/logger.ts'
import { err, ok, type Result } from '../src/shared/result.ts'
import { createAddressOf } from './clientAddress.ts'
import type { RelayConfig } from './config.ts'
import { answerRequests, type Health } from './http/answerRequests.ts'
import { createBlobs } from './http/blobs.ts'
import { archiveBuild } from './http/buildArchive.ts'
import { createStaticFiles } from './http/staticFiles.ts'
import { DEFAULT_LIMITS, type RelayLimits } from './limits.ts'
import { createRooms } from './rooms.ts'
import { createSockets } from './sockets.ts'
import type { RelayStorage } from './storage/contract.ts'
import { type DataLock, lockDataFolder } from './storage/dataLock.ts'
import { createEmbeddedStorage } from './storage/embedded.ts'
import { loadTls, type TlsMaterial } from './tls.ts'

export interface SyncServerOptions {
  readonly config: RelayConfig
  readonly logger: Logger
  readonly clock?: Clock
  readonly limits?: Partial<RelayLimits>
  /** Instead of the embedded store in the data folder. */
  readonly storage?: RelayStorage
}

export interface SyncServer {
  readonly port: number
  readonly protocol: 'http' | 'https'
  readonly health: () => Health
  /** Everything received becomes durable, clients are told to come back, the port and the data folder are free again. */
  readonly close: () => Promise<void>
}

/** A reason to show to the person who started the relay: what is wrong and what to do about it. */
export type StartError =
  | { readonly code: 'port-in-use' | 'port-forbidden' | 'no-such-host'; readonly message: string }
  | { readonly code: 'data-in-use' | 'data-unusable' | 'tls'; readonly message: string }

/** A large picture over a weak radio; an upload that falls silent is cut much earlier. */
const UPLOAD_MS = 30 * 60 * 1000

export async function createSyncServer(options: SyncServerOptions): Promise<Result<SyncServer, StartError>> {
  const { config } = options
  const tls = config.tls === null ? null : loadTls(config.tls)
  if (tls !== null && !tls.ok) return err({ code: 'tls', message: tls.error })
  const lock = await takeDataFolder(config.dataDir)
  if (!lock.ok) return lock
  const started = await startServer(options, tls?.value ?? null, lock.value)
  if (!started.ok) await lock.value.release()
  return started
}

async function takeDataFolder(dataDir: string): Promise<Result<DataLock, StartError>> {
  try {
    await mkdir(dataDir, { recursive: true })
    const lock = await lockDataFolder(dataDir)
    if (lock.ok) return lock
    const message = `Another relay uses the data folder ${dataDir}. Stop it, or set ETAPPE_DATA to another folder.`
    return err({ code: 'data-in-use', message })
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const message = `The data folder ${dataDir} cannot be used: ${why}. Set ETAPPE_DATA to a folder this user may write.`
    return err({ code: 'data-unusable', message })
  }
}

async function startServer(
  options: SyncServerOptions,
  tls: TlsMaterial | null,
  lock: DataLock,
): Promise<Result<SyncServer, StartError>> {
  const { config, logger, clock = systemClock } = options
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const storage = options.storage ?? createEmbeddedStorage({ folder: config.dataDir, logger, clock })
  const archive = join(config.dataDir, 'app')
  await archiveBuild(config.appDir, archive, clock).catch((cause: unknown) => {
    logger.warn('the chunks of this build could not be kept for later', { cause: String(cause) })
  })
  const rooms = createRooms({ storage, limits, logger })
  const sockets = createSockets({
    rooms,
    auth: config,
    addressOf: createAddressOf(config.trustedProxies ?? []),
    limits,
    logger,
  })
  const blobs = openBlobs({ ...config, limits, logger, clock, onFailed: () => (failures += 1) })
  const startedAt = performance.now()
  let stopping = false
  let failures = 0
  const health = (): Health => ({
    status: stopping ? 'stopping' : 'ok',
    uptimeSeconds: Math.floor((performance.now() - startedAt) / 1000),
    rooms: rooms.openRooms(),
    connections: sockets.count(),
    waitingBytes: sockets.waitingBytes(),
    storageFailures: rooms.storageFailures() + failures,
  })
  const staticFiles = createStaticFiles({ appDir: config.appDir, archive })
  const pictures = createBlobs({
    ...blobs,
    origins: config.origins,
    maxBytes: limits.blobBytes,
    roomState: rooms.roomState,
    isStopping: () => stopping,
  })
  const handler = answerRequests({
    health,
    staticFiles,
    blobs: pictures,
    logger,
    isAllowedHost: (request) => isAllowedHost(request, config.hosts ?? null),
  })
  const server =
    tls === null ? createHttpServer(handler) : createHttpsServer({ cert: tls.cert, key: tls.key }, handler)
  server.requestTimeout = UPLOAD_MS
  server.on('upgrade', sockets.upgrade)
  server.on('clientError', (_cause, socket) => socket.destroy())
  const listening = await listen(server, config)
  if (!listening.ok) {
    await Promise.all([sockets.close(), blobs.close()])
    return listening
  }
  const close = once(async () => {
    stopping = true
    const closed = new Promise<void>((resolve) => server.close(() => resolve()))
    await Promise.all([sockets.close(), blobs.close()])
    server.closeIdleConnections()
    await closed
    await storage.close()
    await lock.release()
  })
  return ok({ port: listening.value, protocol: tls === null ? 'http' : 'https', health, close })
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => (running ??= work())
}

function listen(server: Server, config: RelayConfig): Promise<Result<number, StartError>> {
  return new Promise((resolve, reject) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      const known = explainListenError(cause, config)
      if (known === null) reject(cause)
      else resolve(err(known))
    })
    server.listen({ port: config.port, ...(config.host === null ? {} : { host: config.host }) }, () => {
      resolve(ok((server.address() as AddressInfo).port))
    })
  })
}

function explainListenError(cause: NodeJS.ErrnoException, config: RelayConfig): StartError | null {
  const { port, host } = config
  switch (cause.code) {
    case 'EADDRINUSE': {
      const message = `Port ${port} is in use by another program. Stop that one, or choose another port: PORT=${port + 1} npm start`
      return { code: 'port-in-use', message }
    }
    case 'EACCES':
      return {
        code: 'port-forbidden',
        message: `This user may not open port ${port}. Choose one above 1023 with PORT.`,
      }
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return {
        code: 'no-such-host',
        message: `HOST is "${host}", which is no address of this machine. Leave HOST empty for all.`,
      }
    case undefined:
    default:
      return null
  }
}
