/**
 * Why something could not be kept on this device, as a code that the app turns into words: what is safe and what to
 * do differ by cause. Everything the browser throws or reports about IndexedDB goes through here.
 */
export type StorageFailureCode =
  /** The disk or the share of it that the browser grants is full. */
  | 'quota'
  /** This browser keeps nothing here: private mode, a policy, a broken profile. */
  | 'unavailable'
  /** Another tab holds an older version of the database open. */
  | 'blocked'
  /** The browser did not answer in time. */
  | 'timeout'
  /** The browser closed the database, as Safari does to pages in the background. */
  | 'closed'
  /** A write was rolled back for another reason. */
  | 'aborted'
  /** What was read back is not what was written. */
  | 'mismatch'
  /** What is stored cannot be read. */
  | 'damaged'
  /** The workshop was removed from this device by another tab. */
  | 'removed'
  | 'unknown'

export interface StorageFailure {
  readonly code: StorageFailureCode
  /** For the log and the health page, in the browser's words; not for people in a workshop. */
  readonly detail: string
}

export function storageFailure(code: StorageFailureCode, detail: string): StorageFailure {
  return { code, detail }
}

const CODES_BY_NAME: Readonly<Record<string, StorageFailureCode>> = {
  QuotaExceededError: 'quota',
  InvalidStateError: 'closed',
  DatabaseClosedError: 'closed',
  DatabaseClosed: 'closed',
  SecurityError: 'unavailable',
  MissingAPIError: 'unavailable',
  MissingAPI: 'unavailable',
  NotSupportedError: 'unavailable',
  OpenFailedError: 'unavailable',
  OpenFailed: 'unavailable',
  VersionError: 'unavailable',
  TimeoutError: 'timeout',
  AbortError: 'aborted',
  DataError: 'damaged',
  DataCloneError: 'damaged',
}

/** Safari reports a lost connection as UnknownError and says only in the text what happened. */
export function failureFrom(cause: unknown, fallback: StorageFailureCode = 'unknown'): StorageFailure {
  const inner = innerCause(cause)
  const name = nameOf(inner) ?? nameOf(cause)
  const detail = cause instanceof Error || cause instanceof DOMException ? cause.message : String(cause)
  if (/quota/i.test(detail)) return storageFailure('quota', detail)
  if (/connection.*(lost|closing|closed)|connection is closing/i.test(detail)) {
    return storageFailure('closed', detail)
  }
  return storageFailure(
    (name === null ? undefined : CODES_BY_NAME[name]) ?? fallback,
    `${name ?? 'Error'}: ${detail}`,
  )
}

/** Dexie wraps the browser's error; the inner one knows more (a full disk arrives as an aborted transaction). */
function innerCause(cause: unknown): unknown {
  if (typeof cause === 'object' && cause !== null && 'inner' in cause && cause.inner) return cause.inner
  return cause
}

function nameOf(cause: unknown): string | null {
  if (typeof cause !== 'object' || cause === null || !('name' in cause)) return null
  return typeof cause.name === 'string' ? cause.name : null
}
