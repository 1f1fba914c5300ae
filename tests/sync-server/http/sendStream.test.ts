import { Agent, createServer, get, type IncomingMessage } from 'node:http'
import { type AddressInfo, connect, type Socket } from 'node:net'
import { Readable } from 'node:stream'
import { expect, it, onTestFinished } from 'vitest'
import { sendStream } from '../../../sync-server/http/sendStream.ts'
import { waitFor } from '../helpers/waitFor.ts'

const KIB = Buffer.alloc(1024)

/** Answers every request with so many bytes; knows what it reads from and on which connections it was asked. */
async function startServer(kib: number) {
  const sources: Readable[] = []
  const sockets = new Set<Socket>()
  let ended = 0
  const server = createServer((request, response) => {
    sockets.add(request.socket)
    const source = Readable.from(Array.from({ length: kib }, () => KIB))
    sources.push(source)
    void sendStream(source, request, response).then(() => (ended += 1))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => {
    server.closeAllConnections()
    server.close()
  })
  const { port } = server.address() as AddressInfo
  return { port, sources, sockets, ended: () => ended }
}

it('whoever asks three times at once and leaves lets go of all three', async () => {
  const { port, sources, ended } = await startServer(16_000)
  const reader = connect(port, '127.0.0.1')
  reader.on('error', () => undefined)
  reader.pause()
  reader.write('GET / HTTP/1.1\r\nhost: x\r\n\r\n'.repeat(3))
  await waitFor('three answers are under way', () => sources.length === 3)
  expect(ended()).toBe(0)
  reader.destroy()
  await waitFor('all have ended', () => ended() === 3)
  expect(sources.map(({ destroyed }) => destroyed)).toEqual([true, true, true])
})

it('a connection on which many answers are sent gathers nothing', async () => {
  const { port, sockets, ended } = await startServer(4)
  const agent = new Agent({ keepAlive: true, maxSockets: 1 })
  onTestFinished(() => agent.destroy())
  const listeners: number[] = []
  for (let asked = 1; asked <= 5; asked += 1) {
    const answer = await new Promise<IncomingMessage>((resolve) =>
      get({ port, host: '127.0.0.1', agent }, resolve),
    )
    for await (const _ of answer);
    await waitFor('sent', () => ended() === asked)
    for (const socket of sockets) listeners.push(socket.listenerCount('close'))
  }
  expect(sockets.size).toBe(1)
  expect(new Set(listeners).size).toBe(1)
})
