/** Why something was not done, in words: failures of the device's storage and commands that the model refused. */
import type { MessageKey, Translate } from '../i18n/translate.ts'
import type { CommandErrorCode } from '../model/commandResult.ts'
import type { StorageFailureCode } from '../storage/storageFailure.ts'

export type ReasonCode = StorageFailureCode | CommandErrorCode

const KEYS = {
  quota: 'app.storageQuota',
  unavailable: 'app.storageUnavailable',
  blocked: 'app.storageBlocked',
  timeout: 'app.storageTimeout',
  closed: 'app.storageClosed',
  aborted: 'app.storageAborted',
  mismatch: 'app.storageMismatch',
  damaged: 'app.storageDamaged',
  removed: 'app.storageRemoved',
  unknown: 'app.storageUnknown',
  readOnlyOlderApp: 'app.refusedReadOnlyOlderApp',
  notAllowed: 'app.refusedNotAllowed',
  notFound: 'app.refusedNotFound',
  invalid: 'app.refusedInvalid',
  wouldLoop: 'app.refusedWouldLoop',
  locked: 'app.refusedLocked',
  notEmpty: 'app.refusedNotEmpty',
} as const satisfies Readonly<Record<ReasonCode, MessageKey>>

export function reasonText(t: Translate, failure: { readonly code: ReasonCode }): string {
  return t(KEYS[failure.code])
}
