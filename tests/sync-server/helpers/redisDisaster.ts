/**
 * Three relay processes on one Redis, people spread over them; one relay is killed, then Redis is killed and comes back
 * with its append-only file, and nobody stops writing meanwhile. Small in the tests, with 300 people in the bench.
 */
import { onTestFinished } from 'vitest'
import { roomIdOf } from '../../../src/protocol/capability.ts'
import { silentLogger } from '../../../src/shared/logger.ts'
import { createRedisStorage } from '../../../sync-server/storage/redis.ts'
import { startBalancer } from './balancer.ts'
import { type Links, newLinks } from './capabilities.ts'
import { createLightPerson } from './lightPerson.ts'
import { createPerson, type Person } from './person.ts'
import { startRedis } from './redisServer.ts'
import { type RelayProcess, spawnRelay } from './relayProcess.ts'
import { temporaryFolder } from './startRelay.ts'
import { cardsIn } from './updates.ts'
import { waitFor } from './waitFor.ts'

export interface DisasterOptions {
  /** The bundled relay. */
  readonly script: string
  /** The first of them have the app's own connection and whole documents. */
  readonly people: number
  /** Edits of each person in a second. */
  readonly perSecond: number
  /** How many edits are written before the relay is killed, and before Redis is. */
  readonly edits: number
  /** How long Redis stays away: longer than the relays keep waiting edits, and everybody is sent away. */
  readonly awayMs: number
  readonly patienceMs: number
}

export interface DisasterReport {
  readonly written: number
  /** Called durable before Redis was killed. */
  readonly acknowledged: number
  /** Of those: missing in Redis when it came back, before anybody could bring them again; and at the end at anybody's. */
  readonly lostInRedis: number
  readonly lostAtTheEnd: number
  /** From Redis being back until everybody had everything and knew it to be durable. */
  readonly convergedMs: number
  /** Connections that were lost and came back. */
  readonly losses: number
}

const NODES = 3
/** How many come at the same time. */
const GROUP = 25
const WHOLE = 8

export async function runDisaster(options: DisasterOptions): Promise<DisasterReport> {
  const redis = await startRedis()
  onTestFinished(() => redis.remove())
  const nodes = await Promise.all(Array.from({ length: NODES }, () => startNode(options.script, redis.url)))
  const { port } = await startBalancer(await Promise.all(nodes.map((node) => node.port())))
  const links = newLinks()
  const people = await gather(options, `http://127.0.0.1:${port}`, links)
  const keys: string[] = []
  const stopWriting = writeOn(people, options.perSecond, keys)
  await waitFor('a good deal is written', () => keys.length >= options.edits, options.patienceMs)
  nodes[0]?.child.kill('SIGKILL')
  await waitFor(
    'the people of the dead relay are at the others',
    () => keys.length >= 2 * options.edits && people.every(({ isOnline }) => isOnline()),
    options.patienceMs,
  )
  const isAcknowledged = () => people.reduce((sum, { durable }) => sum + durable.size, 0) > options.edits
  await waitFor('a good deal is acknowledged', isAcknowledged, options.patienceMs)
  await redis.kill()
  const acknowledged = people.flatMap(({ durable }) => [...durable])
  await new Promise((resolve) => setTimeout(resolve, options.awayMs))
  await redis.start()
  const backAt = performance.now()
  const inRedis = await cardsInRedis(redis.url, links)
  stopWriting()
  await waitFor(
    'everybody has everything',
    () =>
      people.every((person) => person.isOnline() && person.isDelivered() && person.holds() === keys.length),
    options.patienceMs,
  )
  const convergedMs = performance.now() - backAt
  return {
    written: keys.length,
    acknowledged: acknowledged.length,
    lostInRedis: acknowledged.filter((key) => !inRedis.has(key)).length,
    lostAtTheEnd: keys.length - Math.min(...people.map(({ holds }) => holds())),
    convergedMs,
    losses: people.reduce((sum, { losses }) => sum + losses(), 0),
  }
}

async function startNode(script: string, url: string): Promise<RelayProcess> {
  return spawnRelay(script, { ETAPPE_DATA: await temporaryFolder(), ETAPPE_REDIS_URL: url })
}

async function gather(options: DisasterOptions, origin: string, links: Links): Promise<Person[]> {
  const people = [createPerson('moderator', origin, links.moderator)]
  await waitFor('the room is there', () => people[0]?.isOnline() === true, options.patienceMs)
  while (people.length < options.people) {
    const group = Math.min(GROUP, options.people - people.length)
    for (let index = 0; index < group; index += 1) {
      const create = people.length < WHOLE ? createPerson : createLightPerson
      people.push(create(`person ${people.length}`, origin, links.writer))
    }
    await waitFor('they are there', () => people.every(({ isOnline }) => isOnline()), options.patienceMs)
  }
  return people
}

/** One after the other, evenly; whoever is cut off writes on, as people do. */
function writeOn(people: readonly Person[], perSecond: number, keys: string[]): () => void {
  let [next, owed] = [0, 0]
  let last = performance.now()
  const timer = setInterval(() => {
    const now = performance.now()
    owed += ((now - last) / 1000) * perSecond * people.length
    last = now
    for (; owed >= 1; owed -= 1) {
      const person = people[(next += 1) % people.length]
      if (person !== undefined) keys.push(person.write())
    }
  }, 5)
  return () => clearInterval(timer)
}

async function cardsInRedis(url: string, links: Links): Promise<Set<string>> {
  const storage = await createRedisStorage({ url, logger: silentLogger })
  const { stored, log } = await storage.openDocument(roomIdOf(links.moderator), 'map')
  await log.close()
  await storage.close()
  return new Set(cardsIn([...(stored.checkpoint === null ? [] : [stored.checkpoint]), ...stored.updates]))
}
