/**
 * The three questions a device asks a relay about files: which of these do you lack, take this one, give me that one.
 * Only ever asks the relay of the workshop, follows no redirect, and takes no bytes that are not what they are called.
 */
import {
  BLOB_ROOT,
  type BlobList,
  blobHeaders,
  blobPath,
  isBlobHash,
  MAX_BLOB_BYTES,
  MAX_LISTED_BLOBS,
  OFFSET_HEADER,
} from '../protocol/blobs.ts'
import { type Capability, roomIdOf } from '../protocol/capability.ts'
import type { Disposer } from '../shared/disposer.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { Timers } from '../shared/timers.ts'

export type BlobFailure =
  /** Not now: no answer, or one that a later try may change. */
  | { readonly code: 'later'; readonly detail: string }
  /** The relay has no such file (yet). */
  | { readonly code: 'notThere' }
  /** Trying again would be answered the same way. */
  | { readonly code: 'refused'; readonly detail: string }
  /** What came is not the file it was called; nothing of it is used. */
  | { readonly code: 'wrongBytes' }

export interface BlobClient {
  /** Those of `hashes` that the relay lacks; also tells it that the workshop still shows all of them. */
  readonly list: (hashes: readonly string[]) => Promise<Result<readonly string[], BlobFailure>>
  /** `goOn`: an earlier try broke off, so ask first how much has arrived. */
  readonly put: (sha256: string, bytes: Uint8Array, goOn: boolean) => Promise<Result<void, BlobFailure>>
  readonly get: (sha256: string) => Promise<Result<Uint8Array, BlobFailure>>
  /** Breaks off whatever is under way. */
  readonly abort: Disposer
}

export interface BlobClientOptions {
  readonly origin: string
  readonly capability: Capability
  readonly fetch: typeof fetch
  readonly hash: (bytes: Uint8Array) => Promise<string>
  readonly timers: Timers
}

/** Long enough for the largest file over a bad network; what hangs longer is tried anew. */
const LONGEST_MS = 5 * 60_000

export function createBlobClient(options: BlobClientOptions): BlobClient {
  const running = new Set<AbortController>()
  const headers = blobHeaders(roomIdOf(options.capability), options.capability.secret)
  /** `use` reads the answer while it can still be broken off. */
  const ask = async <T>(
    path: string,
    init: RequestInit,
    use: (response: Response) => Promise<Result<T, BlobFailure>>,
  ): Promise<Result<T, BlobFailure>> => {
    const controller = new AbortController()
    running.add(controller)
    const stop = options.timers.after(LONGEST_MS, () => controller.abort())
    try {
      const response = await options.fetch(new URL(path, options.origin), {
        ...init,
        headers: { ...headers, ...(init.headers as Record<string, string> | undefined) },
        signal: controller.signal,
        redirect: 'error',
        credentials: 'omit',
        cache: 'no-store',
        referrerPolicy: 'no-referrer',
      })
      return await use(response)
    } catch (cause) {
      return err({ code: 'later', detail: String(cause) })
    } finally {
      stop()
      running.delete(controller)
    }
  }
  return {
    list: (hashes) => listAll(ask, hashes),
    put: (sha256, bytes, goOn) => put(ask, sha256, bytes, goOn),
    get: (sha256) => ask(blobPath(sha256), {}, (response) => read(response, sha256, options.hash)),
    abort: () => {
      for (const controller of running) controller.abort()
    },
  }
}

type Ask = <T>(
  path: string,
  init: RequestInit,
  use: (response: Response) => Promise<Result<T, BlobFailure>>,
) => Promise<Result<T, BlobFailure>>

async function listAll(ask: Ask, hashes: readonly string[]): Promise<Result<readonly string[], BlobFailure>> {
  const missing: string[] = []
  for (let start = 0; start < hashes.length; start += MAX_LISTED_BLOBS) {
    const body: BlobList = { sha256: hashes.slice(start, start + MAX_LISTED_BLOBS) }
    const init = {
      method: 'POST',
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }
    const listed = await ask(BLOB_ROOT, init, async (response) =>
      response.ok ? readMissing(await response.json()) : failureOf(response),
    )
    if (!listed.ok) return listed
    missing.push(...listed.value)
  }
  return ok(missing)
}

function readMissing(answer: unknown): Result<readonly string[], BlobFailure> {
  const missing = typeof answer === 'object' && answer !== null && 'missing' in answer ? answer.missing : null
  return Array.isArray(missing) && missing.every(isBlobHash)
    ? ok(missing)
    : err({ code: 'refused', detail: 'the relay answered a list with something else' })
}

async function put(
  ask: Ask,
  sha256: string,
  bytes: Uint8Array,
  goOn: boolean,
): Promise<Result<void, BlobFailure>> {
  const total = bytes.length
  if (total > MAX_BLOB_BYTES)
    return err({ code: 'refused', detail: `${total} bytes are more than a relay takes` })
  const path = blobPath(sha256)
  const offset = goOn ? await ask(path, { method: 'HEAD' }, offsetOf) : ok(0)
  if (!offset.ok) return offset
  if (offset.value === 'whole') return ok(undefined)
  const start = offset.value < total ? offset.value : 0
  const range = start === 0 ? {} : { 'content-range': `bytes ${start}-${total - 1}/${total}` }
  const init = {
    method: 'PUT',
    body: new Uint8Array(bytes.subarray(start)),
    headers: { 'content-type': 'application/octet-stream', ...range },
  }
  return ask(path, init, (response) =>
    Promise.resolve(response.status === 200 || response.status === 201 ? ok(undefined) : failureOf(response)),
  )
}

function offsetOf(response: Response): Promise<Result<number | 'whole', BlobFailure>> {
  if (response.ok) return Promise.resolve(ok('whole'))
  if (response.status !== 404) return Promise.resolve(failureOf(response))
  const held = Number(response.headers.get(OFFSET_HEADER) ?? 0)
  return Promise.resolve(ok(Number.isSafeInteger(held) && held > 0 ? held : 0))
}

async function read(
  response: Response,
  sha256: string,
  hash: BlobClientOptions['hash'],
): Promise<Result<Uint8Array, BlobFailure>> {
  if (response.status === 404) return err({ code: 'notThere' })
  if (response.status !== 200) return failureOf(response)
  if (Number(response.headers.get('content-length') ?? 0) > MAX_BLOB_BYTES) {
    return err({ code: 'refused', detail: 'the relay offers more bytes than a file may have' })
  }
  const bytes = new Uint8Array(await response.arrayBuffer())
  return (await hash(bytes)) === sha256 ? ok(bytes) : err({ code: 'wrongBytes' })
}

/** 409 (wrong offset, or somebody sends it now), 422 (damaged on the way), 429 and 5xx may end differently later. */
const LATER = [404, 408, 409, 422, 429]

function failureOf({ status }: Response): Result<never, BlobFailure> {
  const isLater = status >= 500 || LATER.includes(status)
  return err({ code: isLater ? 'later' : 'refused', detail: `the relay answered ${status}` })
}
