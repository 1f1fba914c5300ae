/** Answers GET and HEAD of one file, whole or in part, with headers under which nothing in it can ever run. */
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { OFFSET_HEADER } from '../../src/protocol/blobs.ts'
import type { RoomId } from '../../src/protocol/capability.ts'
import type { BlobFiles } from '../blobs/blobFiles.ts'
import { mediaTypeOf, SIGNATURE_BYTES, UNKNOWN_TYPE } from '../blobs/mediaType.ts'
import { hasCode } from '../storage/durableFile.ts'
import { answerBlobError, BLOB_SAFETY } from './blobAnswers.ts'
import { readRange } from './byteRange.ts'
import { sendStream } from './sendStream.ts'

export interface BlobName {
  readonly room: RoomId
  readonly sha256: string
}

export async function sendBlob(
  files: BlobFiles,
  name: BlobName,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const file = await openIfThere(files.pathOf(name.room, name.sha256))
  if (file === null) {
    const held = await files.uploadedBytes(name.room, name.sha256)
    return answerBlobError(response, 'notFound', held > 0 ? { [OFFSET_HEADER]: String(held) } : {})
  }
  try {
    await answerFile(file, name.sha256, request, response)
  } finally {
    await file.close()
  }
}

async function answerFile(
  file: FileHandle,
  sha256: string,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const { size } = await file.stat()
  const headers = await headersOf(file, sha256)
  if (request.headers['if-none-match'] === headers['etag']) {
    response.writeHead(304, headers).end()
    return
  }
  const range = readRange(request.headers.range, size)
  if (range === 'outside')
    return answerBlobError(response, 'badRange', { 'content-range': `bytes */${size}` })
  const { start, last } = range ?? { start: 0, last: size - 1 }
  const partial = range === null ? {} : { 'content-range': `bytes ${start}-${last}/${size}` }
  response.writeHead(range === null ? 200 : 206, {
    ...headers,
    ...partial,
    'content-length': String(last - start + 1),
  })
  if (request.method === 'HEAD' || size === 0) {
    response.end()
    return
  }
  const bytes = createReadStream('', { fd: file, start, end: last, autoClose: false })
  await sendStream(bytes, request, response)
}

async function headersOf(file: FileHandle, sha256: string): Promise<Record<string, string>> {
  const start = Buffer.alloc(SIGNATURE_BYTES)
  await file.read(start, 0, SIGNATURE_BYTES, 0)
  const type = mediaTypeOf(start)
  return {
    ...BLOB_SAFETY,
    'content-type': type,
    ...(type === UNKNOWN_TYPE ? { 'content-disposition': 'attachment' } : {}),
    'cache-control': 'private, max-age=31536000, immutable',
    vary: 'authorization, etappe-room',
    'accept-ranges': 'bytes',
    etag: `"${sha256}"`,
  }
}

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r')
  } catch (cause) {
    if (hasCode(cause, 'ENOENT')) return null
    throw cause
  }
}
