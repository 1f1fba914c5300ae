/** Why the relay closed a connection, in words. */
import type { MessageKey, Translate } from '../i18n/translate.ts'
import type { CloseReason } from '../protocol/closeCodes.ts'
import { type ConnectionState, laterReasonOf } from '../sync/connectionState.ts'

const KEYS = {
  malformed: 'health.closeMalformed',
  noProof: 'health.closeNoProof',
  forbidden: 'health.closeForbidden',
  unknownDocument: 'health.closeUnknownDocument',
  wrongOrigin: 'health.closeWrongOrigin',
  creationRefused: 'health.closeCreationRefused',
  roomClosed: 'health.closeRoomClosed',
  tooLarge: 'health.closeTooLarge',
  storageFailed: 'health.closeStorageFailed',
  stopping: 'health.closeStopping',
  roomNotThereYet: 'health.closeRoomNotThereYet',
  roomFull: 'health.closeRoomFull',
  tooSlow: 'health.closeTooSlow',
  relayFull: 'health.closeRelayFull',
  tooMany: 'health.closeTooMany',
  unknown: 'health.closeUnknown',
} as const satisfies Readonly<Record<CloseReason | 'unknown', MessageKey>>

export function closeReasonText(t: Translate, reason: CloseReason | 'unknown'): string {
  return t(KEYS[reason])
}

/** Why the relay asked to come back later; empty when it did not, or did not answer at all. */
export function laterReasonText(t: Translate, connection: ConnectionState): string {
  if (connection.state !== 'offline') return ''
  const reason = laterReasonOf(connection.because)
  return reason === null ? '' : closeReasonText(t, reason)
}
