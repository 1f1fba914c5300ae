import { connect } from 'node:net'
import { describe, expect, it } from 'vitest'
import { createEncoder, toUint8Array, writeUint8Array, writeVarUint } from 'lib0/encoding'
import * as Y from 'yjs'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { inspectUpdate } from '../../sync-server/document/inspectUpdate.ts'
import { newLinks } from './helpers/capabilities.ts'
import { connectRaw, type RawClient, syncMessage } from './helpers/rawClient.ts'
import { seeded } from './helpers/seeded.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock, type StockClient } from './helpers/stockClient.ts'
import { updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'
import type { Capability } from '../../src/protocol/capability.ts'

function raw(relay: StartedRelay, capability: Capability): RawClient {
  return connectRaw(`${relay.urlOf(capability)}/map`, offerProtocols(capability.secret))
}

/** Two honest clients that must be able to talk to each other whatever else happens. */
async function honestPair(relay: StartedRelay, links = newLinks()) {
  const anna = connectStock(relay, links.moderator)
  const ben = connectStock(relay, links.writer)
  await Promise.all([anna.synced(), ben.synced()])
  return { links, anna, ben }
}

async function expectTheyTalk(anna: StockClient, ben: StockClient, word: string): Promise<void> {
  anna.cards.set(word, 'from Anna')
  await waitFor(`Ben hears "${word}"`, () => ben.cards.get(word) === 'from Anna')
  ben.cards.set(word, 'from Ben')
  await waitFor(`Anna hears "${word}"`, () => anna.cards.get(word) === 'from Ben')
  expect([...anna.closes, ...ben.closes].filter((code) => code !== 0)).toEqual([])
}

describe('hostile frames', () => {
  const seed = 20_261_121

  it(`thousands of them (seed ${seed}) leave honest clients working and the room whole`, async () => {
    const relay = await startRelay()
    const { links, anna, ben } = await honestPair(relay)
    const random = seeded(seed)
    const byte = () => Math.floor(random() * 256)
    const bytes = (length: number) => Uint8Array.from({ length }, byte)
    const valid = Y.encodeStateAsUpdate(anna.doc)
    const mutated = () => {
      const copy = updateSetting(`honest ${byte()}`, 'x'.repeat(byte()))
      for (let change = 0; change < 3; change += 1) copy[Math.floor(random() * copy.length)] = byte()
      return copy
    }
    const makers: (() => Uint8Array)[] = [
      () => bytes(Math.floor(random() * 40)),
      () => syncMessage(Math.floor(random() * 5), bytes(Math.floor(random() * 60))),
      () => syncMessage(2, mutated()),
      () => syncMessage(1, mutated()),
      () => syncMessage(0, bytes(Math.floor(random() * 20))),
      () => Uint8Array.of(1, 30, ...bytes(30)),
      () => syncMessage(2, valid.subarray(0, Math.floor(random() * valid.length))),
      () => Uint8Array.of(0, 2, 255, 255, 255, 255, 15, ...bytes(5)),
      () => new Uint8Array(),
    ]
    let sent = 0
    let closes = 0
    let attacker = raw(relay, links.writer)
    await attacker.opened()
    while (sent < 4_000) {
      if (attacker.socket.readyState !== 1) {
        closes += 1
        attacker = raw(relay, links.writer)
        await attacker.opened()
      }
      attacker.send(makers[Math.floor(random() * makers.length)]?.() ?? new Uint8Array())
      sent += 1
      if (sent % 5 === 0) await new Promise((resolve) => setImmediate(resolve))
    }
    expect(closes).toBeGreaterThan(100)
    await expectTheyTalk(anna, ben, 'after the storm')
    const joiner = connectStock(relay, links.writer)
    await joiner.synced()
    expect(joiner.cards.get('after the storm')).toBe('from Ben')
    // Which key comes first depends on what arrived first.
    const seen = (person: typeof joiner) =>
      JSON.stringify([...person.cards].toSorted(([a], [b]) => (a < b ? -1 : 1)))
    await waitFor('all see the same', () => seen(joiner) === seen(anna))
  })

  it('are answered with the reason: malformed, too large, too many', async () => {
    const relay = await startRelay({
      limits: { updateBytes: 1_000, stateVectorBytes: 100, messageBurst: 50 },
    })
    const { links, anna, ben } = await honestPair(relay)
    const cases: [string, (client: RawClient) => void, number][] = [
      [
        'an update that cannot be read',
        (client) => client.update(Uint8Array.of(1, 2, 3)),
        CLOSE_CODES.malformed,
      ],
      [
        'a state vector that cannot be read',
        (client) => client.step1(Uint8Array.of(9, 9)),
        CLOSE_CODES.malformed,
      ],
      ['a message cut short', (client) => client.send(Uint8Array.of(0, 2, 50, 1)), CLOSE_CODES.malformed],
      ['an empty frame', (client) => client.send(new Uint8Array()), CLOSE_CODES.malformed],
      ['text', (client) => client.socket.send('hello'), CLOSE_CODES.malformed],
      [
        'a large update',
        (client) => client.update(updateSetting('x', 'y'.repeat(2_000))),
        CLOSE_CODES.tooLarge,
      ],
      ['a large state vector', (client) => client.step1(new Uint8Array(200)), CLOSE_CODES.tooLarge],
      [
        'too many messages',
        (client) => {
          for (let index = 0; index < 1_000; index += 1) client.send(Uint8Array.of(3))
        },
        CLOSE_CODES.tooMany,
      ],
    ]
    for (const [name, attack, code] of cases) {
      const client = raw(relay, links.writer)
      await client.opened()
      attack(client)
      expect(await client.closed(), name).toBe(code)
    }
    await expectTheyTalk(anna, ben, 'after all of it')
  })

  it('with a later protocol message number are ignored, so that a newer client can still work', async () => {
    const relay = await startRelay()
    const client = raw(relay, newLinks().moderator)
    await client.opened()
    client.send(Uint8Array.of(90, 1, 2, 3))
    client.step1()
    await waitFor('answered', () => client.syncs(1).length === 1)
  })

  it('a room that is full closes the writer, not the room', async () => {
    const relay = await startRelay({ limits: { documentBytes: 20_000 } })
    const { links, anna, ben } = await honestPair(relay)
    const greedy = raw(relay, links.writer)
    await greedy.opened()
    for (let index = 0; index < 30; index += 1)
      greedy.update(updateSetting(`big ${index}`, 'x'.repeat(1_000)))
    expect(await greedy.closed()).toBe(CLOSE_CODES.roomFull)
    await expectTheyTalk(anna, ben, 'small')
  })
})

describe('bytes that are no web socket frames', () => {
  const frames: Record<string, number[]> = {
    'a reserved opcode': [0x83, 0x80, 0, 0, 0, 0],
    'RSV1 without an extension': [0xc2, 0x80, 0, 0, 0, 0],
    'an unmasked frame': [0x82, 0x01, 0x00],
    'a close frame with code 1': [0x88, 0x82, 0, 0, 0, 0, 0, 1],
    'a header that promises 4 GB': [0x82, 0xff, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0],
    'a continuation of nothing': [0x80, 0x80, 0, 0, 0, 0],
  }

  it.each(Object.keys(frames))('%s: the socket ends, the relay and the others go on', async (name) => {
    const relay = await startRelay()
    const { links, anna, ben } = await honestPair(relay)
    const url = new URL(`${relay.urlOf(links.writer)}/map`)
    const socket = connect(relay.server.port, '127.0.0.1')
    let ended = false
    socket.on('close', () => {
      ended = true
    })
    socket.on('error', () => socket.destroy())
    const request = [
      `GET ${url.pathname} HTTP/1.1`,
      'Host: relay.test',
      'Upgrade: websocket',
      'Connection: Upgrade',
      'Sec-WebSocket-Version: 13',
      'Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==',
      `Sec-WebSocket-Protocol: ${offerProtocols(links.writer.secret).join(', ')}`,
    ]
    socket.write(`${request.join('\r\n')}\r\n\r\n`)
    socket.once('data', () => socket.write(Uint8Array.from(frames[name] ?? [])))
    await waitFor('the relay ends it', () => ended)
    await expectTheyTalk(anna, ben, name)
  })

  it('a request that is no HTTP, an upgrade elsewhere, and headers without end do no harm', async () => {
    const relay = await startRelay()
    const { anna, ben } = await honestPair(relay)
    const requests = [
      'hello\r\n\r\n',
      'GET /other HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
      `GET / HTTP/1.1\r\nHost: x\r\nX: ${'y'.repeat(100_000)}\r\n\r\n`,
      'GET /sync/x/map HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\r\n',
    ]
    for (const request of requests) {
      const socket = connect(relay.server.port, '127.0.0.1')
      let ended = false
      socket.on('close', () => {
        ended = true
      })
      socket.on('error', () => socket.destroy())
      socket.on('data', () => socket.end())
      socket.write(request)
      await waitFor(request.slice(0, 30), () => ended)
    }
    await expectTheyTalk(anna, ben, 'still')
  })
})

describe('what an update may look like', () => {
  const client = (id: number, clock: number) => {
    const encoder = createEncoder()
    writeVarUint(encoder, 1)
    writeVarUint(encoder, id)
    writeVarUint(encoder, clock)
    writeUint8Array(encoder, Uint8Array.of(0, 3))
    return toUint8Array(encoder)
  }

  it('nothing that would spoil a merge: clients out of order or twice', () => {
    const sorted = Uint8Array.of(2, ...client(9, 0), ...client(5, 0), 0)
    expect(inspectUpdate(sorted)?.inserts).toEqual([
      { client: 9, clock: 0, length: 3 },
      { client: 5, clock: 0, length: 3 },
    ])
    expect(inspectUpdate(Uint8Array.of(2, ...client(5, 0), ...client(9, 0), 0))).toBeNull()
    expect(inspectUpdate(Uint8Array.of(2, ...client(5, 0), ...client(5, 8), 0))).toBeNull()
    expect(inspectUpdate(Uint8Array.of(1, ...client(5, Number.MAX_SAFE_INTEGER), 0))).toBeNull()
  })

  it('nothing that refers to what its own client has not written yet: every reader would throw at it', () => {
    const letterAfter = (clock: number) => Uint8Array.of(1, 1, 5, 3, 0x84, 5, clock, 1, 97, 0)
    expect(inspectUpdate(letterAfter(2))?.inserts).toEqual([{ client: 5, clock: 3, length: 1 }])
    expect(inspectUpdate(letterAfter(3))).toBeNull()
    expect(inspectUpdate(letterAfter(90))).toBeNull()
  })

  it('nothing too deep to read, and not the second encoding', () => {
    const doc = new Y.Doc()
    doc.getMap('cards').set('x', 'y')
    expect(inspectUpdate(Y.encodeStateAsUpdateV2(doc))).toBeNull()
    const encoder = createEncoder()
    for (const value of [1, 1, 5, 0, 0x28, 1]) writeVarUint(encoder, value)
    writeUint8Array(encoder, Uint8Array.of(1, 99, 1, 107, 1))
    for (let depth = 0; depth < 50_000; depth += 1) writeUint8Array(encoder, Uint8Array.of(117, 1))
    writeUint8Array(encoder, Uint8Array.of(117, 0, 0))
    expect(inspectUpdate(toUint8Array(encoder))).toBeNull()
  })
})
