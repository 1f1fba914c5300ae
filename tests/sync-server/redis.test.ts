import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { createRedisStorage } from '../../sync-server/storage/redis.ts'
import { acknowledging } from './helpers/acknowledging.ts'
import { newLinks } from './helpers/capabilities.ts'
import { type RedisServer, startRedis } from './helpers/redisServer.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { cardsIn, updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())

/** Sends its people away at once when Redis is away, and lets those who come wait for it. */
async function impatientNode(): Promise<StartedRelay> {
  const storage = await createRedisStorage({
    url: redis.url,
    logger: silentLogger,
    patienceMs: 0,
    joinPatienceMs: 40_000,
  })
  return startRelay({ storage })
}

const node = () => startRelay({ config: { redisUrl: redis.url }, limits: { checkpointBytes: 5_000 } })

describe('relays on several machines', () => {
  it('show each other’s edits at once, and any of them serves any room', async () => {
    const [a, b] = [await node(), await node()]
    const links = newLinks()
    const anna = connectStock(a, links.moderator)
    await anna.synced()
    const ben = connectStock(b, links.writer)
    await ben.synced()
    for (let index = 0; index < 100; index += 1) {
      anna.cards.set(`Anna ${index}`, index)
      ben.cards.set(`Ben ${index}`, index)
    }
    await waitFor('both have all', () => anna.cards.size === 200 && ben.cards.size === 200)
    const joiner = connectStock(await node(), links.reader)
    await joiner.synced()
    await waitFor('the third too', () => joiner.cards.size === 200)
    expect([...anna.closes, ...ben.closes]).toEqual([])
  })

  it('compact the same document without losing what the other wrote meanwhile', async () => {
    const [a, b] = [await node(), await node()]
    const links = newLinks()
    const writers = [await acknowledging(a, links.moderator)]
    await waitFor('created', () => writers[0]?.syncs(0).length === 1)
    writers.push(await acknowledging(b, links.writer))
    for (let index = 0; index < 400; index += 1) {
      for (const [from, writer] of writers.entries())
        writer.update(updateSetting(`${from} ${index}`, 'x'.repeat(40)))
      if (index % 10 === 0) await new Promise((resolve) => setTimeout(resolve, 5))
    }
    await waitFor('all durable', () => writers.every((writer) => writer.acknowledged() === 400))
    for (const writer of writers) writer.socket.close()
    await waitFor('put away', () => a.server.health().rooms + b.server.health().rooms === 0)
    const reader = connectStock(await node(), links.reader)
    await reader.synced()
    expect(reader.cards.size).toBe(800)
  })

  it('lose nothing that was acknowledged when one of them dies and Redis is killed and comes back', async () => {
    const [a, b] = [await impatientNode(), await impatientNode()]
    const links = newLinks()
    const writer = await acknowledging(a, links.moderator)
    let sent = 0
    const timer = setInterval(() => {
      if (writer.socket.readyState === 1) writer.update(updateSetting(`card ${sent++}`))
    }, 1)
    await waitFor('a good deal', () => writer.acknowledged() > 100)
    await redis.kill()
    expect(await writer.closed()).toBe(CLOSE_CODES.storageFailed)
    clearInterval(timer)
    const acknowledged = writer.acknowledged()
    await redis.start()
    const reader = connectStock(b, links.reader)
    await waitFor('there again', () => reader.provider.synced)
    for (let index = 0; index < acknowledged; index += 1) expect(reader.cards.has(`card ${index}`)).toBe(true)
    const back = connectStock(a, links.moderator)
    await waitFor('back', () => back.provider.synced, 20_000)
    back.cards.set('afterwards', 1)
    await waitFor('seen at the other node', () => reader.cards.get('afterwards') === 1)
  })

  it('keep everybody while Redis restarts, and show and acknowledge what was written meanwhile', async () => {
    const nodes = await Promise.all(
      [0, 1].map(async () => {
        const options = { url: redis.url, logger: silentLogger, patienceMs: 40_000 }
        return startRelay({ storage: await createRedisStorage(options) })
      }),
    )
    const [a, b] = nodes
    if (a === undefined || b === undefined) throw new Error('two relays')
    const links = newLinks()
    const writer = await acknowledging(a, links.moderator)
    writer.step1()
    writer.update(updateSetting('before'))
    await waitFor('durable', () => writer.acknowledged() === 1)
    const reader = connectStock(b, links.writer)
    await reader.synced()
    await redis.kill()
    writer.update(updateSetting('meanwhile'))
    reader.cards.set('at the other relay', 1)
    const edits = async ({ origin }: StartedRelay) =>
      /etappe_edits_total (\d+)/.exec(await (await fetch(`${origin}/metrics`)).text())?.[1]
    await waitFor('the relays have it', async () => (await edits(a)) === '2')
    await redis.start()
    await waitFor('durable', () => writer.acknowledged() === 2, 30_000)
    await waitFor('shown', () => reader.cards.has('meanwhile'))
    await waitFor('shown there', () =>
      cardsIn([...writer.syncs(2), ...writer.syncs(1)]).includes('at the other relay'),
    )
    expect([reader.closes, writer.socket.readyState]).toEqual([[], 1])
  })

  it('listen no longer to rooms that they put away while Redis was away', async () => {
    const relay = await impatientNode()
    const writer = await acknowledging(relay, newLinks().moderator)
    writer.update(updateSetting('before'))
    await waitFor('durable', () => writer.acknowledged() === 1)
    await redis.kill()
    writer.update(updateSetting('meanwhile'))
    expect(await writer.closed()).toBe(CLOSE_CODES.storageFailed)
    await waitFor('put away', () => relay.server.health().rooms === 0)
    await redis.start()
    const channels = async () => String(await redis.command('PUBSUB', 'CHANNELS', '*'))
    await waitFor('only word of closed rooms', async () => (await channels()) === 'etappe:taken', 20_000)
  })

  it('let those who come while Redis is away wait for it instead of sending them away', async () => {
    const relay = await impatientNode()
    const links = newLinks()
    const writer = await acknowledging(relay, links.moderator)
    writer.update(updateSetting('before'))
    await waitFor('durable', () => writer.acknowledged() === 1)
    await redis.kill()
    writer.update(updateSetting('lost with this connection'))
    expect(await writer.closed()).toBe(CLOSE_CODES.storageFailed)
    const early = await Promise.all([0, 1, 2].map(() => acknowledging(relay, links.writer)))
    for (const client of early) client.step1()
    await waitFor('they are at the relay', () => relay.server.health().connections === 3)
    await redis.start()
    for (const client of early) {
      await waitFor('let in', () => client.syncs(1).length > 0, 30_000)
      expect(cardsIn([...client.syncs(2), ...client.syncs(1)])).toEqual(['before'])
      expect(client.socket.readyState).toBe(1)
    }
  })

  it('warn about a Redis that does not write every edit to its disk, and not about one that does', async () => {
    const warned = (relay: StartedRelay) => relay.log.some((line) => line.includes('appendfsync always'))
    expect(warned(await node())).toBe(false)
    await redis.command('CONFIG', 'SET', 'appendfsync', 'everysec')
    expect(warned(await node())).toBe(true)
    await redis.command('CONFIG', 'SET', 'appendfsync', 'always')
  })

  it('say in words that Redis is not there', async () => {
    await expect(startRelay({ config: { redisUrl: 'redis://127.0.0.1:1' } })).rejects.toThrow(
      'ETAPPE_REDIS_URL',
    )
  })
})
