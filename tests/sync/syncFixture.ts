/** Real relays, real sockets and devices that have both, for tests of sync; everything is closed when the test ends. */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import * as Y from 'yjs'
import {
  type Capability,
  createModeratorCapability,
  deriveCapability,
  type Role,
} from '../../src/protocol/capability.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { connectWorkshop } from '../../src/sync/connectWorkshop.ts'
import type { SyncEnvironment, TabChannel } from '../../src/sync/syncEnvironment.ts'
import type { WorkshopConnection, WorkshopDocuments } from '../../src/sync/workshopConnection.ts'
import { readConfig } from '../../sync-server/config.ts'
import { createSyncServer, type SyncServer } from '../../sync-server/createSyncServer.ts'
import type { RelayLimits } from '../../sync-server/limits.ts'

export const WORKSHOP = 'workshop00000000000001'

export interface RunningRelay {
  readonly origin: string
  readonly port: number
  readonly dataDir: string
  /** The same data on the same port again. */
  readonly restart: () => Promise<void>
  readonly stop: () => Promise<void>
}

export async function startRelay(
  limits: Partial<RelayLimits> = {},
  creationToken: string | null = null,
): Promise<RunningRelay> {
  const dataDir = await mkdtemp(join(tmpdir(), 'etappe-sync-'))
  let server = await start(dataDir, 0, limits, creationToken)
  const { port } = server
  onTestFinished(async () => {
    await server.close()
    await rm(dataDir, { recursive: true, force: true })
  })
  return {
    origin: `http://127.0.0.1:${port}`,
    port,
    dataDir,
    stop: () => server.close(),
    restart: async () => {
      await server.close()
      server = await start(dataDir, port, limits, creationToken)
    },
  }
}

async function start(
  dataDir: string,
  port: number,
  limits: Partial<RelayLimits>,
  creationToken: string | null,
): Promise<SyncServer> {
  const token = creationToken === null ? {} : { ETAPPE_CREATE: 'token', ETAPPE_CREATE_TOKEN: creationToken }
  const config = readConfig(
    { PORT: String(port), HOST: '127.0.0.1', ETAPPE_DATA: dataDir, ...token },
    join(dataDir, 'no-app'),
  )
  if (!config.ok) throw new Error(config.error.join(' '))
  const started = await createSyncServer({ config: config.value, logger: silentLogger, limits })
  if (!started.ok) throw new Error(started.error.message)
  return started.value
}

export interface Room {
  readonly capability: (role: Role) => Capability
}

export function newRoom(): Room {
  const moderator = createModeratorCapability()
  return {
    capability: (role) => {
      const derived = deriveCapability(moderator, role)
      if (!derived.ok) throw new Error(derived.error)
      return derived.value
    },
  }
}

export interface Device {
  readonly documents: WorkshopDocuments
  readonly cards: Y.Map<string>
  readonly connection: WorkshopConnection
}

export interface DeviceOptions {
  readonly origin: string | null
  readonly capability: Capability
  readonly creationToken?: string
  readonly documents?: WorkshopDocuments
  readonly workshopId?: string | null
  readonly environment?: Partial<SyncEnvironment>
}

export function newDocuments(): WorkshopDocuments {
  return { map: new Y.Doc(), stage: new Y.Doc(), review: new Y.Doc() }
}

export function startDevice(options: DeviceOptions): Device {
  const documents = options.documents ?? newDocuments()
  const { origin, capability, creationToken } = options
  const connection = connectWorkshop({
    workshopId: options.workshopId ?? null,
    documents,
    relay:
      origin === null
        ? null
        : { origin, capability, ...(creationToken === undefined ? {} : { creationToken }) },
    environment: {
      WebSocket: NodeWebSocket as unknown as typeof WebSocket,
      openTabChannel: null,
      logger: silentLogger,
      ...options.environment,
    },
  })
  onTestFinished(() => connection.close())
  return { documents, cards: documents.map.getMap<string>('cards'), connection }
}

/** The tabs of one browser. */
export function tabHub(): (name: string) => TabChannel {
  const channels = new Map<string, Set<(message: unknown) => void>>()
  return (name) => {
    const members = channels.get(name) ?? new Set()
    channels.set(name, members)
    let own: ((message: unknown) => void) | null = null
    return {
      post: (message) => {
        const copy: unknown = structuredClone(message)
        for (const member of members) {
          if (member !== own) queueMicrotask(() => members.has(member) && member(copy))
        }
      },
      listen: (receive) => {
        own = receive
        members.add(receive)
      },
      close: () => void (own === null || members.delete(own)),
    }
  }
}

/** Waits for a condition, not for a time. */
export function until(condition: () => boolean, what: string, timeout = 10_000): Promise<void> {
  return vi.waitUntil(condition, { timeout, interval: 5 }).then(
    () => undefined,
    () => {
      throw new Error(`never happened: ${what}`)
    },
  )
}

export function untilState(device: Device, state: string, timeout = 10_000): Promise<void> {
  return until(() => device.connection.state.get().state === state, `state ${state}`, timeout)
}

export function untilDelivered(device: Device, timeout = 10_000): Promise<void> {
  return until(() => device.connection.delivery.get().state === 'delivered', 'delivered', timeout)
}

export function untilSame(devices: readonly Device[], timeout = 10_000): Promise<void> {
  return until(() => new Set(devices.map(({ cards }) => sorted(cards))).size === 1, 'same cards', timeout)
}

function sorted(cards: Y.Map<string>): string {
  return JSON.stringify(Object.entries(cards.toJSON()).sort(([a], [b]) => (a < b ? -1 : 1)))
}
