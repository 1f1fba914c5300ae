/** The HTTP side of the one port: health for machines, the app for people, and a plain word for everything else. */
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { Logger } from '../../src/shared/logger.ts'
import { BLOB_ROOT } from '../../src/protocol/blobs.ts'
import type { Blobs } from './blobs.ts'
import { answerAddresses } from './lanAddresses.ts'
import type { RoomRequests } from './roomRequests.ts'
import { securityHeaders } from './securityHeaders.ts'
import { answerText, type StaticFiles } from './staticFiles.ts'

export interface Health {
  /** Failing: what people write cannot be kept at the moment; everything else works. */
  readonly status: 'ok' | 'failing' | 'stopping'
  readonly uptimeSeconds: number
  readonly rooms: number
  readonly connections: number
  /** What readers have not taken yet; a slow reader can make this grow up to a bound only. */
  readonly waitingBytes: number
  /** How often the disk failed since the start. */
  readonly storageFailures: number
}

export interface RequestsOptions {
  /** The address that is listened on; null for all. */
  readonly host: string | null
  readonly health: () => Health
  readonly staticFiles: StaticFiles
  readonly blobs: Blobs
  readonly roomRequests: RoomRequests
  readonly metrics: () => string
  readonly mayReadMetrics: (request: IncomingMessage) => boolean
  readonly logger: Logger
  readonly isAllowedHost: (request: IncomingMessage) => boolean
}

export interface Answers {
  readonly answer: RequestListener
  /**
   * Resolves when none is under way that changes something, also for somebody who has gone: moving a room goes on without
   * them. What only reads ends with its connection and is not waited for: nothing is lost with it.
   */
  readonly answered: () => Promise<void>
}

export function answerRequests(options: RequestsOptions): Answers {
  const underWay = new Set<Promise<void>>()
  return {
    answer: (request, response) => {
      const done = answer(options, request, response).catch((cause: unknown) => {
        options.logger.error('a request failed', { cause: String(cause) })
        if (!response.headersSent)
          answerText(request, response, 500, 'The relay could not answer; see its log.')
        else response.destroy()
      })
      if (onlyReads(request)) return
      underWay.add(done)
      void done.finally(() => underWay.delete(done))
    },
    answered: async () => {
      await Promise.all(underWay)
    },
  }
}

function onlyReads({ method }: IncomingMessage): boolean {
  return method === 'GET' || method === 'HEAD'
}

async function answer(
  options: RequestsOptions,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const path = (request.url ?? '').replace(/[?#].*$/s, '')
  if (path !== '/healthz' && !options.isAllowedHost(request)) {
    return answerText(request, response, 421, 'This relay is not asked under this name (see ETAPPE_HOSTS).')
  }
  if (path === BLOB_ROOT || path.startsWith(`${BLOB_ROOT}/`)) {
    return options.blobs.answer(request, response, path)
  }
  if (path.startsWith('/room/')) return options.roomRequests.answer(request, response, path)
  if (!onlyReads(request)) {
    response.setHeader('allow', 'GET, HEAD')
    return answerText(request, response, 405, 'Only GET and HEAD are answered here.')
  }
  if (path === '/healthz') return answerHealth(options, request, response)
  if (path === '/addresses') return answerAddresses(options.host, request, response)
  if (path === '/metrics') return answerMetrics(options, request, response)
  if (path.startsWith('/sync/')) return answerText(request, response, 426, 'This address is for web sockets.')
  return options.staticFiles.serve(request, response)
}

function answerMetrics(options: RequestsOptions, request: IncomingMessage, response: ServerResponse): void {
  if (options.mayReadMetrics(request)) return answerText(request, response, 200, options.metrics())
  const needs = 'The metrics are for this machine (as localhost), or for whoever shows ETAPPE_METRICS_TOKEN.'
  return answerText(request, response, 403, needs)
}

/**
 * Everybody is told whether it works; how busy it is, only who may read the metrics. 503 means that people should be led
 * elsewhere, which only a stop is a reason for: what fails here fails at every relay, or would take the app away too.
 */
function answerHealth(options: RequestsOptions, request: IncomingMessage, response: ServerResponse): void {
  const health = options.health()
  const told = options.mayReadMetrics(request) ? health : { status: health.status }
  const body = Buffer.from(`${JSON.stringify(told)}\n`)
  response.writeHead(health.status === 'stopping' ? 503 : 200, {
    ...securityHeaders(request.headers.host),
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': String(body.length),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
