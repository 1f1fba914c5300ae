/**
 * The relay as a thing that can be started and stopped: one port for sockets, app, pictures and health. Reads no
 * environment and prints nothing, so that tests and the command line can run as many as they like.
 */
import { access, constants, mkdir } from 'node:fs/promises'
import { createServer as createHttpServer, type Server as HttpServer } from 'node:http'
import { createServer as createHttpsServer, type Server as HttpsServer } from 'node:https'
import { type Clock, systemClock } from '../src/shared/clock.ts'
import type { Logger } from '../src/shared/logger.ts'
import { err, ok, type Result } from '../src/shared/result.ts'
import type { Compactor } from './compaction/compactor.ts'
import type { RelayConfig } from './config.ts'
import { lanAddresses } from './http/lanAddresses.ts'
import type { Health } from './http/answerRequests.ts'
import { DEFAULT_LIMITS, type RelayLimits } from './limits.ts'
import { listen, type ListenError } from './listen.ts'
import { type LocalHttps, openLocalHttps } from './localHttps/openLocalHttps.ts'
import { readPower, watchMachine } from './machineWatch.ts'
import { openRelay } from './openRelay.ts'
import { leadToHttps } from './plainHttpHint.ts'
import { answerOtherUpgrades } from './plainUpgrade.ts'
import { reloadTls } from './reloadTls.ts'
import type { RelayStorage } from './storage/contract.ts'
import { isRestoreCutOff } from './storage/cutOffRestore.ts'
import { type DataLock, lockDataFolder } from './storage/dataLock.ts'
import { createEmbeddedStorage } from './storage/embedded.ts'
import { explainRedis } from './storage/explainRedis.ts'
import { loadTls, type TlsMaterial } from './tls.ts'
import { watchConnections } from './watchConnections.ts'

export interface SyncServerOptions {
  readonly config: RelayConfig
  readonly logger: Logger
  readonly clock?: Clock
  readonly limits?: Partial<RelayLimits>
  /** Instead of the embedded store in the data folder. */
  readonly storage?: RelayStorage
  /** Instead of the thread that collects garbage. */
  readonly compactor?: Compactor
}

export interface SyncServer {
  readonly port: number
  readonly protocol: 'http' | 'https'
  /** Where tablets learn to trust this machine, with local HTTPS. */
  readonly trustPort: number | null
  /** Where it was reached the last time, when none of that is true any more. */
  readonly formerAddresses: readonly string[] | null
  readonly health: () => Health
  /** Everything received becomes durable, clients are told to come back, the port and the data folder are free again. */
  readonly close: () => Promise<void>
}

/** A reason to show to the person who started the relay: what is wrong and what to do about it. */
export type StartError =
  | ListenError
  | { readonly code: 'data-in-use' | 'data-unusable' | 'tls' | 'redis'; readonly message: string }

/** A large picture over a weak radio; an upload that falls silent is cut much earlier. */
const UPLOAD_MS = 30 * 60 * 1000

export async function createSyncServer(options: SyncServerOptions): Promise<Result<SyncServer, StartError>> {
  const { config } = options
  const tls = config.tls === null ? null : loadTls(config.tls)
  if (tls !== null && !tls.ok) return err({ code: 'tls', message: tls.error })
  const blobs = await makeBlobFolder(config.blobDir ?? null)
  if (!blobs.ok) return blobs
  const lock = await takeDataFolder(config.dataDir, options.logger)
  if (!lock.ok) return lock
  const started = await startServer(options, tls?.value ?? null, lock.value).catch(async (cause: unknown) => {
    await lock.value.release()
    throw cause
  })
  if (!started.ok) await lock.value.release()
  return started
}

/** Now, and not when somebody in the room takes the first picture. */
async function makeBlobFolder(folder: string | null): Promise<Result<void, StartError>> {
  if (folder === null) return ok(undefined)
  try {
    await mkdir(folder, { recursive: true })
    await access(folder, constants.W_OK)
    return ok(undefined)
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const message = `The folder for pictures ${folder} cannot be used: ${why}. Set ETAPPE_BLOBS to a folder this user may write.`
    return err({ code: 'data-unusable', message })
  }
}

