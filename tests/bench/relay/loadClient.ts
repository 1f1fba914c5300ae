/**
 * The one client that loads every contestant: sends prepared messages and keeps what arrives with the time it arrived, to
 * be read after the measurement. Builds no document, so that it costs the same everywhere.
 */
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { WebSocket } from 'ws'
import { MESSAGE_ACK, MESSAGE_SYNC, SYNC_STEP_1, SYNC_STEP_2 } from '../../../src/protocol/messages.ts'
import { syncMessage } from '../../sync-server/helpers/rawClient.ts'
import { waitFor } from '../../sync-server/helpers/waitFor.ts'
import type { Door } from './contestants.ts'

/** Hocuspocus' answer to a step 1 has a number of its own. */
const SYNC_REPLY = 4
const NO_CLOCKS = Uint8Array.of(0)

export interface Arrival {
  readonly at: number
  readonly update: Uint8Array
}

export interface LoadClient {
  readonly socket: WebSocket
  /** Sends a y-protocols message. */
  readonly send: (message: Uint8Array) => void
  readonly step1: (stateVector?: Uint8Array) => void
  /** What was heard since the last call: the payloads of step 2 and update messages. */
  readonly takeArrivals: () => Arrival[]
  readonly bytesHeard: () => number
  /** The highest number of durable frames it was told, for relays that tell. */
  readonly acknowledged: () => number
  readonly closeCode: () => number | null
}

interface Heard {
  readonly at: number
  readonly data: Buffer
}

export async function connectClient(port: number, door: Door): Promise<LoadClient> {
  const socket = new WebSocket(door.url(port), [...door.protocols], { perMessageDeflate: false })
  let heard: Heard[] = []
  let bytes = 0
  let acknowledged = 0
  let closeCode: number | null = null
  const problems: string[] = []
  socket.on('error', (cause) => problems.push(cause.message))
  socket.on('close', (code) => (closeCode = code))
  socket.on('message', (data: Buffer) => {
    bytes += data.length
    if (data[0] === MESSAGE_ACK && door.prefix.length === 0) acknowledged = readCount(data)
    else heard.push({ at: performance.now(), data })
  })
  await waitFor(`the socket opens`, () => socket.readyState !== WebSocket.CONNECTING, 60_000)
  if (socket.readyState !== WebSocket.OPEN) throw new Error(`no connection: ${problems.join()} ${closeCode}`)
  const send = (message: Uint8Array) => socket.send(prefixed(door.prefix, message))
  for (const message of door.hello) socket.send(message)
  return {
    socket,
    send,
    step1: (stateVector = NO_CLOCKS) => send(syncMessage(SYNC_STEP_1, stateVector)),
    takeArrivals: () => {
      const taken = heard
      heard = []
      return taken.flatMap(({ at, data }) => updatesIn(data, door).map((update) => ({ at, update })))
    },
    bytesHeard: () => bytes,
    acknowledged: () => acknowledged,
    closeCode: () => closeCode,
  }
}

export function prefixed(prefix: Uint8Array, message: Uint8Array): Uint8Array {
  if (prefix.length === 0) return message
  const whole = new Uint8Array(prefix.length + message.length)
  whole.set(prefix)
  whole.set(message, prefix.length)
  return whole
}

function readCount(data: Buffer): number {
  const decoder = createDecoder(data)
  readVarUint(decoder)
  return readVarUint(decoder)
}

function updatesIn(data: Buffer, door: Door): Uint8Array[] {
  const decoder = createDecoder(data.subarray(door.prefix.length))
  const kind = readVarUint(decoder)
  if (kind !== MESSAGE_SYNC && kind !== SYNC_REPLY) return []
  return readVarUint(decoder) >= SYNC_STEP_2 ? [readVarUint8Array(decoder)] : []
}
