/**
 * One accepted socket of one document: reads its messages, enforces what its role may do, counts its document frames and
 * looks after its life (heartbeat, ping, stall). Messages that come before the document is loaded wait.
 */
import type { Duplex } from 'node:stream'
import type { WebSocket } from 'ws'
import { CLOSE_CODES, type CloseReason } from '../../src/protocol/closeCodes.ts'
import type { Logger } from '../../src/shared/logger.ts'
import { ackFrames, type Frames, HEARTBEAT_FRAMES } from '../document/frames.ts'
import type { LiveDocument } from '../document/liveDocument.ts'
import type { Peer } from '../document/peer.ts'
import { createRateLimit } from '../limits.ts'
import type { RelayLimits } from '../limits.ts'
import { countClose, type RelayStats } from '../relayStats.ts'
import { createOutbox } from './outbox.ts'
import { type ClientMessage, readMessage } from './readMessage.ts'

export interface ConnectionOptions {
  readonly webSocket: WebSocket
  readonly socket: Duplex
  readonly mayWrite: boolean
  /** The client asked to hear how many of its document frames are durable. */
  readonly acknowledges: boolean
  readonly limits: RelayLimits
  readonly logger: Logger
  readonly stats: RelayStats
}

export interface Connection {
  readonly peer: Peer
  /** From now on its messages reach the document. */
  readonly attach: (document: LiveDocument) => void
  /** Stops reading; what was received goes its way. */
  readonly pause: () => void
  readonly close: (reason: CloseReason) => void
  /** Called about once a second. */
  readonly tick: (now: number) => void
  /** What waits because the reader has not taken it yet. */
  readonly waitingBytes: () => number
  /** It gets nothing more until it has taken what waits. */
  readonly isFull: () => boolean
}

/** A step 1 may cost a walk over the whole document, other messages next to nothing. */
const STEP_1_COST = 25
/** A relay that slept or was kept waiting itself must not blame that on its readers: no single look counts for more. */
const TICKS_OF_A_STALL = 5
/** How long a socket gets for its closing handshake. */
const PATIENCE_MS = 3_000

export function createConnection(options: ConnectionOptions): Connection {
  const live = new LiveConnection(options)
  return {
    peer: live,
    attach: live.attach,
    pause: live.pause,
    close: live.close,
    tick: live.tick,
    waitingBytes: live.waitingBytes,
    isFull: live.isFull,
  }
}

class LiveConnection implements Peer {
  readonly mayWrite: boolean
  private closed = false
  private readonly options: ConnectionOptions
  private readonly outbox
  private readonly rate
  private readonly edits
  private document: LiveDocument | null = null
  private early: Uint8Array[] = []
  private received = 0
  private unwrittenBytes = 0
  private readonly unwritten: { readonly frame: number; readonly bytes: number }[] = []
  private paused = false
  private lastSent = performance.now()
  private lastHeard = performance.now()
  private lastPing = performance.now()
  private stalledMs = 0
  private lastTick = performance.now()
  private takenAtStall = 0
  private aliveCallbacks: (() => void)[] = []
  private suspicion: NodeJS.Timeout | undefined

  constructor(options: ConnectionOptions) {
    const { webSocket, socket, limits } = options
    this.options = options
    this.mayWrite = options.mayWrite
    this.outbox = createOutbox(socket, options.stats, () => this.document?.drained(this))
    this.rate = createRateLimit(limits.messagesPerSecond, limits.messageBurst, () => performance.now())
    this.edits = createRateLimit(limits.editsPerSecond, limits.editBurst, () => performance.now())
    webSocket.on('message', (data: Buffer, isBinary: boolean) => this.hear(data, isBinary))
    webSocket.on('pong', this.onPong)
    webSocket.on('close', () => {
      this.closed = true
      this.outbox.stop()
    })
  }

  attach = (document: LiveDocument): void => {
    if (this.closed) return
    this.document = document
    document.join(this)
    const early = this.early
    this.early = []
    for (const frame of early) this.handle(frame)
    if (early.length > 0 && !this.paused) this.options.webSocket.resume()
  }

  send = (frames: Frames): void => {
    this.lastSent = performance.now()
    this.outbox.push(frames)
  }

  waitingBytes = (): number => this.outbox.waitingBytes()

  isFull = (): boolean => this.outbox.waitingBytes() > this.options.limits.bufferedBytes

  acknowledge = (frame: number): void => {
    while (this.unwritten[0] !== undefined && this.unwritten[0].frame <= frame) {
      this.unwrittenBytes -= this.unwritten.shift()?.bytes ?? 0
    }
    if (this.paused && !this.closed && this.unwrittenBytes < this.options.limits.unwrittenBytes) {
      this.paused = false
      this.options.webSocket.resume()
    }
    if (this.options.acknowledges) this.send(ackFrames(frame))
  }

