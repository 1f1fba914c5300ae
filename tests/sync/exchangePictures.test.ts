/** Pictures and attachments between devices, over a real relay with real bytes. */
import { createHash, randomBytes } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import type { Role } from '../../src/protocol/capability.ts'
import { cryptoRandomBytes } from '../../src/shared/ids.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { ok } from '../../src/shared/result.ts'
import { systemTimers } from '../../src/shared/timers.ts'
import { createValueStore, type ValueStore } from '../../src/shared/valueStore.ts'
import type { ConnectionState } from '../../src/sync/connectionState.ts'
import type { FileStore } from '../../src/sync/exchangedFiles.ts'
import { exchangePictures, type PictureExchange } from '../../src/sync/exchangePictures.ts'
import { newRoom, type Room, startDevice, startRelay, until, untilState } from './syncFixture.ts'

const JPEG = new Uint8Array(readFileSync(join(import.meta.dirname, '../fixtures/poster/quadrants.jpg')))
const EVENT_LOG = new TextEncoder().encode('case,activity\n1,Störung melden\n')

const hashOf = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

interface Tablet {
  readonly files: Map<string, Uint8Array>
  readonly mimes: Map<string, string>
  readonly exchange: PictureExchange
  readonly arrived: string[]
  readonly requests: { readonly method: string; readonly url: URL }[]
  readonly asked: (method: string) => number
}

interface TabletOptions {
  readonly origin: string
  readonly room: Room
  readonly role: Role
  readonly names: readonly Uint8Array[]
  readonly has?: readonly Uint8Array[]
  readonly send?: typeof fetch
  readonly state?: ValueStore<ConnectionState>
}

function storeOf(files: Map<string, Uint8Array>, mimes: Map<string, string>): FileStore {
  return {
    held: () => Promise.resolve(ok([...files.keys()])),
    read: (sha256) => Promise.resolve(ok(files.get(sha256) ?? null)),
    save: (bytes, mime) => {
      files.set(hashOf(bytes), bytes)
      mimes.set(hashOf(bytes), mime)
      return Promise.resolve(ok(undefined))
    },
    hash: (bytes) => Promise.resolve(hashOf(bytes)),
  }
}

/** A device with a real connection, unless the test says itself how it stands with the relay. */
function startTablet({ origin, room, role, names, has = [], send = fetch, state }: TabletOptions): Tablet {
  const files = new Map(has.map((bytes) => [hashOf(bytes), bytes]))
  const mimes = new Map<string, string>()
  const arrived: string[] = []
  const requests: { method: string; url: URL }[] = []
  const capability = room.capability(role)
  const connection = state ?? startDevice({ origin, capability }).connection.state
  const exchange = exchangePictures({
    origin,
    capability,
    connection,
    named: () => names.map((bytes) => ({ sha256: hashOf(bytes), mime: 'image/jpeg' })),
    onNamed: () => () => undefined,
    files: storeOf(files, mimes),
    onArrived: (sha256) => arrived.push(sha256),
    fetch: (input, init) => {
      const url = new URL(input instanceof Request ? input.url : input)
      requests.push({ method: init?.method ?? 'GET', url })
      return send(input, init)
    },
    timers: systemTimers,
    randomBytes: cryptoRandomBytes,
    logger: silentLogger,
  })
  onTestFinished(exchange.close)
  const asked = (method: string) => requests.filter((request) => request.method === method).length
  return { files, mimes, exchange, arrived, requests, asked }
}

const hasAll = (tablet: Tablet, files: readonly Uint8Array[]): boolean =>
  files.every((bytes) => tablet.files.has(hashOf(bytes)))

const isIdle = ({ exchange }: Tablet): boolean => {
  const { toSend, notHere } = exchange.status.get()
  return toSend + notHere === 0
}

