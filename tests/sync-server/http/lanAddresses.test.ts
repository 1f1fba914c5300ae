import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { answerAddresses, lanAddresses } from '../../../sync-server/http/lanAddresses.ts'

let server: Server | null = null

afterEach(() => server?.close())

async function originsSeenFrom(
  remoteAddress?: string,
  host: string | null = null,
  headers: Record<string, string> = {},
  name = 'localhost:4321',
): Promise<{ origins: string[]; port: number }> {
  server = createServer((request, response) => {
    if (remoteAddress !== undefined)
      Object.defineProperty(request.socket, 'remoteAddress', { value: remoteAddress })
    request.headers.host = name
    answerAddresses(host, request, response)
  })
  await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  const response = await fetch(`http://127.0.0.1:${port}/addresses`, { headers })
  expect(response.headers.get('cache-control')).toBe('no-store')
  return { ...((await response.json()) as { origins: string[] }), port }
}

describe('the addresses of the machine', () => {
  it('are told to a page on the machine itself, so that its codes lead the room here', async () => {
    const { origins, port } = await originsSeenFrom()
    expect(origins).toEqual(lanAddresses(null).map((address) => `http://${address}:${port}`))
  })

  it('leave out those that are not listened on', async () => {
    expect((await originsSeenFrom(undefined, '127.0.0.1')).origins).toEqual([])
    const [first] = lanAddresses(null)
    if (first !== undefined) expect(lanAddresses(first)).toEqual([first])
  })

  it('are not told through a proxy on the machine, which asks for somebody else', async () => {
    for (const name of ['x-forwarded-for', 'x-forwarded-proto', 'x-real-ip', 'via'])
      expect((await originsSeenFrom(undefined, null, { [name]: '203.0.113.9' })).origins, name).toEqual([])
  })

  it.each(['workshop.example', 'localhost.example', '192.168.1.7:4321', ''])(
    'are not told to who asks for "%s": a proxy that passes the name on, or a name made to point here',
    async (host) => {
      expect((await originsSeenFrom('127.0.0.1', null, {}, host)).origins).toEqual([])
    },
  )

  it.each(['192.168.1.7', '::ffff:10.0.0.3', '2001:db8::1'])('are not told to %s', async (remote) => {
    expect((await originsSeenFrom(remote)).origins).toEqual([])
  })
})
