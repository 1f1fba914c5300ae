/**
 * Under which addresses the others in the room reach this machine. Printed at the start, and told to a page that was
 * opened on this machine itself, so that its links and codes do not say "localhost". Nobody else is told.
 */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { networkInterfaces } from 'node:os'
import { asksFromHere } from './asksFromHere.ts'
import { securityHeaders } from './securityHeaders.ts'

/** `null`, 0.0.0.0 and :: stand for every address of the machine. */
export function listensOnAll(host: string | null): host is '0.0.0.0' | '::' | null {
  return host === null || host === '0.0.0.0' || host === '::'
}

/** Those of all networks when every address is listened on, else the one that is. */
export function lanAddresses(host: string | null): string[] {
  const own = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter((address) => address.family === 'IPv4' && !address.internal)
    .map((address) => address.address)
  return listensOnAll(host) ? own : own.filter((address) => address === host)
}

/** `{"origins": ["http://192.168.1.20:4321"]}`; empty for whoever is not at this machine. */
export function answerAddresses(
  host: string | null,
  request: IncomingMessage,
  response: ServerResponse,
): void {
  const { localPort } = request.socket
  const protocol = 'encrypted' in request.socket ? 'https' : 'http'
  const origins = asksFromHere(request)
    ? lanAddresses(host).map((address) => `${protocol}://${address}:${String(localPort)}`)
    : []
  const body = Buffer.from(`${JSON.stringify({ origins })}\n`)
  response.writeHead(200, {
    ...securityHeaders(request.headers.host),
    'content-type': 'application/json; charset=utf-8',
    'cache-control': 'no-store',
    'content-length': String(body.length),
  })
  response.end(request.method === 'HEAD' ? undefined : body)
}
