/**
 * A hostile client on a bare TCP socket: sends bytes, and a ping after them. The pong says that the relay took them, a
 * close frame why not; what the relay waits to see the rest of is neither until the socket is ended.
 */
import { connect, type Socket } from 'node:net'
import { offerProtocols } from '../../../../src/protocol/subProtocols.ts'
import type { Capability } from '../../../../src/protocol/capability.ts'
import { PING, webSocketFrame } from './webSocketFrame.ts'

export type Outcome = 'accepted' | 'unfinished' | `closed ${number}` | 'cut'

export interface Attacker {
  /** Sends bytes and finds out what became of them; only one at a time. */
  readonly attack: (bytes: Buffer) => Promise<Outcome>
  readonly isOpen: () => boolean
  readonly end: () => void
}

/** Bytes that the relay waits to see the rest of get this long before the socket is ended. */
const UNFINISHED_MS = 150

export async function connectAttacker(url: URL, capability: Capability): Promise<Attacker> {
  const socket = connect({ port: Number(url.port), host: url.hostname, noDelay: true })
  const attacker = new RawAttacker(socket)
  await attacker.upgrade(url, capability)
  return attacker
}

class RawAttacker implements Attacker {
  private readonly socket: Socket
  private heard: Buffer = Buffer.alloc(0)
  private upgraded: (() => void) | null = null
  private settle: ((outcome: Outcome) => void) | null = null
  private closeCode: number | null = null
  private ended = false
  private sent = 0

  constructor(socket: Socket) {
    this.socket = socket
    socket.on('error', () => socket.destroy())
    socket.on('data', (chunk: Buffer) => this.hear(chunk))
    socket.on('close', () => {
      this.ended = true
      this.upgraded?.()
      this.finish(this.closeCode === null ? 'cut' : `closed ${this.closeCode}`)
    })
  }

  upgrade(url: URL, capability: Capability): Promise<void> {
    const request = [
      `GET ${url.pathname} HTTP/1.1`,
      `Host: ${url.host}`,
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      `Sec-WebSocket-Protocol: ${offerProtocols(capability.secret).join(', ')}`,
    ]
    this.socket.write(`${request.join('\r\n')}\r\n\r\n`)
    return new Promise((resolve) => {
      this.upgraded = resolve
    })
  }

  isOpen = (): boolean => !this.ended && this.closeCode === null

  attack = (bytes: Buffer): Promise<Outcome> => {
    this.sent += 1
    const mark = Buffer.alloc(4)
    mark.writeUInt32BE(this.sent)
    return new Promise((resolve) => {
      const timer = setTimeout(() => {
        this.closeCode ??= 0
        this.socket.end()
      }, UNFINISHED_MS)
      this.settle = (outcome) => {
        clearTimeout(timer)
        resolve(outcome === 'closed 0' ? 'unfinished' : outcome)
      }
      if (this.ended) this.finish('cut')
      else this.socket.write(Buffer.concat([bytes, webSocketFrame(mark, { first: PING })]))
    })
  }

  end = (): void => {
    this.socket.destroy()
  }

  private finish(outcome: Outcome): void {
    const settle = this.settle
    this.settle = null
    settle?.(outcome)
  }

  private hear(chunk: Buffer): void {
    this.heard = this.heard.length === 0 ? chunk : Buffer.concat([this.heard, chunk])
    if (this.upgraded !== null) {
      const end = this.heard.indexOf('\r\n\r\n')
      if (end < 0) return
      this.heard = this.heard.subarray(end + 4)
      this.upgraded()
      this.upgraded = null
    }
    for (let frame = readFrame(this.heard); frame !== null; frame = readFrame(this.heard)) {
      this.heard = this.heard.subarray(frame.end)
      this.take(frame)
    }
  }

  private take({ opcode, payload }: ServerFrame): void {
    if (opcode === 0x0a && payload.length === 4 && payload.readUInt32BE() === this.sent)
      this.finish('accepted')
    if (opcode !== 0x08) return
    this.closeCode = payload.length >= 2 ? payload.readUInt16BE() : 1005
    this.socket.destroy()
  }
}

interface ServerFrame {
  readonly opcode: number
  readonly payload: Buffer
  readonly end: number
}

function readFrame(bytes: Buffer): ServerFrame | null {
  if (bytes.length < 2) return null
  const short = (bytes[1] ?? 0) & 0x7f
  const header = short < 126 ? 2 : short === 126 ? 4 : 10
  if (bytes.length < header) return null
  const length =
    short < 126 ? short : short === 126 ? bytes.readUInt16BE(2) : Number(bytes.readBigUInt64BE(2))
  const end = header + length
  return bytes.length < end
    ? null
    : { opcode: (bytes[0] ?? 0) & 0x0f, payload: bytes.subarray(header, end), end }
}
