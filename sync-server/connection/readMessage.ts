/** A client's frame as one of the messages of the protocol; what is none of them is malformed. Sizes are checked here. */
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import {
  MESSAGE_AUTH,
  MESSAGE_AWARENESS,
  MESSAGE_QUERY_AWARENESS,
  MESSAGE_SYNC,
  SYNC_STEP_1,
  SYNC_STEP_2,
  SYNC_UPDATE,
} from '../../src/protocol/messages.ts'
import { err, ok, type Result } from '../../src/shared/result.ts'
import type { RelayLimits } from '../limits.ts'

export type ClientMessage =
  | { readonly kind: 'step1'; readonly stateVector: Uint8Array }
  | { readonly kind: 'step2' | 'update'; readonly update: Uint8Array }
  | { readonly kind: 'awareness'; readonly update: Uint8Array }
  | { readonly kind: 'query-awareness' }
  /** A number this relay does not know: a later client's, ignored so that it can still work with an older relay. */
  | { readonly kind: 'unknown' }

export type MessageError = 'malformed' | 'tooLarge'

export function readMessage(frame: Uint8Array, limits: RelayLimits): Result<ClientMessage, MessageError> {
  try {
    const message = decode(frame)
    if (message === null) return err('malformed')
    return isTooLarge(message, limits) ? err('tooLarge') : ok(message)
  } catch {
    return err('malformed')
  }
}

function decode(frame: Uint8Array): ClientMessage | null {
  const decoder = createDecoder(frame)
  const kind = readVarUint(decoder)
  switch (kind) {
    case MESSAGE_SYNC: {
      const syncKind = readVarUint(decoder)
      const payload = readVarUint8Array(decoder)
      if (syncKind === SYNC_STEP_1) return { kind: 'step1', stateVector: payload }
      if (syncKind === SYNC_STEP_2) return { kind: 'step2', update: payload }
      return syncKind === SYNC_UPDATE ? { kind: 'update', update: payload } : null
    }
    case MESSAGE_AWARENESS:
      return { kind: 'awareness', update: readVarUint8Array(decoder) }
    case MESSAGE_QUERY_AWARENESS:
      return { kind: 'query-awareness' }
    case MESSAGE_AUTH:
      return null
    default:
      return { kind: 'unknown' }
  }
}

function isTooLarge(message: ClientMessage, limits: RelayLimits): boolean {
  switch (message.kind) {
    case 'step1':
      return message.stateVector.length > limits.stateVectorBytes
    case 'step2':
      return message.update.length > limits.step2Bytes
    case 'update':
      return message.update.length > limits.updateBytes
    case 'awareness':
      return message.update.length > limits.awarenessBytes
    case 'query-awareness':
    case 'unknown':
      return false
  }
}
