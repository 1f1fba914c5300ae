/**
 * Pictures and other files of a room over HTTP: addresses, headers and answers both sides must agree on. The whole
 * contract, with every status, is at the head of `sync-server/http/blobs.ts`. The proof travels in a header, never in
 * an address, because addresses end up in logs.
 */
import type { RoomId, Secret } from './capability.ts'

/** `POST` here lists what a workshop still shows; `/blob/<sha256>` is one file. */
export const BLOB_ROOT = '/blob'
/** Which room the proof is for. */
export const ROOM_HEADER = 'etappe-room'
/** In answers: how many bytes of an unfinished upload the relay holds; go on from there. */
export const OFFSET_HEADER = 'upload-offset'

export const MAX_BLOB_BYTES = 32 * 1024 * 1024
/** Hashes in one list; a client with more sends several. */
export const MAX_LISTED_BLOBS = 5_000
/** A file that no writer has uploaded or listed for so long is removed. List on joining and once a day. */
export const BLOB_EXPIRY_DAYS = 90

/** Why the relay did not do it; in the answer's JSON as `code`, beside a sentence for people. */
export type BlobErrorCode =
  | 'noProof'
  | 'forbidden'
  | 'wrongOrigin'
  | 'roomNotThereYet'
  | 'roomClosed'
  | 'notFound'
  | 'notAHash'
  | 'lengthMissing'
  | 'badRange'
  | 'wrongOffset'
  | 'busy'
  | 'tooLarge'
  | 'hashMismatch'
  | 'badList'
  | 'quota'
  | 'tooMany'
  | 'storageFailed'
  | 'stopping'

export interface BlobError {
  readonly code: BlobErrorCode
  readonly message: string
}

/** The body of `POST /blob`, and its answer: of these the relay has no (whole) copy, please upload them. */
export interface BlobList {
  readonly sha256: readonly string[]
}
export interface BlobListAnswer {
  readonly missing: readonly string[]
}

export function isBlobHash(text: unknown): text is string {
  return typeof text === 'string' && /^[0-9a-f]{64}$/.test(text)
}

export function blobPath(sha256: string): string {
  return `${BLOB_ROOT}/${sha256}`
}

/** What every request carries; any role may read, whoever may write the map may upload and list. */
export function blobHeaders(room: RoomId, secret: Secret): Record<string, string> {
  return { authorization: `Bearer ${secret}`, [ROOM_HEADER]: room }
}
