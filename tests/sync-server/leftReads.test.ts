import { createHash, randomBytes } from 'node:crypto'
import { readdir, readlink } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { blobHeaders, blobPath } from '../../src/protocol/blobs.ts'
import { type Capability, roomIdOf } from '../../src/protocol/capability.ts'
import { createMemoryStorage } from '../../sync-server/storage/memory.ts'
import { newLinks } from './helpers/capabilities.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { waitFor } from './helpers/waitFor.ts'

/** Sends so many requests for a picture at once; somebody who reads only what the test lets through. */
function askFor(relay: StartedRelay, held: Capability, sha256: string, times: number) {
  const headers = Object.entries(blobHeaders(roomIdOf(held), held.secret))
  const lines = headers.map(([name, value]) => `${name}: ${value}`)
  const socket = connect(relay.server.port, '127.0.0.1')
  socket.on('error', () => undefined)
  socket.write([`GET ${blobPath(sha256)} HTTP/1.1`, 'host: x', ...lines, '', ''].join('\r\n').repeat(times))
  return socket
}

/** How often this process has a file open. */
async function timesOpen(name: string): Promise<number> {
  const folder = '/proc/self/fd'
  const numbers = await readdir(folder)
  const paths = await Promise.all(numbers.map((number) => readlink(join(folder, number)).catch(() => '')))
  return paths.filter((path) => path.endsWith(name)).length
}

it.runIf(process.platform === 'linux')(
  'a relay closes a picture, and itself, although somebody asked for it three times at once and left',
  async () => {
    const relay = await startRelay()
    const { moderator, reader } = newLinks()
    await connectStock(relay, moderator).synced()
    const picture = randomBytes(16_000_000)
    const sha256 = createHash('sha256').update(picture).digest('hex')
    const headers = blobHeaders(roomIdOf(moderator), moderator.secret)
    const put = await fetch(relay.origin + blobPath(sha256), { method: 'PUT', headers, body: picture })
    expect(put.status).toBe(201)
    const socket = askFor(relay, reader, sha256, 3)
    socket.pause()
    await waitFor('all three are begun', async () => (await timesOpen(sha256)) === 3)
    socket.destroy()
    await waitFor('the picture is closed', async () => (await timesOpen(sha256)) === 0)
    await relay.server.close()
    expect(relay.log.filter((line) => line.startsWith('error'))).toEqual([])
  },
)

it('a relay closes although its store never answers somebody who only wanted to read', async () => {
  const inner = createMemoryStorage()
  let asked = 0
  const roomState = () => {
    asked += 1
    return new Promise<never>(() => undefined)
  }
  const relay = await startRelay({ storage: { ...inner, roomState } })
  askFor(relay, newLinks().reader, 'ab'.repeat(32), 1)
  await waitFor('asked', () => asked === 1)
  await relay.server.close()
  await expect(fetch(relay.origin)).rejects.toThrow()
})
