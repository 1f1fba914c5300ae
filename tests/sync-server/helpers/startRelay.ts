/** A real relay on a free port with a real data folder of its own; everything is closed and removed with the test. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { syncUrl } from '../../../src/protocol/socketPath.ts'
import type { Capability } from '../../../src/protocol/capability.ts'
import { roomIdOf } from '../../../src/protocol/capability.ts'
import type { Clock } from '../../../src/shared/clock.ts'
import type { Logger } from '../../../src/shared/logger.ts'
import type { Compactor } from '../../../sync-server/compaction/compactor.ts'
import type { RelayConfig } from '../../../sync-server/config.ts'
import { createSyncServer, type SyncServer } from '../../../sync-server/createSyncServer.ts'
import type { RelayLimits } from '../../../sync-server/limits.ts'
import type { RelayStorage } from '../../../sync-server/storage/contract.ts'

export interface StartedRelay {
  readonly server: SyncServer
  readonly dataDir: string
  readonly origin: string
  readonly log: readonly string[]
  /** y-websocket's server URL for the room of this capability. */
  readonly urlOf: (capability: Capability) => string
}

export interface StartOptions {
  readonly dataDir?: string
  readonly config?: Partial<RelayConfig>
  readonly limits?: Partial<RelayLimits>
  readonly storage?: RelayStorage
  readonly clock?: Clock
  readonly compactor?: Compactor
}

export async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'etappe-relay-'))
  onTestFinished(() => rm(folder, { recursive: true, force: true }))
  return folder
}

export function createLogSink(): { readonly logger: Logger; readonly lines: string[] } {
  const lines: string[] = []
  const log =
    (level: string): Logger['info'] =>
    (message, details) => {
      lines.push(`${level}: ${message} ${JSON.stringify(details ?? {})}`)
    }
  return { lines, logger: { info: log('info'), warn: log('warn'), error: log('error') } }
}

export async function startRelay(options: StartOptions = {}): Promise<StartedRelay> {
  const dataDir = options.dataDir ?? (await temporaryFolder())
  const sink = createLogSink()
  const config: RelayConfig = {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    appDir: join(dataDir, 'no-app-here'),
    tls: null,
    origins: [],
    creationToken: null,
    ...options.config,
  }
  const started = await createSyncServer({
    config,
    logger: sink.logger,
    ...(options.limits === undefined ? {} : { limits: options.limits }),
    ...(options.clock === undefined ? {} : { clock: options.clock }),
    ...(options.storage === undefined ? {} : { storage: options.storage }),
    ...(options.compactor === undefined ? {} : { compactor: options.compactor }),
  })
  if (!started.ok) throw new Error(started.error.message)
  const server = started.value
  onTestFinished(() => server.close())
  const origin = `${server.protocol}://127.0.0.1:${server.port}`
  return {
    server,
    dataDir,
    origin,
    log: sink.lines,
    urlOf: (capability) => syncUrl(origin, roomIdOf(capability)),
  }
}