  probe = (onAlive: () => void): void => {
    this.aliveCallbacks.push(onAlive)
    if (this.aliveCallbacks.length > 1 || this.closed) return
    this.options.webSocket.ping()
    this.suspect(performance.now())
  }

  /** Whatever it says proves that it lives; as long as the relay does not read from it, it cannot say anything. */
  private suspect(since: number): void {
    this.suspicion = setTimeout(() => {
      if (this.lastHeard > since) this.proveAlive()
      else if (this.paused) this.suspect(since)
      else this.options.webSocket.terminate()
    }, this.options.limits.probeMs)
    this.suspicion.unref()
  }

  close = (reason: CloseReason): void => {
    if (this.closed) return
    this.closed = true
    this.outbox.stop()
    this.options.webSocket.resume()
    closeSocket(this.options.webSocket, reason)
    countClose(this.options.stats, reason)
    this.options.logger.info('closed a connection', { reason })
  }

  /** For good: `paused` is what an acknowledgement would undo. */
  pause = (): void => {
    this.paused = false
    if (!this.closed) this.options.webSocket.pause()
  }

  tick = (now: number): void => {
    const { limits, webSocket } = this.options
    if (this.closed) return
    if (this.document !== null && now - this.lastSent >= limits.heartbeatMs && !this.isFull()) {
      this.send(HEARTBEAT_FRAMES)
    }
    if (this.isStalled(now)) return this.close('tooSlow')
    if (now - Math.max(this.lastHeard, this.lastPing) < limits.pingMs) return
    if (now - this.lastHeard > 3 * limits.pingMs) return webSocket.terminate()
    this.lastPing = now
    webSocket.ping()
  }

  private isStalled(now: number): boolean {
    const taken = this.outbox.takenBytes()
    const { stallMs } = this.options.limits
    const passed = Math.min(now - this.lastTick, stallMs / TICKS_OF_A_STALL)
    const hasTaken = !this.isFull() || taken > this.takenAtStall
    this.lastTick = now
    this.takenAtStall = taken
    this.stalledMs = hasTaken ? 0 : this.stalledMs + passed
    return this.stalledMs >= stallMs
  }

  private onPong = (): void => {
    this.lastHeard = performance.now()
    this.proveAlive()
  }

  private proveAlive(): void {
    clearTimeout(this.suspicion)
    const callbacks = this.aliveCallbacks
    this.aliveCallbacks = []
    for (const callback of callbacks) callback()
  }

  private hear(data: Buffer, isBinary: boolean): void {
    this.lastHeard = performance.now()
    this.options.stats.bytesIn += data.length
    if (this.closed) return
    if (!isBinary) return this.close('malformed')
    if (this.document !== null) return this.handle(data)
    this.early.push(data)
    this.options.webSocket.pause()
    if (this.early.length > this.options.limits.messageBurst) this.close('tooMany')
  }

  private handle(data: Uint8Array): void {
    if (this.closed) return
    const message = readMessage(data, this.options.limits)
    if (!message.ok) return this.close(message.error)
    if (!this.rate.take(message.value.kind === 'step1' ? STEP_1_COST : 1)) return this.close('tooMany')
    if (this.document !== null) this.dispatch(this.document, message.value)
  }

  private dispatch(document: LiveDocument, message: ClientMessage): void {
    switch (message.kind) {
      case 'step1':
        return document.answerStep1(this, message.stateVector)
      case 'step2':
        return this.mayWrite ? this.receive(document, message.update) : undefined
      case 'update':
        return this.mayWrite ? this.receive(document, message.update) : this.close('forbidden')
      case 'awareness':
        return document.receivePresence(this, message.update)
      case 'query-awareness':
        return document.sendPresence(this)
      case 'unknown':
        return undefined
    }
  }

  private receive(document: LiveDocument, update: Uint8Array): void {
    if (!this.edits.take(1)) return this.close('tooMany')
    this.options.stats.edits += 1
    this.received += 1
    this.unwritten.push({ frame: this.received, bytes: update.length })
    this.unwrittenBytes += update.length
    document.receive(this, update, this.received)
    if (this.unwrittenBytes <= this.options.limits.unwrittenBytes || this.paused || this.closed) return
    this.paused = true
    this.options.webSocket.pause()
  }
}

/** Says why, and does not wait for ever for the other side to agree. */
export function closeSocket(webSocket: WebSocket, reason: CloseReason): void {
  webSocket.close(CLOSE_CODES[reason], reason)
  const impatience = setTimeout(() => webSocket.terminate(), PATIENCE_MS)
  impatience.unref()
  webSocket.once('close', () => clearTimeout(impatience))
}
