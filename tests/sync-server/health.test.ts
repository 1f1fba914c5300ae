import { connect } from 'node:net'
import { expect, it } from 'vitest'
import { createStorageHealth } from '../../sync-server/storageHealth.ts'
import { newLinks } from './helpers/capabilities.ts'
import { createHeldStorage } from './helpers/heldStorage.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
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
    return { code: response.status, ...((await response.json()) as Record<string, unknown>) }
  }
  held.fail(step, 'input/output error')
  const anna = connectStock(relay, newLinks().moderator)
  anna.cards.set('one', 1)
  await waitFor('told to come back', () => anna.closes.includes(4500))
  expect(await health()).toMatchObject({ code: 503, status: 'failing' })
  expect(await health({ 'x-forwarded-for': '192.0.2.1' })).toEqual({ code: 503, status: 'failing' })
  expect(await (await fetch(`${relay.origin}/metrics`)).text()).toContain('etappe_storage_failing 1')
  held.heal(step)
  await waitFor('kept', async () => (await health()).code === 200)
  expect(await health()).toMatchObject({ status: 'ok' })
  expect(relay.server.health().storageFailures).toBeGreaterThan(0)
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
