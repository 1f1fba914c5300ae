import { afterAll, beforeAll, expect, it, onTestFinished } from 'vitest'
import { blobHeaders } from '../../src/protocol/blobs.ts'
import { roomIdOf } from '../../src/protocol/capability.ts'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { ROOM_CLOSE_PATH } from '../../src/protocol/roomAdmin.ts'
import { syncUrl } from '../../src/protocol/socketPath.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { newLinks } from './helpers/capabilities.ts'
import { backupOfRooms } from './helpers/manyRooms.ts'
import { createPerson } from './helpers/person.ts'
import { connectRaw } from './helpers/rawClient.ts'
import { startRedis } from './helpers/redisServer.ts'
import { bundleRelay, spawnRelay } from './helpers/relayProcess.ts'
import { runDisaster } from './helpers/redisDisaster.ts'
import { temporaryFolder } from './helpers/startRelay.ts'
import { waitFor } from './helpers/waitFor.ts'

let script = ''
let remove = async () => {}

beforeAll(async () => {
  const bundle = await bundleRelay('disaster')
  script = bundle.script
  remove = bundle.remove
})
afterAll(() => remove())

it('three relays lose nothing acknowledged when one is killed and Redis dies and comes back, and all meet again', async () => {
  const options = { people: 9, perSecond: 20, edits: 60, awayMs: 0, patienceMs: 60_000 }
  const report = await runDisaster({ script, ...options })
  expect(report.acknowledged).toBeGreaterThan(options.edits)
  expect(report.losses, 'only those of the relay that was killed').toBeGreaterThanOrEqual(options.people / 3)
  expect([report.lostInRedis, report.lostAtTheEnd]).toEqual([0, 0])
}, 120_000)

it('a relay that stood still and comes back loses nothing, shows what it missed, and hears that a room was closed', async () => {
  const redis = await startRedis()
  onTestFinished(redis.remove)
  const start = async () => {
    const env = { ETAPPE_DATA: await temporaryFolder(), ETAPPE_REDIS_URL: redis.url }
    const { child, port } = spawnRelay(script, env)
    return { child, origin: `http://127.0.0.1:${await port()}` }
  }
  const [here, there] = await Promise.all([start(), start()])
  const links = newLinks()
  const anna = createPerson('Anna', here.origin, links.moderator)
  await waitFor('the room is there', anna.isOnline)
  const ben = createPerson('Ben', there.origin, links.writer)
  await waitFor('Ben too', ben.isOnline)
  there.child.kill('SIGSTOP')
  for (let index = 0; index < 50; index += 1) anna.write()
  ben.write()
  await waitFor('durable', anna.isDelivered, 30_000)
  there.child.kill('SIGCONT')
  const isDone = (person: typeof anna) => person.isDelivered() && person.holds() === 51
  await waitFor('both have everything, durably', () => isDone(anna) && isDone(ben), 60_000)

  const room = roomIdOf(links.writer)
  const join = () =>
    connectRaw(
      `${syncUrl(there.origin, room)}/map`,
      offerProtocols(links.writer.secret, { acknowledge: true }),
    )
  const early = join()
  await waitFor('let in', () => early.syncs(0).length > 0)
  there.child.kill('SIGSTOP')
  const headers = blobHeaders(room, links.moderator.secret)
  const closed = await fetch(`${here.origin}${ROOM_CLOSE_PATH}`, { method: 'POST', headers })
  expect(closed.status).toBe(200)
  there.child.kill('SIGCONT')
  expect(await early.closed()).toBe(CLOSE_CODES.stopping)
  expect(await join().closed()).toBe(CLOSE_CODES.roomClosed)
}, 120_000)

it('a restore into Redis that is killed in the middle has restored nothing, and all when it is run again', async () => {
  const redis = await startRedis()
  onTestFinished(redis.remove)
  const { folder, rooms } = await backupOfRooms(60)
  const env = { ETAPPE_DATA: await temporaryFolder(), ETAPPE_REDIS_URL: redis.url }
  const killed = spawnRelay(script, env, ['restore', folder])
  const copied = async () => Number(await redis.command('HLEN', 'etappe:restoring'))
  await waitFor('it is in the middle', async () => (await copied()) > 2, 30_000)
  killed.child.kill('SIGKILL')
  await killed.exited()
  expect([await redis.command('EXISTS', 'etappe:rooms'), await copied()]).toEqual([0, expect.any(Number)])
  const again = spawnRelay(script, env, ['restore', folder])
  expect(await again.exited()).toBe(0)
  expect(again.output()).toContain(`Copied ${rooms.length} rooms`)
  expect([await redis.command('HLEN', 'etappe:rooms'), await copied()]).toEqual([rooms.length, 0])
}, 120_000)
