import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { createModeratorCapability, roomIdOf } from '../../src/protocol/capability.ts'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { createRedisStorage } from '../../sync-server/storage/redis.ts'
import { acknowledging } from './helpers/acknowledging.ts'
import { newLinks } from './helpers/capabilities.ts'
import { type RedisServer, startRedis } from './helpers/redisServer.ts'
import { createLogSink, startRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { cardsIn, updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'

let redis: RedisServer
beforeAll(async () => {
  redis = await startRedis()
})
afterAll(() => redis.remove())

const PATIENT_MS = 60_000

async function openStore(patienceMs = PATIENT_MS) {
  const { logger, lines } = createLogSink()
  const storage = await createRedisStorage({ url: redis.url, logger, patienceMs, joinPatienceMs: PATIENT_MS })
  onTestFinished(() => storage.close())
  return { storage, lines }
}

async function openRoom() {
  const room = roomIdOf(createModeratorCapability())
  const { storage, lines } = await openStore()
  await storage.createRoom(room)
  const { log } = await storage.openDocument(room, 'map')
  return { room, storage, lines, log }
}

describe('a Redis that', () => {
  it('is full acknowledges nothing and says so, lets people read, and goes on when it has space', async () => {
    const relay = await startRelay({ config: { redisUrl: redis.url } })
    const links = newLinks()
    const writer = await acknowledging(relay, links.moderator)
    writer.update(updateSetting('before'))
    await waitFor('durable', () => writer.acknowledged() === 1)
    await redis.command('CONFIG', 'SET', 'maxmemory', '1mb')
    writer.update(updateSetting('too much'))
    expect(await writer.closed()).toBe(CLOSE_CODES.storageFailed)
    expect(writer.acknowledged()).toBe(1)
    const reader = connectStock(relay, links.reader)
    await reader.synced()
    expect([...reader.cards.keys()]).toEqual(['before'])
    await redis.command('CONFIG', 'SET', 'maxmemory', '0')
    const again = await acknowledging(relay, links.moderator)
    again.update(updateSetting('too much'))
    await waitFor('durable', () => again.acknowledged() === 1)
    await waitFor('shown', () => reader.cards.has('too much'))
  })

  it('is full can still be given a checkpoint, which is what makes space', async () => {
    const { log } = await openRoom()
    await log.append([Uint8Array.of(1), Uint8Array.of(2)])
    await redis.command('CONFIG', 'SET', 'maxmemory', '1mb')
    await expect(log.append([Uint8Array.of(3)])).rejects.toThrow('OOM')
    expect(await log.claimCheckpoint()).toBe(true)
    await log.checkpoint(Uint8Array.of(12), 2)
    expect(log.logBytes()).toBe(0)
    await redis.command('CONFIG', 'SET', 'maxmemory', '0')
  })

  it('would throw rooms away when it is full is warned of', async () => {
    await redis.command('CONFIG', 'SET', 'maxmemory-policy', 'allkeys-lru')
    expect((await openStore()).lines.join('\n')).toContain('maxmemory-policy noeviction')
    await redis.command('CONFIG', 'SET', 'maxmemory-policy', 'noeviction')
    expect((await openStore()).lines).toEqual([])
  })

  it('became a replica is waited for: the edits are there once another one or it itself is the primary', async () => {
    const { room, storage, log } = await openRoom()
    await redis.command('REPLICAOF', '127.0.0.1', '1')
    const appended = log.append([updateSetting('meanwhile')])
    await expect(startRelay({ config: { redisUrl: redis.url } })).rejects.toThrow('is a replica')
    await redis.command('REPLICAOF', 'NO', 'ONE')
    await appended
    const { stored } = await storage.openDocument(room, 'map')
    expect(cardsIn([...stored.updates])).toEqual(['meanwhile'])
  })

  it('was shortened by somebody else is said to lack edits; reading and writing go on behind them', async () => {
    const { room, storage, lines, log } = await openRoom()
    const other = await openStore()
    const heard: number[] = []
    const there = await other.storage.openDocument(room, 'map', (updates) => {
      for (const [byte] of updates) heard.push(byte ?? -1)
    })
    const base = `etappe:{${room}}:map`
    await log.append([1, 2, 3].map((byte) => Uint8Array.of(byte)))
    await waitFor('heard', () => heard.length === 3)
    await redis.command('SET', `${base}:seq`, '9')
    await redis.command('XADD', `${base}:log`, '9-0', 'u', '\u0009')
    await log.append([Uint8Array.of(10)])
    await waitFor('all of it', () => heard.includes(9) && heard.includes(10))
    await waitFor('seen', () => [log, there.log].every((one) => one.lastSeq() === 10))
    for (const said of [lines, other.lines])
      await waitFor('said', () => said.some((line) => line.includes('edits are missing in Redis')))
    await redis.command('XTRIM', `${base}:log`, 'MAXLEN', '1')
    const late = await openStore()
    const { stored } = await late.storage.openDocument(room, 'map')
    expect(stored.updates.map((update) => [...update])).toEqual([[10]])
    expect(late.lines.join('\n')).toContain('"missing":9')
    await redis.command('DEL', `${base}:seq`)
    await log.append([Uint8Array.of(11)])
    expect(log.lastSeq()).toBe(11)
    expect((await storage.openDocument(room, 'map')).stored.updates).toHaveLength(2)
  })

  it('came back without what it had is given no checkpoint that hides what it gets next', async () => {
    const { room, storage, log } = await openRoom()
    const { stored, log: other } = await (await openStore()).storage.openDocument(room, 'map')
    expect(stored.updates).toEqual([])
    await log.append([1, 2, 3].map((byte) => Uint8Array.of(byte)))
    await waitFor('heard', () => other.lastSeq() === 3)
    for (const key of ['log', 'seq']) await redis.command('DEL', `etappe:{${room}}:map:${key}`)
    await log.checkpoint(Uint8Array.of(123), 3)
    await expect(log.append([Uint8Array.of(4)])).rejects.toThrow('Redis lost edits')
    await expect(other.append([Uint8Array.of(4)])).rejects.toThrow('Redis lost edits')
    const { stored: left } = await storage.openDocument(room, 'map')
    expect([left.checkpoint, left.updates.length]).toEqual([null, 2])
  })
})
