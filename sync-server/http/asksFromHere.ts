/**
 * Whether somebody at this very machine asks: who may know how busy the relay is and which addresses the machine has. Apart,
 * because three answers hang on it and a proxy on the machine, or a page whose name was made to point here, must not pass.
 */
import type { IncomingMessage } from 'node:http'

/** What proxies add when they ask for somebody else. */
const FORWARDED = [
  'forwarded',
  'via',
  'x-forwarded-for',
  'x-forwarded-host',
  'x-forwarded-proto',
  'x-real-ip',
]

export function isThisMachine(address: string | undefined): boolean {
  return address === '::1' || /^(::ffff:)?127\./.test(address ?? '')
}

export function asksFromHere({ headers, socket }: IncomingMessage): boolean {
  if (!isThisMachine(socket.remoteAddress)) return false
  return isNamedLocal(headers.host ?? '') && FORWARDED.every((name) => headers[name] === undefined)
}

/** Under the name that only this machine understands: a proxy that passes the name on, or another site, uses its own. */
function isNamedLocal(host: string): boolean {
  const { hostname = '' } = URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : {}
  return /^(localhost|.+\.localhost|127\.[\d.]+|\[::1\])$/.test(hostname)
}
