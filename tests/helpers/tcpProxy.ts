/**
 * A network that misbehaves on command, between a client and a relay: it can cut every connection, refuse new ones,
 * swallow what is sent while both ends think they are connected (half-open), or deliver late. Port 0, loopback only.
 */
import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net'

export interface TcpProxy {
  readonly port: number
  /** Ends every connection and refuses new ones, until `restore`. */
  readonly cut: () => void
  /** Connections stay open and new ones are taken, but no byte passes in either direction. */
  readonly halfOpen: () => void
  /** Connections that exist now lead nowhere any more and nobody is told, as after a change of Wi-Fi; new ones work. */
  readonly forgetConnections: () => void
  /** Every piece is delivered this much later, in order. */
  readonly delay: (ms: number) => void
  /** A working network again; connections that were half-open are ended, as a router does that has forgotten them. */
  readonly restore: () => void
  /** Connections that exist now. */
  readonly connections: () => number
  /** How many connections were made in all. */
  readonly accepted: () => number
  /** Where new connections go: for a relay that comes back on another port. */
  readonly redirect: (port: number) => void
  readonly close: () => Promise<void>
}

type Pair = readonly [Socket, Socket]

type Mode = 'open' | 'cut' | 'halfOpen'

export async function startTcpProxy(targetPort: number): Promise<TcpProxy> {
  let mode: Mode = 'open'
  let target = targetPort
  let delayMs = 0
  let accepted = 0
  const pairs = new Set<Pair>()
  const forgotten = new WeakSet<Pair>()

  const server = createServer((client) => {
    if (mode === 'cut') return void client.destroy()
    accepted += 1
    const upstream = createConnection(target, '127.0.0.1')
    const pair = [client, upstream] as const
    pairs.add(pair)
    forward(pair, client, upstream)
    forward(pair, upstream, client)
    for (const socket of pair) {
      socket.on('error', () => end(pair))
      socket.on('close', () => end(pair))
    }
  })

  function forward(pair: Pair, from: Socket, to: Socket): void {
    from.on('data', (chunk: Buffer) => {
      if (mode === 'halfOpen' || forgotten.has(pair)) return
      if (delayMs === 0) return void to.write(chunk)
      setTimeout(() => {
        if (mode === 'open' && to.writable) to.write(chunk)
      }, delayMs)
    })
  }

  function end(pair: Pair): void {
    pairs.delete(pair)
    pair[0].destroy()
    pair[1].destroy()
  }

  function endAll(): void {
    for (const pair of pairs) end(pair)
  }

  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  return {
    port: (server.address() as AddressInfo).port,
    cut: () => {
      mode = 'cut'
      endAll()
    },
    halfOpen: () => {
      mode = 'halfOpen'
    },
    forgetConnections: () => {
      for (const pair of pairs) forgotten.add(pair)
    },
    delay: (ms) => {
      delayMs = ms
    },
    restore: () => {
      if (mode === 'halfOpen') endAll()
      mode = 'open'
      delayMs = 0
    },
    connections: () => pairs.size,
    accepted: () => accepted,
    redirect: (port) => {
      target = port
    },
    close: () => {
      endAll()
      return new Promise((resolve) => server.close(() => resolve()))
    },
  }
}
