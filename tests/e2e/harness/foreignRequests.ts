/**
 * A proxy that nobody should ever need: Chromium sends everything here that does not go to the app's own host, from
 * pages, workers and service workers alike. It refuses and remembers, so a test can count foreign requests.
 */
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'

export interface ForeignRequests {
  readonly proxyUrl: string
  /** What was asked for, as `METHOD host/path` or `CONNECT host:port`. */
  readonly seen: () => readonly string[]
  readonly close: () => Promise<void>
}

/** Chromium asks these for its clock, its updates and its sign-in, whatever page is open; no code of ours names them. */
const BROWSERS_OWN =
  /\b(accounts|clients2)\.google\.com\b|\b(update|optimizationguide-pa)\.googleapis\.com\b|\.gvt1\.com\b/

export async function recordForeignRequests(): Promise<ForeignRequests> {
  const seen: string[] = []
  const server = createServer((request, response) => {
    seen.push(`${request.method} ${request.url}`)
    response.writeHead(403).end()
  })
  server.on('connect', (request, socket) => {
    seen.push(`CONNECT ${request.url}`)
    socket.end('HTTP/1.1 403 Forbidden\r\n\r\n')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  return {
    proxyUrl: `http://127.0.0.1:${port}`,
    seen: () => seen.filter((request) => !BROWSERS_OWN.test(request)),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
