/** What stands in front of several relays: hands each connection to the next one that takes it, and knows nothing else. */
import { connect, createServer, type Socket } from 'node:net'
import { onTestFinished } from 'vitest'

export interface Balancer {
  readonly port: number
}

export async function startBalancer(ports: readonly number[]): Promise<Balancer> {
  const sockets = new Set<Socket>()
  let turn = 0
  const hand = (client: Socket, tries: number): void => {
    const port = ports[(turn += 1) % ports.length]
    if (tries === 0 || port === undefined) return void client.destroy()
    const relay = connect(port, '127.0.0.1')
    const next = (): void => hand(client, tries - 1)
    relay.once('error', next)
    relay.once('connect', () => {
      relay.off('error', next)
      sockets.add(relay)
      for (const [from, to] of [[client, relay] as const, [relay, client] as const]) {
        from.on('error', () => to.destroy())
        from.on('close', () => to.destroy())
      }
      client.pipe(relay).pipe(client)
    })
  }
  const server = createServer((client) => {
    sockets.add(client)
    client.on('error', () => client.destroy())
    hand(client, ports.length)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.close()
    for (const socket of sockets) socket.destroy()
  })
  const address = server.address()
  return { port: typeof address === 'object' && address !== null ? address.port : 0 }
}
