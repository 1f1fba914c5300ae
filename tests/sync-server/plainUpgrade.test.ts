import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { startRelay } from './helpers/startRelay.ts'

it('a request that offers another protocol is answered like any other, with its body, on the same connection', async () => {
  const relay = await startRelay()
  const offer =
    'Host: relay\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\nConnection: Upgrade, HTTP2-Settings'
  const answers = await new Promise<string>((resolve, reject) => {
    const socket = connect(relay.server.port, '127.0.0.1')
    let text = ''
    const requests = [
      `POST /healthz HTTP/1.1\r\n${offer}\r\nContent-Length: 4\r\n\r\nbody`,
      'GET /healthz HTTP/1.1\r\nHost: relay\r\nConnection: close\r\n\r\n',
    ]
    socket.on('data', (chunk) => {
      text += chunk.toString()
      const isWhole = text.endsWith('\n')
      const next = isWhole ? requests.shift() : undefined
      if (next !== undefined) socket.write(next)
    })
    socket.on('close', () => resolve(text))
    socket.on('error', reject)
    socket.write(`GET /healthz HTTP/1.1\r\n${offer}\r\n\r\n`)
  })
  expect(answers.match(/HTTP\/1\.1 \d+/g)).toEqual(['HTTP/1.1 200', 'HTTP/1.1 405', 'HTTP/1.1 200'])
  expect(relay.server.health().status).toBe('ok')
})
