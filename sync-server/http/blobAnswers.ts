/** How the picture addresses answer when it is not with bytes: JSON with a code and a sentence, and who may read it. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { type BlobError, type BlobErrorCode, OFFSET_HEADER, ROOM_HEADER } from '../../src/protocol/blobs.ts'

import { NEW_PROOF_HEADER } from '../../src/protocol/roomAdmin.ts'
/** Even opened by itself in a tab, nothing from a room can run, load or be framed. */
export const BLOB_SAFETY: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; sandbox; frame-ancestors 'none'",
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
}

const ANSWERS: Readonly<Record<BlobErrorCode, readonly [status: number, message: string]>> = {
  noProof: [401, 'The request shows no link of a room: it needs the headers authorization and etappe-room.'],
  forbidden: [403, 'This link does not allow that in this room.'],
  wrongOrigin: [403, 'A page of another address asked.'],
  roomNotThereYet: [404, 'Nobody has opened this room on this relay yet.'],
  roomClosed: [410, 'The moderator has closed this room.'],
  notFound: [404, 'The room has no such file.'],
  notAHash: [400, 'The address must end in the SHA-256 of the file: 64 hex digits in lower case.'],
  lengthMissing: [411, 'The upload must say how long it is (content-length).'],
  badRange: [416, 'The range does not fit the file or the length of the body.'],
  wrongOffset: [409, 'The upload must go on where it stopped: at upload-offset, or at 0.'],
  busy: [409, 'This file is being uploaded right now.'],
  tooLarge: [413, 'The file is larger than this relay takes.'],
  hashMismatch: [422, 'What arrived is not the file of this hash; nothing was kept.'],
  badList: [400, 'The body must be {"sha256": [...]} with at most 5,000 hashes.'],
  quota: [507, 'The space for files of this room is used up.'],
  tooMany: [429, 'Too many uploads at once.'],
  storageFailed: [503, 'The relay could not write its disk.'],
  stopping: [503, 'The relay is stopping.'],
}

export function answerBlobError(
  response: ServerResponse,
  code: BlobErrorCode,
  headers: Record<string, string> = {},
): void {
  const [status, message] = ANSWERS[code]
  const later = status === 429 || status >= 500 || code === 'busy' ? { 'retry-after': '5' } : {}
  const body: BlobError = { code, message }
  answerJson(response, status, body, { ...later, ...headers })
}

export function answerJson(
  response: ServerResponse,
  status: number,
  value: object,
  headers: Record<string, string> = {},
): void {
  const body = Buffer.from(`${JSON.stringify(value)}\n`)
  response.writeHead(status, {
    ...BLOB_SAFETY,
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': String(body.length),
    ...headers,
  })
  response.end(response.req.method === 'HEAD' ? undefined : body)
}

/** Pages of listed origins may ask; the relay's own page needs none of this. */
export function allowOrigin(
  request: IncomingMessage,
  response: ServerResponse,
  origins: readonly string[],
): void {
  const { origin } = request.headers
  if (origin === undefined || !origins.includes(origin)) return
  response.setHeader('access-control-allow-origin', origin)
  response.setHeader('access-control-expose-headers', `${OFFSET_HEADER}, content-range, etag, retry-after`)
}

export function preflight(response: ServerResponse): void {
  response.writeHead(204, {
    ...BLOB_SAFETY,
    'access-control-allow-methods': 'GET, HEAD, PUT, POST',
    'access-control-allow-headers': `authorization, ${ROOM_HEADER}, ${NEW_PROOF_HEADER}, content-type, content-range, range, if-none-match`,
    'access-control-max-age': '600',
  })
  response.end()
}

/** How long somebody may go on sending what is not read, so that the answer can reach them. */
const DRAIN_MS = 2_000

/** An answer that comes before the body was read would be lost if the socket were cut at once. */
export function drain(request: IncomingMessage): void {
  if (request.complete || request.destroyed) return
  request.on('error', () => request.destroy())
  request.resume()
  const cut = setTimeout(() => request.destroy(), DRAIN_MS)
  cut.unref()
  request.once('close', () => clearTimeout(cut))
}
