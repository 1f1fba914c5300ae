/**
 * Somebody who writes, is told what is durable and comes back like the app, but keeps others' edits as numbers only: three
 * hundred whole documents in one process would measure that process. Never brings others' edits back to a relay.
 */
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { type Capability, roomIdOf } from '../../../src/protocol/capability.ts'
import {
  MESSAGE_SYNC,
  readAck,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '../../../src/protocol/messages.ts'
import { syncUrl } from '../../../src/protocol/socketPath.ts'
import { offerProtocols } from '../../../src/protocol/subProtocols.ts'
import { cryptoRandomBytes } from '../../../src/shared/ids.ts'
import { retryDelay } from '../../../src/sync/retryDelay.ts'
import type { Person } from './person.ts'
import { syncMessage } from './rawClient.ts'

export function createLightPerson(name: string, origin: string, capability: Capability): Person {
  const person = new LightPerson(name, `${syncUrl(origin, roomIdOf(capability))}/map`, capability)
  onTestFinished(() => person.stop())
  return person
}

class LightPerson implements Person {
  readonly durable = new Set<string>()
  private readonly name: string
  private readonly url: string
  private readonly protocols: string[]
  private readonly own = new Y.Doc()
  private readonly written: string[] = []
  /** Per writer how many edits are here without a gap, and what is here behind one. */
  private readonly ends = new Map<number, number>()
  private behindGap: Uint8Array[] = []
  private socket: WebSocket | null = null
  private isSynced = false
  private attempt = 0
  private lost = 0
  private timer: NodeJS.Timeout | null = null
  private sentFrames = 0
  /** After which frame of this connection how many of the own edits are durable. */
  private sent: { readonly frame: number; readonly edits: number }[] = []

  constructor(name: string, url: string, capability: Capability) {
    this.name = name
    this.url = url
    this.protocols = offerProtocols(capability.secret, { acknowledge: true })
    this.own.on('update', (update: Uint8Array) => {
      if (this.socket?.readyState === WebSocket.OPEN && this.sent.length > 0) this.send(SYNC_UPDATE, update)
    })
    this.connect()
  }

  write = (): string => {
    const key = `${this.name}: ${this.written.length}`
    this.written.push(key)
    this.own.getMap('cards').set(key, 1)
    return key
  }

  isOnline = (): boolean => this.isSynced
  isDelivered = (): boolean => this.durable.size === this.written.length
  losses = (): number => this.lost
  holds = (): number => {
    this.ends.set(this.own.clientID, this.written.length)
    return [...this.ends.values()].reduce((sum, end) => sum + end, 0)
  }

  stop(): void {
    if (this.timer !== null) clearTimeout(this.timer)
    this.socket?.removeAllListeners('close')
    this.socket?.terminate()
  }

  private connect(): void {
    const socket = new WebSocket(this.url, this.protocols)
    this.socket = socket
    this.sentFrames = 0
    this.sent = []
    socket.on('open', () => socket.send(syncMessage(SYNC_STEP_1, Uint8Array.of(0))))
    socket.on('message', (data: Buffer) => this.hear(new Uint8Array(data)))
    socket.on('error', () => undefined)
    socket.on('close', (code) => {
      this.lost += this.isSynced ? 1 : 0
      this.isSynced = false
      this.timer = setTimeout(() => this.connect(), retryDelay(this.attempt++, code, cryptoRandomBytes))
    })
  }

  private send(kind: number, update: Uint8Array): void {
    this.sentFrames += 1
    this.sent.push({ frame: this.sentFrames, edits: this.written.length })
    this.socket?.send(syncMessage(kind, update))
  }

  private hear(message: Uint8Array): void {
    const acknowledged = readAck(message)
    if (acknowledged !== null) return this.noteDurable(acknowledged)
    const decoder = createDecoder(message)
    if (readVarUint(decoder) !== MESSAGE_SYNC) return
    const kind = readVarUint(decoder)
    const payload = readVarUint8Array(decoder)
    if (kind === SYNC_STEP_1) return this.send(SYNC_STEP_2, Y.encodeStateAsUpdate(this.own, payload))
    this.take(payload)
    if (kind !== SYNC_STEP_2) return
    this.isSynced = true
    this.attempt = 0
  }

  private noteDurable(frame: number): void {
    const edits = this.sent.findLast((sent) => sent.frame <= frame)?.edits ?? 0
    for (const key of this.written.slice(this.durable.size, edits)) this.durable.add(key)
  }

  private take(update: Uint8Array): void {
    const { from, to } = Y.parseUpdateMeta(update)
    let hasGap = false
    for (const [client, end] of to) {
      const known = this.ends.get(client) ?? 0
      if ((from.get(client) ?? 0) > known) hasGap = true
      else this.ends.set(client, Math.max(known, end))
    }
    if (hasGap) this.behindGap.push(update)
    else if (this.behindGap.length > 0) for (const held of this.behindGap.splice(0)) this.take(held)
  }
}
