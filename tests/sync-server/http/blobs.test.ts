import { createHash, randomBytes } from 'node:crypto'
import { utimes, readdir } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { BLOB_EXPIRY_DAYS, blobHeaders, blobPath } from '../../../src/protocol/blobs.ts'
import { type Capability, type RoomId, roomIdOf } from '../../../src/protocol/capability.ts'
import { openBlobs } from '../../../sync-server/blobs/openBlobs.ts'
import { DEFAULT_LIMITS } from '../../../sync-server/limits.ts'
import { type Links, newLinks } from '../helpers/capabilities.ts'
import { createLogSink, startRelay, type StartedRelay, type StartOptions } from '../helpers/startRelay.ts'
import { connectStock } from '../helpers/stockClient.ts'
import { waitFor } from '../helpers/waitFor.ts'

const PNG = Buffer.concat([Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'), randomBytes(200_000)])
const hashOf = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex')

interface Ask {
  readonly method?: string
  readonly body?: Uint8Array | string
  readonly headers?: Record<string, string>
  readonly room?: Capability
}

async function openedRoom(options: StartOptions = {}): Promise<{ relay: StartedRelay; links: Links }> {
  const relay = await startRelay(options)
  const links = newLinks()
  await connectStock(relay, links.moderator).synced()
  return { relay, links }
}

function ask(relay: StartedRelay, held: Capability, path: string, options: Ask = {}): Promise<Response> {
  const headers = { ...blobHeaders(roomIdOf(options.room ?? held), held.secret), ...options.headers }
  const { method = 'GET', body } = options
  return fetch(relay.origin + path, {
    method,
    headers,
    ...(body === undefined ? {} : { body: body as string }),
  })
}

const put = (relay: StartedRelay, held: Capability, bytes: Uint8Array, options: Ask = {}) =>
  ask(relay, held, blobPath(hashOf(bytes)), { method: 'PUT', body: bytes, ...options })
const get = (relay: StartedRelay, held: Capability, bytes: Uint8Array, options: Ask = {}) =>
  ask(relay, held, blobPath(hashOf(bytes)), options)
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer())
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code

describe('a picture', () => {
  it('that a participant uploaded is the same for everybody in the room, and cannot be run', async () => {
    const { relay, links } = await openedRoom()
    expect((await put(relay, links.writer, PNG)).status).toBe(201)
    for (const held of Object.values(links)) {
      const response = await get(relay, held, PNG)
      expect(response.status, held.role).toBe(200)
      expect(hashOf(await bytesOf(response))).toBe(hashOf(PNG))
      expect(response.headers.get('content-type')).toBe('image/png')
      expect(response.headers.get('x-content-type-options')).toBe('nosniff')
      expect(response.headers.get('content-security-policy')).toContain('sandbox')
      expect(response.headers.get('cache-control')).toContain('private')
    }
    const head = await get(relay, links.reader, PNG, { method: 'HEAD' })
    expect(head.headers.get('content-length')).toBe(String(PNG.length))
    expect((await put(relay, links.moderator, PNG)).status).toBe(200)
  })

  it.each([
    '<svg xmlns="http://www.w3.org/2000/svg"><script>1</script></svg>',
    '<html><script>1</script>',
    '',
  ])('that is really something else (%j) is only ever a download', async (text) => {
    const { relay, links } = await openedRoom()
    const bytes = Buffer.from(text)
    const claimed = { headers: { 'content-type': 'image/svg+xml' } }
    expect((await put(relay, links.writer, bytes, claimed)).status).toBe(201)
    const response = await get(relay, links.reader, bytes)
    expect(response.headers.get('content-type')).toBe('application/octet-stream')
    expect(response.headers.get('content-disposition')).toBe('attachment')
    expect((await bytesOf(response)).toString()).toBe(text)
  })

  it('survives a restart of the relay', async () => {
    const { relay, links } = await openedRoom()
    await put(relay, links.writer, PNG)
    await relay.server.close()
    const again = await startRelay({ dataDir: relay.dataDir })
    expect(hashOf(await bytesOf(await get(again, links.reader, PNG)))).toBe(hashOf(PNG))
  })

  it('can be had in part, and not again when it is in the cache', async () => {
    const { relay, links } = await openedRoom()
    await put(relay, links.writer, PNG)
    const part = await get(relay, links.reader, PNG, { headers: { range: 'bytes=100-' } })
    expect(part.status).toBe(206)
    expect(part.headers.get('content-range')).toBe(`bytes 100-${PNG.length - 1}/${PNG.length}`)
    expect(Buffer.compare(await bytesOf(part), PNG.subarray(100))).toBe(0)
    const outside = await get(relay, links.reader, PNG, { headers: { range: 'bytes=900000-' } })
    expect(outside.status).toBe(416)
    const cached = await get(relay, links.reader, PNG, { headers: { 'if-none-match': `"${hashOf(PNG)}"` } })
    expect(cached.status).toBe(304)
  })
})

describe('who may', () => {
  it('read: the room only; upload and list: whoever may write the map; nobody without proof', async () => {
    const { relay, links } = await openedRoom()
    const stranger = newLinks()
    await put(relay, links.writer, PNG)
    const path = blobPath(hashOf(PNG))
    expect(await codeOf(await ask(relay, stranger.moderator, path, { room: links.reader }))).toBe('forbidden')
    expect(await codeOf(await ask(relay, stranger.moderator, path))).toBe('roomNotThereYet')
    expect((await fetch(relay.origin + path)).status).toBe(401)
    expect((await fetch(`${relay.origin}${path}?secret=${links.reader.secret}`)).status).toBe(401)
    const other = Buffer.from('GIF89a, not the same')
    for (const held of [links.reader, links.reviewer]) {
      expect((await put(relay, held, other)).status, held.role).toBe(403)
      const body = '{"sha256":[]}'
      expect((await ask(relay, held, '/blob', { method: 'POST', body })).status, held.role).toBe(403)
    }
    expect((await get(relay, links.writer, other)).status).toBe(404)
    expect(relay.log.join('\n')).not.toContain(links.writer.secret)
  })

  it('ask from a page of another address: only one that is listed', async () => {
    const { relay, links } = await openedRoom({ config: { origins: ['https://app.example'] } })
    await put(relay, links.writer, PNG)
    const foreign = await get(relay, links.reader, PNG, { headers: { origin: 'https://evil.example' } })
    expect(await codeOf(foreign)).toBe('wrongOrigin')
    const listed = await get(relay, links.reader, PNG, { headers: { origin: 'https://app.example' } })
    expect(listed.headers.get('access-control-allow-origin')).toBe('https://app.example')
    const preflight = await fetch(relay.origin + blobPath(hashOf(PNG)), {
      method: 'OPTIONS',
      headers: { origin: 'https://app.example', 'access-control-request-method': 'PUT' },
    })
    expect(preflight.headers.get('access-control-allow-headers')).toContain('etappe-room')
  })
})

describe('an upload', () => {
  it('that is not what its hash says leaves nothing behind', async () => {
    const { relay, links } = await openedRoom()
    const path = blobPath(hashOf(PNG))
    const response = await ask(relay, links.writer, path, { method: 'PUT', body: Buffer.alloc(500) })
    expect(response.status).toBe(422)
    const head = await ask(relay, links.writer, path, { method: 'HEAD' })
    expect(head.status).toBe(404)
    expect(head.headers.get('upload-offset')).toBeNull()
  })

  it('goes on where the connection broke', async () => {
    const { relay, links } = await openedRoom()
    const path = blobPath(hashOf(PNG))
    const headers = Object.entries(blobHeaders(roomIdOf(links.writer), links.writer.secret))
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    const socket = connect(relay.server.port, '127.0.0.1')
    socket.write(`PUT ${path} HTTP/1.1\r\nHost: x\r\n${lines}content-length: ${PNG.length}\r\n\r\n`)
    socket.write(PNG.subarray(0, 120_000))
    const offset = async () =>
      Number((await get(relay, links.writer, PNG, { method: 'HEAD' })).headers.get('upload-offset'))
    await waitFor('the first part is there', async () => (await offset()) === 120_000)
    expect(await codeOf(await put(relay, links.moderator, PNG))).toBe('busy')
    socket.destroy()
    const rest = { 'content-range': `bytes 120000-${PNG.length - 1}/${PNG.length}` }
    await waitFor('taken', async () => {
      const body = PNG.subarray(120_000)
      return (await ask(relay, links.writer, path, { method: 'PUT', body, headers: rest })).status === 201
    })
    expect(hashOf(await bytesOf(await get(relay, links.reader, PNG)))).toBe(hashOf(PNG))
  })

  it('can come in parts, in order only', async () => {
    const { relay, links } = await openedRoom()
    const path = blobPath(hashOf(PNG))
    const part = (start: number, end: number) =>
      ask(relay, links.writer, path, {
        method: 'PUT',
        body: PNG.subarray(start, end),
        headers: { 'content-range': `bytes ${start}-${end - 1}/${PNG.length}` },
      })
    const first = await part(0, 50_000)
    expect([first.status, first.headers.get('upload-offset')]).toEqual([202, '50000'])
    const gap = await part(60_000, PNG.length)
    expect([gap.status, gap.headers.get('upload-offset')]).toEqual([409, '50000'])
    expect((await part(50_000, PNG.length)).status).toBe(201)
  })

  it('that is too large, too much for the room, or nonsense is refused with its reason', async () => {
    const { relay, links } = await openedRoom({ limits: { blobBytes: 300_000, roomBlobBytes: 400_000 } })
    const large = randomBytes(300_001)
    expect(await codeOf(await put(relay, links.writer, large))).toBe('tooLarge')
    expect((await put(relay, links.writer, PNG)).status).toBe(201)
    const second = randomBytes(200_000)
    expect(await codeOf(await put(relay, links.writer, second))).toBe('quota')
    const name = await ask(relay, links.writer, '/blob/..%2f..%2fetc', { method: 'PUT', body: 'x' })
    expect(await codeOf(name)).toBe('notAHash')
    const range = { 'content-range': 'bytes 5-2/9' }
    expect(await codeOf(await put(relay, links.writer, Buffer.from('x'), { headers: range }))).toBe(
      'badRange',
    )
  })

  it('that was begun and left counts to the space of the room, and may be finished', async () => {
    const { relay, links } = await openedRoom({ limits: { roomBlobBytes: 400_000 } })
    const begin = (bytes: Buffer, end: number) =>
      ask(relay, links.writer, blobPath(hashOf(bytes)), {
        method: 'PUT',
        body: bytes.subarray(0, end),
        headers: { 'content-range': `bytes 0-${end - 1}/${bytes.length}` },
      })
    expect((await begin(PNG, 190_000)).status).toBe(202)
    const second = randomBytes(210_000)
    expect(await codeOf(await begin(second, 100_000))).toBe('quota')
    expect((await put(relay, links.writer, PNG)).status).toBe(201)
  })

  it('that falls silent ends, and what came is kept', async () => {
    const { relay, links } = await openedRoom({ limits: { uploadIdleMs: 100 } })
    const headers = Object.entries(blobHeaders(roomIdOf(links.writer), links.writer.secret))
    const lines = headers.map(([name, value]) => `${name}: ${value}\r\n`).join('')
    const socket = connect(relay.server.port, '127.0.0.1')
    let ended = false
    socket.on('close', () => (ended = true))
    socket.on('error', () => socket.destroy())
    socket.write(
      `PUT ${blobPath(hashOf(PNG))} HTTP/1.1\r\nHost: x\r\n${lines}content-length: 200008\r\n\r\n12345`,
    )
    await waitFor('cut', () => ended)
    const head = await get(relay, links.writer, PNG, { method: 'HEAD' })
    expect(head.headers.get('upload-offset')).toBe('5')
  })
})

describe('files that a workshop no longer shows', () => {
  it('go after 90 days, unless a writer lists them; the answer says which are missing', async () => {
    const { relay, links } = await openedRoom()
    const [shown, forgotten, unknown] = [PNG, Buffer.from('GIF89a forgotten'), Buffer.from('never uploaded')]
    await put(relay, links.writer, shown)
    await put(relay, links.writer, forgotten)
    const folder = join(relay.dataDir, 'blobs', roomIdOf(links.writer))
    const longAgo = Date.now() / 1000 - (BLOB_EXPIRY_DAYS + 1) * 86_400
    for (const name of await readdir(folder)) await utimes(join(folder, name), longAgo, longAgo)
    const listed = await ask(relay, links.writer, '/blob', {
      method: 'POST',
      body: JSON.stringify({ sha256: [hashOf(shown), hashOf(unknown)] }),
    })
    expect(await listed.json()).toEqual({ missing: [hashOf(unknown)] })
    const { logger, lines } = createLogSink()
    const openWith = (closed: RoomId[]) =>
      openBlobs({
        dataDir: relay.dataDir,
        limits: DEFAULT_LIMITS,
        logger,
        clock: { now: () => Date.now() },
        longAgo: (ms) => Promise.resolve(Date.now() - ms),
        onFailed: () => undefined,
        closedRooms: () => Promise.resolve(new Map(closed.map((room) => [room, 0]))),
      })
    const closed = openWith([roomIdOf(links.writer)])
    await closed.sweep()
    expect(lines, 'in a closed room nobody can list them').toEqual([])
    await closed.close()
    const opened = openWith([])
    await opened.sweep()
    expect(lines.join()).toContain('{"removed":1}')
    await opened.close()
    expect((await get(relay, links.reader, shown)).status).toBe(200)
    expect((await get(relay, links.reader, forgotten)).status).toBe(404)
  })

  it('a list that is none changes nothing', async () => {
    const { relay, links } = await openedRoom()
    for (const body of ['', '{', '[]', '{"sha256":"x"}', '{"sha256":["x"]}', '{"sha256":[null]}']) {
      expect(await codeOf(await ask(relay, links.writer, '/blob', { method: 'POST', body }))).toBe('badList')
    }
  })
})
