/** A client that does nothing by itself: sends what a test tells it to, honest or hostile, and keeps what it is sent. */
import { onTestFinished } from 'vitest'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { WebSocket } from 'ws'
import { MESSAGE_AWARENESS, MESSAGE_SYNC, readAck } from '../../../src/protocol/messages.ts'
import { waitFor } from './waitFor.ts'

export interface RawClient {
  readonly socket: WebSocket
  readonly messages: Uint8Array[]
  readonly opened: () => Promise<void>
  /** The close code, once the relay has closed. */
  readonly closed: () => Promise<number>
  readonly send: (message: Uint8Array) => void
  readonly step1: (stateVector?: Uint8Array) => void
  readonly step2: (update: Uint8Array) => void
  readonly update: (update: Uint8Array) => void
  readonly awareness: (client: number, clock: number, state: unknown) => void
  /** Payloads of the sync messages of this kind (0 step 1, 1 step 2, 2 update) so far. */
  readonly syncs: (kind: number) => Uint8Array[]
  /** The highest acknowledged count so far. */
  readonly acknowledged: () => number
}

export function syncMessage(kind: number, payload: Uint8Array): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE_SYNC)
  writeVarUint(encoder, kind)
  writeVarUint8Array(encoder, payload)
  return toUint8Array(encoder)
}

export function awarenessMessage(client: number, clock: number, state: unknown): Uint8Array {
  const inner = createEncoder()
  writeVarUint(inner, 1)
  writeVarUint(inner, client)
  writeVarUint(inner, clock)
  const json = new TextEncoder().encode(JSON.stringify(state))
  writeVarUint8Array(inner, json)
  const encoder = createEncoder()
  writeVarUint(encoder, MESSAGE_AWARENESS)
  writeVarUint8Array(encoder, toUint8Array(inner))
  return toUint8Array(encoder)
}

export function connectRaw(
  url: string,
  protocols: string[],
  headers: Record<string, string> = {},
): RawClient {
  const socket = new WebSocket(url, protocols, { headers, rejectUnauthorized: false })
  const messages: Uint8Array[] = []
  const errors: string[] = []
  let code: number | null = null
  socket.on('message', (data: Buffer) => messages.push(new Uint8Array(data)))
  socket.on('error', (cause) => errors.push(cause.message))
  socket.on('close', (closeCode) => {
    code = closeCode
  })
  onTestFinished(() => socket.terminate())
  const send = (message: Uint8Array) => socket.send(message)
  return {
    socket,
    messages,
    send,
    opened: () => waitFor(`open (${errors.join()})`, () => socket.readyState !== WebSocket.CONNECTING),
    closed: async () => {
      await waitFor('the relay closes the socket', () => code !== null)
      return code ?? 0
    },
    step1: (stateVector = Uint8Array.of(0)) => send(syncMessage(0, stateVector)),
    step2: (update) => send(syncMessage(1, update)),
    update: (update) => send(syncMessage(2, update)),
    awareness: (client, clock, state) => send(awarenessMessage(client, clock, state)),
    syncs: (kind) => messages.flatMap((message) => readSync(message, kind)),
    acknowledged: () => messages.reduce((most, message) => Math.max(most, readAck(message) ?? 0), 0),
  }
}

function readSync(message: Uint8Array, kind: number): Uint8Array[] {
  const decoder = createDecoder(message)
  if (readVarUint(decoder) !== MESSAGE_SYNC || readVarUint(decoder) !== kind) return []
  return [readVarUint8Array(decoder)]
}
