/**
 * y-websocket repeats everything it hears of others to the relay. A connection may speak for its own client only, and
 * sixty devices that repeat each other are a storm, so just the own entry leaves this device.
 */
import { createDecoder, readVarString, readVarUint, readVarUint8Array } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeVarString, writeVarUint, writeVarUint8Array } from 'lib0/encoding'
import { MESSAGE_AWARENESS } from '../protocol/messages.ts'

export function isPresenceFrame(frame: Uint8Array): boolean {
  return frame[0] === MESSAGE_AWARENESS
}

/** The frame with the entry of `clientId` alone, or null when it says nothing about that one. */
export function ownPresence(frame: Uint8Array, clientId: number): Uint8Array | null {
  const outer = createDecoder(frame)
  readVarUint(outer)
  const decoder = createDecoder(readVarUint8Array(outer))
  const count = readVarUint(decoder)
  for (let index = 0; index < count; index += 1) {
    const client = readVarUint(decoder)
    const clock = readVarUint(decoder)
    const state = readVarString(decoder)
    if (client === clientId) return encodeEntry(client, clock, state)
  }
  return null
}

function encodeEntry(client: number, clock: number, state: string): Uint8Array {
  const update = createEncoder()
  writeVarUint(update, 1)
  writeVarUint(update, client)
  writeVarUint(update, clock)
  writeVarString(update, state)
  const frame = createEncoder()
  writeVarUint(frame, MESSAGE_AWARENESS)
  writeVarUint8Array(frame, toUint8Array(update))
  return toUint8Array(frame)
}
