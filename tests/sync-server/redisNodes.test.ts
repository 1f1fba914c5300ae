import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Capability } from '../../src/protocol/capability.ts'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { blobHeaders } from '../../src/protocol/blobs.ts'
import { roomIdOf } from '../../src/protocol/capability.ts'
import { NEW_PROOF_HEADER, ROOM_CLOSE_PATH, ROOM_ROTATE_PATH } from '../../src/protocol/roomAdmin.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { createRedisStorage } from '../../sync-server/storage/redis.ts'
import { startBalancer } from './helpers/balancer.ts'
import { acknowledging } from './helpers/acknowledging.ts'
import { newLinks } from './helpers/capabilities.ts'
import { createPerson } from './helpers/person.ts'
import { type RedisServer, startRedis } from './helpers/redisServer.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())

const node = () => startRelay({ config: { redisUrl: redis.url } })

function post(relay: StartedRelay, path: string, held: Capability, headers: Record<string, string> = {}) {
  const proof = blobHeaders(roomIdOf(held), held.secret)
  return fetch(`${relay.origin}${path}`, { method: 'POST', headers: { ...proof, ...headers } })
}

describe('nodes that share a Redis', () => {
  it('show who is at the others, and who leaves there', async () => {
    const [a, b] = [await node(), await node()]
    const links = newLinks()
    const anna = connectStock(a, links.moderator)
    await anna.synced()
    anna.provider.awareness.setLocalState({ name: 'Anna' })
    const ben = connectStock(b, links.writer)
    await ben.synced()
    ben.provider.awareness.setLocalState({ name: 'Ben' })
    const seenBy = ({ provider }: typeof anna) =>
      [...provider.awareness.getStates().values()]
        .map((state) => String(state['name']))
        .toSorted()
        .join()
    await waitFor('both see both', () => seenBy(anna) === 'Anna,Ben' && seenBy(ben) === 'Anna,Ben')
    ben.stop()
    await waitFor('Ben is gone', () => seenBy(anna) === 'Anna')
  })

  it('all close a room that the moderator closes at one of them', async () => {
    const [a, b] = [await node(), await node()]
    const links = newLinks()
    const anna = connectStock(a, links.moderator)
    await anna.synced()
    const ben = connectStock(b, links.writer)
    await ben.synced()
    expect((await post(a, ROOM_CLOSE_PATH, links.moderator)).status).toBe(200)
    await waitFor('Anna is told', () => anna.closes.at(-1) === CLOSE_CODES.roomClosed)
    await waitFor('Ben is told', () => ben.closes.at(-1) === CLOSE_CODES.roomClosed)
  })

  it('send away whoever writes in a room that is being closed at another, and do not take that for a failure', async () => {
    const relay = await node()
    const { moderator } = newLinks()
    const writer = await acknowledging(relay, moderator)
    writer.update(updateSetting('before'))
    await waitFor('kept', () => writer.acknowledged() === 1)
    // As another node does, before this one has heard of it.
    const held = `etappe:{${roomIdOf(moderator)}}:held`
    await redis.command('SET', held, 'another node')
    writer.update(updateSetting('meanwhile'))
    expect(await writer.closed()).toBe(CLOSE_CODES.stopping)
    expect(writer.acknowledged()).toBe(1)
    expect(relay.server.health()).toMatchObject({ status: 'ok', storageFailures: 0 })
    expect(relay.log.filter((line) => line.startsWith('error'))).toEqual([])
    await redis.command('DEL', held)
    const again = await acknowledging(relay, moderator)
    again.update(updateSetting('after'))
    await waitFor('the room goes on', () => again.acknowledged() === 1)
  })

  it('take every edit that any of them acknowledged along when a room gets new links', async () => {
    const [a, b] = [await node(), await node()]
    const [links, next] = [newLinks(), newLinks()]
    const anna = connectStock(a, links.moderator)
    await anna.synced()
    const writer = await acknowledging(b, links.writer)
    let sent = 0
    const timer = setInterval(() => {
      if (writer.socket.readyState === 1) writer.update(updateSetting(`card ${sent++}`))
    }, 1)
    await waitFor('a good deal', () => writer.acknowledged() > 50)
    const headers = { [NEW_PROOF_HEADER]: next.moderator.secret }
    expect((await post(a, ROOM_ROTATE_PATH, links.moderator, headers)).status).toBe(200)
    const code = await writer.closed()
    clearInterval(timer)
    expect(code).toBe(CLOSE_CODES.stopping)
    expect(b.server.health()).toMatchObject({ status: 'ok', storageFailures: 0 })
    const reader = connectStock(b, next.reader)
    await reader.synced()
    for (let index = 0; index < writer.acknowledged(); index += 1)
      expect(reader.cards.has(`card ${index}`)).toBe(true)
  })

  it('are restarted one after the other while people write: they are sent elsewhere and lose nothing', async () => {
    const nodes = [await node(), await node()]
    const ports = nodes.map(({ server }) => server.port)
    const { port } = await startBalancer(ports)
    const links = newLinks()
    const origin = `http://127.0.0.1:${port}`
    const people = [createPerson('moderator', origin, links.moderator)]
    await waitFor('the room is there', () => people[0]?.isOnline() === true)
    for (const name of ['Anna', 'Ben', 'Cem', 'Dora']) people.push(createPerson(name, origin, links.writer))
    let written = 0
    const timer = setInterval(() => {
      people[written % people.length]?.write()
      written += 1
    }, 10)
    const allOnline = () => people.every(({ isOnline }) => isOnline())
    await waitFor('all are there', allOnline)
    for (const [index, old] of nodes.entries()) {
      const next = await node()
      await old.server.close()
      ports[index] = next.server.port
      await waitFor('all are there again', allOnline, 20_000)
    }
    clearInterval(timer)
    const isDone = (person: (typeof people)[number]) => person.isDelivered() && person.holds() === written
    await waitFor('everybody has everything, durably', () => people.every(isDone), 20_000)
    for (const { losses } of people) expect(losses()).toBeGreaterThan(0)
  })

  it('compact one at a time, and refuse the one that slept through its claim', async () => {
    const { moderator } = newLinks()
    const room = roomIdOf(moderator)
    const stores = [0, 1].map(() => createRedisStorage({ url: redis.url, logger: silentLogger }))
    const [first, second] = await Promise.all(stores)
    if (first === undefined || second === undefined) throw new Error('two stores')
    await first.createRoom(room)
    const [a, b] = [await first.openDocument(room, 'map'), await second.openDocument(room, 'map')]
    await a.log.append([Uint8Array.of(1), Uint8Array.of(2)])
    await waitFor('heard', () => b.log.lastSeq() === 2)
    expect(await a.log.claimCheckpoint()).toBe(true)
    expect(await b.log.claimCheckpoint()).toBe(false)
    await redis.command('DEL', `etappe:{${room}}:map:claim`)
    expect(await b.log.claimCheckpoint(), 'the first one’s time has run out').toBe(true)
    await a.log.checkpoint(Uint8Array.of(99), 2)
    await b.log.checkpoint(Uint8Array.of(12), 2)
    await waitFor('told', () => a.log.logBytes() === 0)
    const { stored } = await first.openDocument(room, 'map')
    expect([[...(stored.checkpoint ?? [])], stored.updates]).toEqual([[12], []])
    await Promise.all([first.close(), second.close()])
  })

  it('catch up with what they missed while their line to Redis was cut', async () => {
    const [a, b] = [await node(), await node()]
    const links = newLinks()
    const anna = connectStock(a, links.moderator)
    await anna.synced()
    const ben = connectStock(b, links.writer)
    await ben.synced()
    await redis.command('CLIENT', 'KILL', 'TYPE', 'pubsub')
    anna.cards.set('one', 1)
    await waitFor('Ben sees it', () => ben.cards.get('one') === 1)
    expect(ben.closes).toEqual([])
  })
})
