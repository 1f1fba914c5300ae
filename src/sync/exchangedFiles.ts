/**
 * What the exchange of files speaks about: names in the document, bytes on this device (handed in, because sync knows no
 * storage), and how far it is.
 */
import type { Result } from '../shared/result.ts'

export interface NamedFile {
  readonly sha256: string
  readonly mime: string
}

/** The files of this workshop on this device. */
export interface FileStore {
  readonly held: () => Promise<Result<readonly string[], { readonly code: string }>>
  /** Null when it is not here, an error when it can no longer be read. */
  readonly read: (sha256: string) => Promise<Result<Uint8Array | null, { readonly code: string }>>
  readonly save: (bytes: Uint8Array, mime: string) => Promise<Result<unknown, { readonly code: string }>>
  readonly hash: (bytes: Uint8Array) => Promise<string>
}

export interface ExchangeStatus {
  /** Here but, as far as is known, not on the relay. */
  readonly toSend: number
  /** Named in the workshop but not here. */
  readonly notHere: number
  /** Of both, those whose last try failed; one that is on nobody's relay yet has not failed. */
  readonly failed: number
}

export const NOTHING_TO_EXCHANGE: ExchangeStatus = { toSend: 0, notHere: 0, failed: 0 }

export function isSameExchangeStatus(a: ExchangeStatus, b: ExchangeStatus): boolean {
  return a.toSend === b.toSend && a.notHere === b.notHere && a.failed === b.failed
}
