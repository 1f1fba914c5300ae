/** Why new links or closing did not happen, in words. */
import type { MessageKey, Translate } from '../../i18n/translate.ts'
import { reasonText } from '../reasonText.ts'
import type { RoomAdminFailure } from '../../sync/roomAdmin.ts'
import type { ChangeLinksFailure } from './changeLinks.ts'

const RELAY = {
  unreachable: 'room.failUnreachable',
  unknown: 'room.failUnreachable',
  busy: 'room.failBusy',
  relayFull: 'room.failRelayFull',
  tooMany: 'room.failTooMany',
  stopping: 'room.failStopping',
  storageFailed: 'room.failStorage',
  roomClosed: 'room.closedTitle',
  noProof: 'room.failOther',
  forbidden: 'room.failOther',
  wrongOrigin: 'room.failOther',
  roomNotThereYet: 'room.failOther',
  badNewProof: 'room.failOther',
} as const satisfies Readonly<Record<RoomAdminFailure, MessageKey>>

export function roomFailureText(t: Translate, failure: ChangeLinksFailure): string {
  switch (failure.from) {
    case 'relay':
      return t(RELAY[failure.code])
    case 'room':
      return t(failure.code === 'notSynced' ? 'room.failNotSynced' : 'room.failNotModerator')
    case 'device':
      return t('room.failDevice', { reason: reasonText(t, failure.failure) })
  }
}
