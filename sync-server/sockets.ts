/**
 * From an HTTP upgrade to a seat in a room: accepts, and closes with a named code when there is no seat (a refused upgrade
 * would look like a dead network to stock clients). Owns the list of all connections and their common clock.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { type WebSocket, WebSocketServer } from 'ws'
import { mayWrite } from '../src/protocol/access.ts'
import type { CloseReason } from '../src/protocol/closeCodes.ts'
import { SYNC_PREFIX } from '../src/protocol/socketPath.ts'
import type { Logger } from '../src/shared/logger.ts'
import { type Admission, admit, type AuthOptions, selectProtocol } from './auth.ts'
import type { AddressOf } from './clientAddress.ts'
import { closeSocket, type Connection, createConnection } from './connection/connection.ts'
import type { RelayLimits } from './limits.ts'
import type { PerAddress } from './perAddress.ts'
import { countClose, type RelayStats } from './relayStats.ts'
import type { Rooms } from './rooms.ts'

export interface SocketsOptions {
  readonly rooms: Rooms
  readonly auth: AuthOptions
  /** Under which address a connection is counted. */
  readonly addressOf: AddressOf
  readonly perAddress: PerAddress
  readonly limits: RelayLimits
  readonly logger: Logger
  readonly stats: RelayStats
}

export interface Sockets {
  /** For the HTTP server's `upgrade` event. */
  readonly upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  readonly count: () => number
  /** The sum of what readers have not taken yet. */
  readonly waitingBytes: () => number
  /** Readers that get nothing until they have caught up. */
  readonly slowReaders: () => number
  /** Stops reading, lets everything become durable and acknowledged, closes all, and waits until rooms are put away. */
  readonly close: () => Promise<void>
}

const TICK_MS = 1_000
/** Of a name in the log that a stranger has sent. */
const LONGEST_NAME = 255
/** Room for the message's own few bytes around the largest payload. */
const FRAMING_BYTES = 64

export function createSockets(options: SocketsOptions): Sockets {
  const table = new SocketTable(options)
  return {
    upgrade: table.upgrade,
    count: () => table.connections.size,
    waitingBytes: table.waitingBytes,
    slowReaders: () => [...table.connections].filter((connection) => connection.isFull()).length,
    close: table.close,
  }
}

class SocketTable {
  readonly connections = new Set<Connection>()
  private readonly options: SocketsOptions
  private readonly writers: WebSocketServer
  private readonly readers: WebSocketServer
  private readonly timer: NodeJS.Timeout
  private readonly leaving = new Set<Promise<void>>()
  private stopping = false

  constructor(options: SocketsOptions) {
    this.options = options
    const { limits } = options
    this.writers = webSocketServer(Math.max(limits.step2Bytes, limits.updateBytes) + FRAMING_BYTES)
    this.readers = webSocketServer(Math.max(limits.stateVectorBytes, limits.updateBytes) + FRAMING_BYTES)
    this.timer = setInterval(this.tick, Math.min(TICK_MS, limits.heartbeatMs))
    this.timer.unref()
  }

  upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer): void => {
    socket.on('error', () => socket.destroy())
    if (request.url?.startsWith(SYNC_PREFIX) !== true) {
      socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
      return
    }
    const admission = admit(request, this.options.auth)
    const writes = admission.ok && mayWrite(admission.value.role, admission.value.address.document)
    const server = writes ? this.writers : this.readers
    server.handleUpgrade(request, socket, head, (webSocket) => {
      webSocket.on('error', (cause) => this.options.logger.info('a socket failed', { cause: cause.message }))
      if (!admission.ok) return this.refuse(webSocket, admission.error, request)
      if (this.stopping) return this.refuse(webSocket, 'stopping')
      const { addressOf, perAddress } = this.options
      const address = addressOf(request)
      const isFull = this.connections.size >= this.options.limits.connections
      if (isFull || !perAddress.enter(address)) return this.refuse(webSocket, 'tooMany')
      webSocket.once('close', () => perAddress.leave(address))
      this.seat(webSocket, socket, admission.value, address)
    })
  }

  close = async (): Promise<void> => {
    this.stopping = true
    clearInterval(this.timer)
    for (const connection of this.connections) connection.pause()
    await this.options.rooms.settled()
    for (const connection of this.connections) connection.close('stopping')
    await this.options.rooms.close()
    await Promise.all(this.leaving)
  }

  waitingBytes = (): number => {
    let sum = 0
    for (const connection of this.connections) sum += connection.waitingBytes()
    return sum
  }

  private refuse(webSocket: WebSocket, reason: CloseReason, request?: IncomingMessage): void {
    countClose(this.options.stats, reason)
    const asked = reason === 'wrongOrigin' && request !== undefined ? namesOf(request) : {}
    this.options.logger.info('refused a connection', { reason, ...asked })
    closeSocket(webSocket, reason)
  }

  private seat(webSocket: WebSocket, socket: Duplex, admission: Admission, from: string): void {
    const { limits, logger, stats } = this.options
    const { address, role, acknowledges, creationAllowed } = admission
    const connection = createConnection({
      webSocket,
      socket,
      mayWrite: mayWrite(role, address.document),
      acknowledges,
      limits,
      logger,
      stats,
    })
    this.connections.add(connection)
    const ended = new Promise<void>((resolve) => webSocket.once('close', () => resolve()))
    void ended.then(() => this.connections.delete(connection))
    const countCreation = () => this.options.perAddress.mayCreateRoom(from)
    this.track(this.stay(connection, { ...address, role, creationAllowed, countCreation }, ended))
  }

  private async stay(
    connection: Connection,
    request: Parameters<Rooms['join']>[0],
    ended: Promise<void>,
  ): Promise<void> {
    const seat = await this.options.rooms.join(request)
    if (!seat.ok) return connection.close(seat.error)
    if (this.stopping) connection.close('stopping')
    else connection.attach(seat.value.document)
    await ended
    await seat.value.leave(connection.peer)
  }

  private track(work: Promise<void>): void {
    const safe = work.catch((cause: unknown) => {
      this.options.logger.error('a connection ended badly', { cause: String(cause) })
    })
    this.leaving.add(safe)
    void safe.finally(() => this.leaving.delete(safe))
  }

  private tick = (): void => {
    const now = performance.now()
    for (const connection of this.connections) connection.tick(now)
    this.options.rooms.tick(now)
  }
}

/** What a proxy in front has made of the names: without them nobody finds out why everybody is refused. */
function namesOf({ headers }: IncomingMessage): Record<string, string> {
  const { host = '', origin = '' } = headers
  return { host: host.slice(0, LONGEST_NAME), origin: origin.slice(0, LONGEST_NAME) }
}

function webSocketServer(maxPayload: number): WebSocketServer {
  return new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload,
    handleProtocols: selectProtocol,
  })
}
