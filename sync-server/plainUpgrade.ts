/**
 * A client that offers another protocol (`Upgrade: h2c`) may be answered as if it had not. Node hands every upgrade over
 * raw, so the request goes back in front of its connection without the offer, and is read like any other.
 */
import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'

type Upgrade = (request: IncomingMessage, socket: Duplex, head: Buffer) => void

interface Server {
  readonly emit: (event: string, socket: Duplex) => boolean
}

export function answerOtherUpgrades(server: Server, event: string, upgrade: Upgrade): Upgrade {
  return (request, socket, head) => {
    if (request.headers.upgrade?.toLowerCase() === 'websocket') return upgrade(request, socket, head)
    socket.unshift(Buffer.concat([Buffer.from(headWithoutOffer(request), 'latin1'), head]))
    server.emit(event, socket)
  }
}

function headWithoutOffer({ method, url, httpVersion, rawHeaders }: IncomingMessage): string {
  const lines = [`${method ?? ''} ${url ?? ''} HTTP/${httpVersion}`]
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    const [name = '', value = ''] = rawHeaders.slice(index, index + 2)
    const lower = name.toLowerCase()
    if (lower === 'upgrade' || lower === 'http2-settings') continue
    const kept = lower === 'connection' ? withoutOffer(value) : value
    if (lower !== 'connection' || kept !== '') lines.push(`${name}: ${kept}`)
  }
  return `${lines.join('\r\n')}\r\n\r\n`
}

function withoutOffer(connection: string): string {
  const tokens = connection.split(',').map((token) => token.trim())
  return tokens.filter((token) => !/^(upgrade|http2-settings)$/i.test(token)).join(', ')
}
