/**
 * Serves the built app: hashed assets for ever, everything else revalidated, `index.html` for every route of the app.
 * Only names that resolve inside the two folders are ever opened.
 */
import { createHash } from 'node:crypto'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join, normalize, sep } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import { ASSETS } from './buildArchive.ts'
import { contentTypeOf, isCompressible } from './contentTypes.ts'
import { securityHeaders } from './securityHeaders.ts'

export interface StaticFilesOptions {
  readonly appDir: string
  /** Chunks of earlier builds, see `buildArchive`. */
  readonly archive: string
}

interface LoadedFile {
  readonly bytes: Buffer
  readonly etag: string
  readonly type: string
  readonly changed: string
  zipped: Buffer | null
}

export interface StaticFiles {
  /** Answers every GET and HEAD that is left: a file, the app, or 404. */
  readonly serve: (request: IncomingMessage, response: ServerResponse) => Promise<void>
}

const zip = promisify(gzip)
/** Paths that belong to the relay and never mean a route of the app. */
const RESERVED = /^\/(sync|healthz|metrics|blob|room|assets)(\/|$)/
const HASHED_NAME = /-[A-Za-z0-9_-]{8}\.[a-z0-9.]+$/

export function createStaticFiles(options: StaticFilesOptions): StaticFiles {
  const cache = new Map<string, LoadedFile>()
  const load = (path: string) => loadFile(cache, path)
  return { serve: (request, response) => serve(options, load, request, response) }
}

type Load = (path: string) => Promise<LoadedFile | null>

async function serve(
  options: StaticFilesOptions,
  load: Load,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const name = requestedName(request.url ?? '/')
  if (name === null) return answerText(request, response, 400, 'This address cannot be read.')
  const isAsset = name.startsWith(`${ASSETS}${sep}`)
  const file =
    (await load(join(options.appDir, name === '' ? 'index.html' : name))) ??
    (isAsset ? await load(join(options.archive, name)) : null)
  if (file !== null) {
    const forEver = isAsset && HASHED_NAME.test(name)
    return answerFile(request, response, file, forEver ? 'public, max-age=31536000, immutable' : 'no-cache')
  }
  if (!isNavigation(request, name)) return answerText(request, response, 404, 'There is no such file.')
  const index = await load(join(options.appDir, 'index.html'))
  if (index !== null) return answerFile(request, response, index, 'no-cache')
  return answerText(request, response, 503, 'The relay runs, but the app is not built. Run: npm run build')
}

/** The file name inside the app folder, or null when the path is malformed or leaves it. */
function requestedName(url: string): string | null {
  const path = decodePath(url.replace(/[?#].*$/s, ''))
  if (path === null || /[\0\\]/.test(path) || !path.startsWith('/')) return null
  const segments = path.split('/').filter((segment) => segment !== '')
  if (segments.some((segment) => segment.startsWith('.'))) return null
  const name = normalize(segments.join(sep))
  return name === '.' ? '' : name
}

function decodePath(path: string): string | null {
  try {
    return decodeURIComponent(path)
  } catch {
    return null
  }
}

/** A page load, not a script or picture that is missing: those must see a 404, not the app. */
function isNavigation(request: IncomingMessage, name: string): boolean {
  const last = name.slice(name.lastIndexOf(sep) + 1)
  const accepts = request.headers.accept ?? ''
  return (
    !RESERVED.test(`/${name.replaceAll(sep, '/')}`) &&
    !last.includes('.') &&
    /text\/html|\*\/\*/.test(accepts)
  )
}

async function loadFile(cache: Map<string, LoadedFile>, path: string): Promise<LoadedFile | null> {
  const found = await stat(path).catch(() => null)
  if (found === null || !found.isFile()) return null
  const changed = `${found.mtimeMs}-${found.size}`
  const cached = cache.get(path)
  if (cached?.changed === changed) return cached
  const bytes = await readFile(path)
  const etag = `"${createHash('sha256').update(bytes).digest('base64url').slice(0, 22)}"`
  const file = { bytes, etag, type: contentTypeOf(path), changed, zipped: null }
  cache.set(path, file)
  return file
}

async function answerFile(
  request: IncomingMessage,
  response: ServerResponse,
  file: LoadedFile,
  caching: string,
): Promise<void> {
  const headers: Record<string, string> = {
    ...securityHeaders(request.headers.host),
    'content-type': file.type,
    'cache-control': caching,
    etag: file.etag,
    vary: 'accept-encoding',
  }
  if (request.headers['if-none-match'] === file.etag) {
    response.writeHead(304, headers).end()
    return
  }
  let body = file.bytes
  if (isCompressible(file.type) && /\bgzip\b/.test(request.headers['accept-encoding'] ?? '')) {
    file.zipped ??= await zip(file.bytes)
    body = file.zipped
    headers['content-encoding'] = 'gzip'
  }
  response.writeHead(200, { ...headers, 'content-length': String(body.length) })
  response.end(request.method === 'HEAD' ? undefined : body)
}

export function answerText(
  request: IncomingMessage,
  response: ServerResponse,
  status: number,
  text: string,
): void {
  const body = Buffer.from(`${text}\n`)
  response.writeHead(status, {
    ...securityHeaders(request.headers.host),
    'content-type': 'text/plain; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': String(body.length),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
