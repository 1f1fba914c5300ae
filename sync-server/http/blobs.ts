/**
 * Pictures and files of a room over HTTP. The contract for clients (words shared in `src/protocol/blobs`):
 *
 * Every request carries `authorization: Bearer <any secret of the room>` and `etappe-room: <room id>` (`blobHeaders`).
 * Reading needs any role, uploading and listing a role that may write the map.
 *
 * - `GET /blob/<sha256>`: 200 with the bytes; one `range: bytes=a-b` or `bytes=a-` gives 206; `if-none-match` gives
 *   304. `content-type` is judged from the bytes; what is no raster picture, sound or film comes as a download.
 * - `HEAD /blob/<sha256>`: the same without bytes. 404 carries `upload-offset: n` when n bytes of an unfinished upload
 *   are here.
 * - `PUT /blob/<sha256>` with the bytes and a `content-length`: 201 when they are durable, 200 when the relay had them
 *   already (the body is not read then). To go on after a break: `HEAD`, then `PUT` with
 *   `content-range: bytes <n>-<last>/<total>` and the rest of the bytes. A range that ends before the file does gives 202
 *   with `upload-offset`: large files can be sent in parts.
 * - `POST /blob` with JSON `{"sha256": [...]}` (at most 5,000): what the workshop still shows. Answers
 *   `{"missing": [...]}`: please upload these. Files that nobody uploaded or listed for 90 days are removed.
 *
 * Failures are JSON `{"code", "message"}`: 400 notAHash, badList, badRange · 401 noProof · 403 forbidden, wrongOrigin ·
 * 404 notFound, roomNotThereYet · 409 wrongOffset (with `upload-offset`), busy (somebody uploads it now; try later) ·
 * 410 roomClosed · 411 lengthMissing · 413 tooLarge · 416 badRange · 422 hashMismatch (nothing is kept) · 429 tooMany ·
 * 503 storageFailed, stopping · 507 quota. 429, 503, 507 and 409 busy mean "come back later", with `retry-after`.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { mayWrite } from '../../src/protocol/access.ts'
import {
  BLOB_ROOT,
  isBlobHash,
  MAX_LISTED_BLOBS,
  OFFSET_HEADER,
  type BlobListAnswer,
} from '../../src/protocol/blobs.ts'
import type { RoomId } from '../../src/protocol/capability.ts'
import { proveRequest, type RequestProof } from '../auth.ts'
import type { BlobFiles } from '../blobs/blobFiles.ts'
import type { UploadError, Uploads } from '../blobs/uploads.ts'
import { allowOrigin, answerBlobError, answerJson, drain, preflight } from './blobAnswers.ts'
import { readContentRange } from './byteRange.ts'
import { readJson } from './readJson.ts'
import { sendBlob } from './sendBlob.ts'

export interface BlobsOptions {
  readonly files: BlobFiles
  readonly uploads: Uploads
  readonly origins: readonly string[]
  readonly maxBytes: number
  readonly roomState: (room: RoomId) => Promise<'open' | 'absent' | 'closed'>
  readonly isStopping: () => boolean
}

export interface Blobs {
  /** Answers every request whose path is `/blob` or below. */
  readonly answer: (request: IncomingMessage, response: ServerResponse, path: string) => Promise<void>
}

/** 5,000 hashes with quotes and commas, and some white space. */
const MAX_LIST_BYTES = 512 * 1024

export function createBlobs(options: BlobsOptions): Blobs {
  return {
    answer: async (request, response, path) => {
      allowOrigin(request, response, options.origins)
      if (request.method === 'OPTIONS') return preflight(response)
      try {
        await answerProved(options, request, response, path)
      } finally {
        drain(request)
      }
    },
  }
}

async function answerProved(
  options: BlobsOptions,
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
): Promise<void> {
  if (options.isStopping()) return answerBlobError(response, 'stopping')
  const proof = proveRequest(request, options.origins)
  if (!proof.ok) return answerBlobError(response, proof.error)
  const state = await options.roomState(proof.value.room)
  if (state !== 'open')
    return answerBlobError(response, state === 'closed' ? 'roomClosed' : 'roomNotThereYet')
  const sha256 = path === BLOB_ROOT ? null : path.slice(BLOB_ROOT.length + 1)
  if (sha256 !== null && !isBlobHash(sha256)) return answerBlobError(response, 'notAHash')
  const writes = request.method !== 'GET' && request.method !== 'HEAD'
  if (writes && !mayWrite(proof.value.role, 'map')) return answerBlobError(response, 'forbidden')
  if (sha256 === null) return list(options, proof.value, request, response)
  switch (request.method) {
    case 'GET':
    case 'HEAD':
      return sendBlob(options.files, { room: proof.value.room, sha256 }, request, response)
    case 'PUT':
      return put(options, proof.value, sha256, request, response)
    case undefined:
    default:
      return answerJson(
        response,
        405,
        { message: 'GET, HEAD and PUT are answered here.' },
        { allow: 'GET, HEAD, PUT' },
      )
  }
}

async function put(
  options: BlobsOptions,
  { room }: RequestProof,
  sha256: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (await options.files.renew(room, sha256)) return answerJson(response, 200, { stored: sha256 })
  const length = Number(request.headers['content-length'] ?? Number.NaN)
  if (!Number.isSafeInteger(length)) return answerBlobError(response, 'lengthMissing')
  const range = readContentRange(request.headers['content-range'], length)
  if (range === null) return answerBlobError(response, 'badRange')
  if (range.total > options.maxBytes) return answerBlobError(response, 'tooLarge')
  const received = await options.uploads.receive({ room, sha256, ...range, length, body: request })
  if (!received.ok) return answerUploadError(response, received.error)
  if (received.value.finished) return answerJson(response, 201, { stored: sha256 })
  return answerJson(response, 202, {}, { [OFFSET_HEADER]: String(received.value.bytes) })
}

function answerUploadError(response: ServerResponse, error: UploadError): void {
  switch (error.code) {
    case 'interrupted':
      response.destroy()
      return
    case 'wrongOffset':
      return answerBlobError(response, 'wrongOffset', { [OFFSET_HEADER]: String(error.offset) })
    case 'busy':
    case 'quota':
    case 'hashMismatch':
    case 'tooMany':
    case 'storageFailed':
      return answerBlobError(response, error.code)
  }
}

async function list(
  options: BlobsOptions,
  { room }: RequestProof,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  if (request.method !== 'POST')
    return answerJson(response, 405, { message: 'POST is answered here.' }, { allow: 'POST' })
  const listed = readList(await readJson(request, MAX_LIST_BYTES))
  if (listed === null) return answerBlobError(response, 'badList')
  const missing: string[] = []
  for (const sha256 of new Set(listed)) {
    if (!(await options.files.renew(room, sha256))) missing.push(sha256)
  }
  const answer: BlobListAnswer = { missing }
  return answerJson(response, 200, answer)
}

function readList(body: unknown): readonly string[] | null {
  if (typeof body !== 'object' || body === null || !('sha256' in body)) return null
  const { sha256 } = body
  const isList = Array.isArray(sha256) && sha256.length <= MAX_LISTED_BLOBS && sha256.every(isBlobHash)
  return isList ? sha256 : null
}
