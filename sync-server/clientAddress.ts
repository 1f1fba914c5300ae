/**
 * Whose connection it is, for counting: the socket's address, or what a trusted proxy in front says. A forwarded address
 * from anybody else is ignored, else everybody could pretend to be a thousand clients.
 */
import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'
import { err, ok, type Result } from '../src/shared/result.ts'

export type AddressOf = (request: IncomingMessage) => string

/** `trusted` are addresses or networks such as `10.0.0.0/8` that passed `checkNetworks`. */
export function createAddressOf(trusted: readonly string[]): AddressOf {
  const proxies = new BlockList()
  for (const network of trusted) addNetwork(proxies, network)
  return (request) => {
    let address = plain(request.socket.remoteAddress ?? '')
    const forwarded = [request.headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
    while (isTrusted(proxies, address)) {
      const next = plain(forwarded.pop()?.trim() ?? '')
      if (isIP(next) === 0) break
      address = next
    }
    return countedAs(address)
  }
}

/** The networks, or the first one that is none. */
export function checkNetworks(networks: readonly string[]): Result<readonly string[], string> {
  const wrong = networks.find((network) => !addNetwork(new BlockList(), network))
  return wrong === undefined ? ok(networks) : err(wrong)
}

function addNetwork(list: BlockList, network: string): boolean {
  const [address = '', prefix, ...rest] = network.split('/')
  const version = isIP(address)
  const bits = prefix === undefined ? (version === 4 ? 32 : 128) : /^\d+$/.test(prefix) ? Number(prefix) : -1
  if (version === 0 || rest.length > 0 || bits < 0 || bits > (version === 4 ? 32 : 128)) return false
  list.addSubnet(address, bits, version === 4 ? 'ipv4' : 'ipv6')
  return true
}

function isTrusted(proxies: BlockList, address: string): boolean {
  const version = isIP(address)
  return version !== 0 && proxies.check(address, version === 4 ? 'ipv4' : 'ipv6')
}

/** A socket that listens on both protocols shows IPv4 clients as `::ffff:192.0.2.1`. */
function plain(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)
  return mapped?.[1] ?? address.replace(/%.*$/, '')
}

/** One household or tablet has a whole IPv6 /64 to choose addresses from. */
function countedAs(address: string): string {
  if (isIP(address) !== 6) return address
  const [head = '', tail = ''] = address.toLowerCase().split('::')
  const left = head === '' ? [] : head.split(':')
  const right = tail === '' ? [] : tail.split(':')
  const missing = address.includes('::') ? Math.max(0, 8 - left.length - right.length) : 0
  const groups = [...left, ...Array.from({ length: missing }, () => '0'), ...right]
  return `${groups
    .slice(0, 4)
    .map((group) => Number.parseInt(group, 16).toString(16))
    .join(':')}::/64`
}
