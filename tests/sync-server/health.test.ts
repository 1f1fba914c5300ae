import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { roomIdOf } from '../../src/protocol/capability.ts'
import { createRelayStats, measureStorage } from '../../sync-server/relayStats.ts'
import { createStorageHealth } from '../../sync-server/storageHealth.ts'
import { acknowledging } from './helpers/acknowledging.ts'
import { newLinks } from './helpers/capabilities.ts'
import { createHeldStorage } from './helpers/heldStorage.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'

it('/healthz counts rooms and connections, and forgets them when they are gone', async () => {
  const relay = await startRelay()
  const health = async () =>
    (await fetch(`${relay.origin}/healthz`)).json() as Promise<Record<string, unknown>>
  expect(await health()).toMatchObject({ status: 'ok', rooms: 0, connections: 0, storageFailures: 0 })
  const clients = [newLinks(), newLinks()].flatMap((links) => [
    connectStock(relay, links.moderator),
    connectStock(relay, links.moderator, { document: 'stage' }),
  ])
  await Promise.all(clients.map((client) => client.synced()))
  expect(await health()).toMatchObject({ rooms: 2, connections: 4 })
  for (const client of clients) client.stop()
  await waitFor('all gone', async () => (await health())['rooms'] === 0)
  expect(await health()).toMatchObject({ rooms: 0, connections: 0, waitingBytes: 0 })
})

it('/healthz tells strangers whether the relay works and not how busy it is', async () => {
  const open = await startRelay()
  const guarded = await startRelay({ config: { metricsToken: 'a long enough token!' } })
  const told = async (relay: StartedRelay, headers: Record<string, string>) =>
    (await fetch(`${relay.origin}/healthz`, { headers })).json()
  expect(await told(open, { 'x-forwarded-for': '192.0.2.1' })).toEqual({ status: 'ok' })
  expect(await told(guarded, {})).toEqual({ status: 'ok' })
  const shown = { authorization: 'Bearer a long enough token!' }
  expect(await told(guarded, shown)).toMatchObject({ status: 'ok', rooms: 0 })
})

it.each([
  ['a room that cannot be opened', 'open'],
  ['edits that do not become durable', 'sync'],
] as const)('/healthz says that %s are not kept, and ok again when the disk works', async (_what, step) => {
  const held = createHeldStorage()
  const relay = await startRelay({ storage: held.storage })
  const health = async (headers = {}) => {
    const response = await fetch(`${relay.origin}/healthz`, { headers })
    return { code: response.status, ...((await response.json()) as { status: string }) }
  }
  held.fail(step, 'input/output error')
  const anna = connectStock(relay, newLinks().moderator)
  anna.cards.set('one', 1)
  await waitFor('told to come back', () => anna.closes.includes(4500))
  expect(await health()).toMatchObject({ code: 200, status: 'failing' })
  expect(await health({ 'x-forwarded-for': '192.0.2.1' })).toEqual({ code: 200, status: 'failing' })
  expect(await (await fetch(`${relay.origin}/metrics`)).text()).toContain('etappe_storage_failing 1')
  held.heal(step)
  anna.cards.set('two', 2)
  await waitFor('kept', async () => (await health()).status === 'ok')
  expect(relay.server.health().storageFailures).toBeGreaterThan(0)
})

it('a full disk is not well again because somebody comes in and brings nothing', async () => {
  const held = createHeldStorage()
  const relay = await startRelay({ storage: held.storage })
  const [one, two] = [newLinks(), newLinks()]
  await connectStock(relay, two.moderator).synced()
  held.fail('append', 'no space left on device')
  const anna = connectStock(relay, one.moderator)
  anna.cards.set('one', 1)
  await waitFor('told to come back', () => anna.closes.includes(4500))
  anna.stop()
  await waitFor('gone', () => relay.server.health().rooms === 1)
  const ben = await acknowledging(relay, two.writer)
  ben.step2(Uint8Array.of(0, 0))
  await waitFor('nothing is acknowledged', () => ben.acknowledged() === 1)
  expect(relay.server.health().status).toBe('failing')
  held.heal('append')
  ben.update(updateSetting('two'))
  await waitFor('an edit is acknowledged', () => ben.acknowledged() === 2)
  expect(relay.server.health().status).toBe('ok')
})

it('what is written while the disk syncs is counted as kept by the sync after that', async () => {
  const held = createHeldStorage()
  const stats = createRelayStats()
  let durable = 0
  const storage = measureStorage(held.storage, stats, () => (durable += 1))
  const room = roomIdOf(newLinks().moderator)
  await storage.createRoom(room)
  const { log } = await storage.openDocument(room, 'map')
  await log.sync()
  expect(durable).toBe(0)
  await log.append([Uint8Array.of(1)])
  held.hold('sync')
  const first = log.sync()
  await log.append([Uint8Array.of(2)])
  held.release('sync')
  await first
  await log.sync()
  await log.sync()
  expect([durable, stats.syncs]).toEqual([2, 4])
})

it('a relay that stops says so to whoever leads people elsewhere', async () => {
  const held = createHeldStorage()
  const relay = await startRelay({ storage: held.storage })
  const anna = connectStock(relay, newLinks().moderator)
  await anna.synced()
  held.hold('append')
  anna.cards.set('one', 1)
  await waitFor('being written', () => held.waiting('append') === 1)
  const balancer = connect(relay.server.port, '127.0.0.1')
  let heard = ''
  balancer.on('data', (bytes) => (heard += bytes.toString()))
  balancer.on('error', () => undefined)
  const begun = 'GET /healthz HTTP/1.1\r\nhost: relay\r\n'
  // The second question is begun, so the relay does not take the connection for idle.
  balancer.write(`${begun}\r\n${begun}`)
  await waitFor('the first answer', () => heard.includes('{"status":"ok"}'))
  expect(heard).toMatch(/^HTTP\/1.1 200 /)
  heard = ''
  const closed = relay.server.close()
  balancer.write('\r\n')
  await waitFor('the second answer', () => heard.includes('{"status":"stopping"}'))
  expect(heard).toMatch(/HTTP\/1.1 503 /)
  held.release('append')
  await closed
})

it('a relay whose disk failed and to whom nobody comes any more is given another chance after a minute', () => {
  let now = 0
  const stored = createStorageHealth(() => now)
  stored.failed()
  now = 59_999
  expect(stored.isFailing()).toBe(true)
  now = 60_000
  expect([stored.isFailing(), stored.failures()]).toEqual([false, 1])
})

it('a relay can be closed twice, and its port and data folder used again at once', async () => {
  const first = await startRelay()
  await Promise.all([first.server.close(), first.server.close()])
  const second = await startRelay({ dataDir: first.dataDir, config: { port: first.server.port } })
  expect((await fetch(`${second.origin}/healthz`)).status).toBe(200)
})

it('a relay stops although a browser holds a connection on which it never asked anything', async () => {
  const relay = await startRelay()
  const spare = connect(relay.server.port, '127.0.0.1')
  const ended = new Promise<void>((resolve) => spare.once('close', () => resolve()))
  spare.on('error', () => undefined)
  await new Promise<void>((resolve) => spare.once('connect', () => resolve()))
  expect((await fetch(`${relay.origin}/healthz`)).status).toBe(200)
  await relay.server.close()
  await ended
})