async function takeDataFolder(dataDir: string, logger: Logger): Promise<Result<DataLock, StartError>> {
  try {
    await mkdir(dataDir, { recursive: true })
    const lock = await lockDataFolder(dataDir)
    if (!lock.ok) {
      const message = `Another relay uses the data folder ${dataDir}. Stop it, or set ETAPPE_DATA to another folder.`
      return err({ code: 'data-in-use', message })
    }
    // Not before: a restore that is under way has the folder, and may be killed at any moment.
    if (await isRestoreCutOff(dataDir)) {
      await lock.value.release()
      const message = `A restore into ${dataDir} was cut off at its last step. Run it again; what was there before is in ${dataDir} as before-restore-….`
      return err({ code: 'data-unusable', message })
    }
    if (lock.value.takesNoSockets)
      logger.warn('the disk of the data folder takes no lock: see to it that no other machine uses it', {
        dataDir,
      })
    return lock
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause)
    const message = `The data folder ${dataDir} cannot be used: ${why}. Set ETAPPE_DATA to a folder this user may write.`
    return err({ code: 'data-unusable', message })
  }
}

async function startServer(
  options: SyncServerOptions,
  givenTls: TlsMaterial | null,
  lock: DataLock,
): Promise<Result<SyncServer, StartError>> {
  const { config, logger, clock = systemClock } = options
  const limits = { ...DEFAULT_LIMITS, ...options.limits }
  const prepared = config.localHttps === true ? await openLocalHttps(config, clock, logger) : ok(null)
  if (!prepared.ok) return err({ code: 'tls', message: prepared.error })
  const local = prepared.value
  const made = local === null ? null : loadTls(local.certificates.files)
  if (made !== null && !made.ok) return err({ code: 'tls', message: made.error })
  const opened = await openStorage(options, clock)
  if (!opened.ok) return opened
  const storage = opened.value
  const relay = await openRelay({ ...options, limits, storage, clock })
  const tls = made?.value ?? givenTls
  const server =
    tls === null
      ? createHttpServer(relay.answer)
      : createHttpsServer({ cert: tls.cert, key: tls.key }, relay.answer)
  const connections = watchConnections(server)
  server.requestTimeout = UPLOAD_MS
  server.on(
    'upgrade',
    answerOtherUpgrades(server, tls === null ? 'connection' : 'secureConnection', relay.upgrade),
  )
  server.on('clientError', (_cause, socket) => socket.destroy())
  const listening = await listen(server, config)
  if (!listening.ok) {
    await relay.close()
    await storage.close()
    return listening
  }
  const trustPort = await openTrustPage(server, local, listening.value)
  const stopLooking = watchCertificate(server, options, tls, clock)
  const kept = local !== null && 'setSecureContext' in server ? local.keepCertificate(server) : null
  const watch = await watchMachine({
    dataDir: config.dataDir,
    addresses: () => lanAddresses(config.host),
    onBattery: readPower,
    logger,
    clock,
    onMoved: () => void kept?.run(),
  })
  const close = once(async () => {
    stopLooking()
    local?.close()
    connections.stopListening()
    await Promise.all([relay.close(), watch.stop().then(() => kept?.stop())])
    await connections.end()
    await relay.answered()
    await storage.close()
    await lock.release()
  })
  const protocol = tls === null ? 'http' : 'https'
  const { formerAddresses } = watch
  return ok({ port: listening.value, protocol, trustPort, formerAddresses, health: relay.health, close })
}

/** Returns the page's port; who asks the HTTPS port in plain HTTP is led there, or to HTTPS. */
async function openTrustPage(
  server: HttpServer | HttpsServer,
  local: LocalHttps | null,
  port: number,
): Promise<number | null> {
  const trustPort = (await local?.openPage(port)) ?? null
  if ('setSecureContext' in server) leadToHttps(server, trustPort)
  return trustPort
}

function watchCertificate(
  server: HttpServer | HttpsServer,
  { config, logger }: SyncServerOptions,
  used: TlsMaterial | null,
  clock: Clock,
): () => void {
  if (config.tls === null || used === null || !('setSecureContext' in server)) return () => undefined
  return reloadTls(server, config.tls, used, { logger, clock })
}

async function openStorage(
  options: SyncServerOptions,
  clock: Clock,
): Promise<Result<RelayStorage, StartError>> {
  const { config, logger } = options
  if (options.storage !== undefined) return ok(options.storage)
  const url = config.redisUrl ?? null
  if (url === null) return ok(createEmbeddedStorage({ folder: config.dataDir, logger, clock }))
  try {
    // A relay on one machine starts in half the time without its client.
    const { createRedisStorage } = await import('./storage/redis.ts')
    return ok(await createRedisStorage({ url, logger }))
  } catch (cause) {
    return err({ code: 'redis', message: explainRedis(cause) })
  }
}

function once(work: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => (running ??= work())
}