describe('pictures and attachments over the relay', () => {
  it('reach the other device byte by byte, in both directions, and each is sent once', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const names = [JPEG, EVENT_LOG]
    const anna = startTablet({ origin, room, role: 'moderator', names, has: [JPEG] })
    const ben = startTablet({ origin, room, role: 'writer', names, has: [EVENT_LOG] })
    await until(() => hasAll(anna, names) && hasAll(ben, names), 'both have both')
    expect(Buffer.compare(ben.files.get(hashOf(JPEG)) ?? EVENT_LOG, JPEG)).toBe(0)
    expect(ben.mimes.get(hashOf(JPEG))).toBe('image/jpeg')
    expect(ben.arrived).toEqual([hashOf(JPEG)])
    expect(anna.arrived).toEqual([hashOf(EVENT_LOG)])
    expect([anna.asked('PUT'), ben.asked('PUT')]).toEqual([1, 1])
    await until(() => isIdle(anna) && isIdle(ben), 'nothing left')
    expect(anna.exchange.status.get()).toEqual({ toSend: 0, notHere: 0, failed: 0 })
  })

  it('come to a reader, who never uploads even what nobody else has', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const names = [JPEG, EVENT_LOG]
    const anna = startTablet({ origin, room, role: 'moderator', names, has: [JPEG] })
    await until(() => anna.exchange.status.get().notHere === 1 && anna.asked('PUT') === 1, 'sent')
    const reader = startTablet({ origin, room, role: 'reader', names, has: [EVENT_LOG] })
    await until(() => hasAll(reader, names), 'the reader has both')
    await until(() => isIdle(reader), 'nothing left for the reader')
    expect([reader.asked('PUT'), reader.asked('POST')]).toEqual([0, 0])
    expect(anna.files.has(hashOf(EVENT_LOG))).toBe(false)
  })

  it('go on by themselves after the relay was away in between', async () => {
    const relay = await startRelay()
    const room = newRoom()
    const first = startTablet({ origin: relay.origin, room, role: 'moderator', names: [JPEG], has: [] })
    await until(() => first.exchange.status.get().notHere === 1, 'waits for the picture')
    await relay.restart()
    const later = startTablet({ origin: relay.origin, room, role: 'writer', names: [JPEG], has: [JPEG] })
    await until(() => hasAll(first, [JPEG]) && isIdle(later), 'there after the restart', 20_000)
    expect(first.arrived).toEqual([hashOf(JPEG)])
  })

  it('take up a broken upload where it stopped', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const film = new Uint8Array(randomBytes(300_000))
    const part = 100_000
    let broken = false
    const sizes: number[] = []
    const breaking: typeof fetch = async (input, init) => {
      if (init?.method !== 'PUT') return fetch(input, init)
      const body = init.body as Uint8Array<ArrayBuffer>
      if (broken) {
        sizes.push(body.length)
        return fetch(input, init)
      }
      broken = true
      const range = `bytes 0-${part - 1}/${film.length}`
      const headers = { ...(init.headers as Record<string, string>), 'content-range': range }
      await fetch(input, { ...init, body: body.slice(0, part), headers })
      throw new TypeError('the network went away')
    }
    const anna = startTablet({ origin, room, role: 'moderator', names: [film], has: [film], send: breaking })
    await until(() => sizes.length === 1 && isIdle(anna), 'the rest is sent')
    expect(sizes).toEqual([film.length - part])
    const ben = startTablet({ origin, room, role: 'reader', names: [film] })
    await until(() => hasAll(ben, [film]), 'whole at the other end')
  })

  it('count as failed and are not kept when the relay hands out other bytes', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const anna = startTablet({ origin, room, role: 'moderator', names: [JPEG], has: [JPEG] })
    await until(() => anna.asked('PUT') === 1 && isIdle(anna), 'sent')
    let isLying = true
    const lying: typeof fetch = async (input, init) => {
      const answer = await fetch(input, init)
      if (!isLying || (init?.method ?? 'GET') !== 'GET' || answer.status !== 200) return answer
      await answer.arrayBuffer()
      return new Response(EVENT_LOG, { status: 200 })
    }
    const ben = startTablet({ origin, room, role: 'writer', names: [JPEG], send: lying })
    await until(() => ben.exchange.status.get().failed === 1 && ben.asked('GET') > 1, 'refused twice')
    expect([...ben.files.keys()]).toEqual([])
    expect(ben.arrived).toEqual([])
    isLying = false
    await until(() => hasAll(ben, [JPEG]), 'taken once it is right')
    await until(() => ben.exchange.status.get().failed === 0, 'no longer failed')
  })

  it('are asked for nowhere but at the workshop’s relay, also when it points elsewhere', async () => {
    const elsewhere: IncomingMessage[] = []
    const other = createServer((request, response) => {
      elsewhere.push(request)
      response.end(JPEG)
    })
    const pointing = createServer((request, response) => {
      request.resume()
      const { port } = other.address() as AddressInfo
      response.writeHead(302, { location: `http://127.0.0.1:${port}${request.url ?? ''}` }).end()
    })
    for (const server of [other, pointing]) {
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      onTestFinished(() => void server.close())
    }
    const origin = `http://127.0.0.1:${(pointing.address() as AddressInfo).port}`
    const state = createValueStore<ConnectionState>({ state: 'online' })
    const ben = startTablet({ origin, room: newRoom(), role: 'reader', names: [JPEG], state })
    await until(() => ben.exchange.status.get().failed === 1 && ben.requests.length > 1, 'tried twice')
    expect(elsewhere).toEqual([])
    expect(ben.files.size).toBe(0)
    expect(new Set(ben.requests.map(({ url }) => url.origin))).toEqual(new Set([origin]))
  })

  it('wait without a request while the relay is away, and go as soon as it is back', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    await untilState(startDevice({ origin, capability: room.capability('moderator') }), 'online')
    const state = createValueStore<ConnectionState>({ state: 'offline', because: 'unreachable' })
    const anna = startTablet({ origin, room, role: 'writer', names: [JPEG], has: [JPEG], state })
    const ben = startTablet({ origin, room, role: 'writer', names: [JPEG] })
    await until(() => ben.asked('POST') > 2, 'the other device asks in vain')
    expect(anna.requests).toEqual([])
    state.set({ state: 'online' })
    await until(() => hasAll(ben, [JPEG]), 'the other device has it')
  })
})
