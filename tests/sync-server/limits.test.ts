import { request as httpRequest } from 'node:http'
import { describe, expect, it } from 'vitest'
import type { Capability } from '../../src/protocol/capability.ts'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { createPerAddress } from '../../sync-server/perAddress.ts'
import { newLinks } from './helpers/capabilities.ts'
import { connectRaw, type RawClient } from './helpers/rawClient.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { cardsIn, updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'

function raw(relay: StartedRelay, held: Capability, headers: Record<string, string> = {}): RawClient {
  const protocols = offerProtocols(held.secret, { acknowledge: true })
  return connectRaw(`${relay.urlOf(held)}/map`, protocols, headers)
}

async function seated(client: RawClient): Promise<RawClient> {
  client.step1()
  await waitFor('answered', () => client.syncs(1).length > 0)
  return client
}

describe('connections of one address', () => {
  it('are counted; one too many is told to come back later, and finds a place when another left', async () => {
    const relay = await startRelay({ limits: { connectionsPerAddress: 2 } })
    const links = newLinks()
    const open = async () => {
      const client = raw(relay, links.moderator)
      await client.opened()
      return client
    }
    const [first, second] = [await seated(await open()), await seated(await open())]
    expect(await (await open()).closed()).toBe(CLOSE_CODES.tooMany)
    first.socket.close()
    await first.closed()
    await waitFor('a place is free', () => relay.server.health().connections === 1)
    await seated(await open())
    expect(second.socket.readyState).toBe(1)
  })

  it('behind a trusted proxy are counted by who is behind it', async () => {
    const relay = await startRelay({
      limits: { connectionsPerAddress: 1 },
      config: { trustedProxies: ['127.0.0.1'] },
    })
    const links = newLinks()
    const from = async (address: string) => {
      const client = raw(relay, links.moderator, { 'x-forwarded-for': address })
      await client.opened()
      return client
    }
    await seated(await from('192.0.2.1'))
    await seated(await from('192.0.2.2'))
    expect(await (await from('192.0.2.1')).closed()).toBe(CLOSE_CODES.tooMany)
  })
})

describe('rooms', () => {
  it('end at the relay’s number; who is in a room stays in it', async () => {
    const relay = await startRelay({ limits: { rooms: 2 } })
    const open = async () => {
      const client = raw(relay, newLinks().moderator)
      await client.opened()
      return client
    }
    const first = await seated(await open())
    await seated(await open())
    const third = await open()
    expect(await third.closed()).toBe(CLOSE_CODES.relayFull)
    first.update(updateSetting('still here'))
    await waitFor('acknowledged', () => first.acknowledged() === 1)
  })

  it('that one address creates are limited by the hour', () => {
    let now = 0
    const perAddress = createPerAddress({ connectionsPerAddress: 1, roomsPerAddress: 60 }, () => now)
    const created = () =>
      Array.from({ length: 100 }, () => perAddress.mayCreateRoom('a')).filter(Boolean).length
    expect(created()).toBe(60)
    expect(perAddress.mayCreateRoom('b')).toBe(true)
    now = 60 * 60 * 1000
    expect(created()).toBeGreaterThan(0)
  })
})

it('a room’s documents share its space, open or not: what one has used, another cannot', async () => {
  const relay = await startRelay({ limits: { roomBytes: 20_000 } })
  const links = newLinks()
  const fill = async (document: 'map' | 'review', held: Capability) => {
    const protocols = offerProtocols(held.secret, { acknowledge: true })
    const client = connectRaw(`${relay.urlOf(held)}/${document}`, protocols)
    await client.opened()
    await seated(client)
    return client
  }
  const mapWriter = await fill('map', links.moderator)
  mapWriter.update(updateSetting('large', 'x'.repeat(15_000)))
  await waitFor('durable', () => mapWriter.acknowledged() === 1)
  mapWriter.socket.close()
  await waitFor('put away', () => relay.server.health().rooms === 0)
  const reviewer = await fill('review', links.reviewer)
  reviewer.update(updateSetting('fits', 'x'.repeat(2_000)))
  await waitFor('durable', () => reviewer.acknowledged() === 1)
  reviewer.update(updateSetting('too much', 'x'.repeat(4_000)))
  expect(await reviewer.closed()).toBe(CLOSE_CODES.roomFull)
})

describe('edits', () => {
  it('faster than any workshop writes close the writer, after everything it sent before was kept', async () => {
    const relay = await startRelay({ limits: { editsPerSecond: 1, editBurst: 20 } })
    const links = newLinks()
    const writer = raw(relay, links.moderator)
    await writer.opened()
    await seated(writer)
    for (let index = 0; index < 40; index += 1) writer.update(updateSetting(`card ${index}`))
    expect(await writer.closed()).toBe(CLOSE_CODES.tooMany)
    const reader = raw(relay, links.reader)
    await reader.opened()
    await seated(reader)
    const cards = () => new Set(cardsIn([...reader.syncs(2), ...reader.syncs(1)]))
    await waitFor('the rest of them', () => cards().size >= 20)
    expect(cards()).toEqual(new Set(Array.from({ length: 20 }, (_, index) => `card ${index}`)))
  })
})

describe('the name the relay is asked under', () => {
  const ask = (relay: StartedRelay, host: string, path: string) =>
    new Promise<number>((resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port: relay.server.port, path, headers: { host } }, (response) => {
        response.resume()
        resolve(response.statusCode ?? 0)
      })
        .on('error', reject)
        .end()
    })

  it('must be one of those that were set; the health of the relay may be asked under any', async () => {
    const relay = await startRelay({ config: { hosts: ['workshop.example'] } })
    expect(await ask(relay, 'evil.example', '/')).toBe(421)
    expect(await ask(relay, 'workshop.example:8443', '/')).not.toBe(421)
    expect(await ask(relay, '10.0.0.1', '/healthz')).toBe(200)
    const links = newLinks()
    const misled = raw(relay, links.moderator, { host: 'evil.example' })
    expect(await misled.closed()).toBe(CLOSE_CODES.wrongOrigin)
    expect(relay.log.join(), 'the operator sees what a proxy made of the name').toContain(
      '"host":"evil.example"',
    )
    const right = raw(relay, links.moderator, { host: 'WORKSHOP.example' })
    await right.opened()
    await seated(right)
  })
})
