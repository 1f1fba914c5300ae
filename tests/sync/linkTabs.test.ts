import { describe, expect, it, onTestFinished, vi } from 'vitest'
import * as Y from 'yjs'
import { originKindOf, origins } from '../../src/model/origins.ts'
import { startTcpProxy } from '../helpers/tcpProxy.ts'
import { playedPage } from '../storage/deviceFixture.ts'
import type { DeviceOptions } from './syncFixture.ts'
import {
  newDocuments,
  newRoom,
  startDevice,
  startRelay,
  tabHub,
  until,
  untilDelivered,
  untilState,
  WORKSHOP,
} from './syncFixture.ts'

// Real sockets on a machine that may be busy; nothing waits for this time unless it fails.
vi.setConfig({ testTimeout: 20_000 })

const offline = (): Pick<DeviceOptions, 'origin' | 'capability' | 'workshopId'> => ({
  origin: null,
  capability: newRoom().capability('moderator'),
  workshopId: WORKSHOP,
})

describe('two tabs of one device', () => {
  it('see each other at once, also without a network', async () => {
    const environment = { openTabChannel: tabHub() }
    const one = startDevice({ ...offline(), environment })
    const two = startDevice({ ...offline(), environment })
    one.cards.set('a', 'from one')
    two.documents.review.getMap('comments').set('c', 'from two')
    await until(() => two.cards.get('a') === 'from one', 'the card arrives')
    await until(() => one.documents.review.getMap('comments').get('c') === 'from two', 'the comment arrives')
    // By now they have greeted each other: what comes later comes by itself or not at all.
    one.cards.set('b', 'later')
    await until(() => two.cards.get('b') === 'later', 'the later card arrives')
    expect(one.connection.state.get()).toEqual({ state: 'noRelay' })
  })

  it('never pass off the work of one as that of the other: it is remote there, so nobody undoes it', async () => {
    const environment = { openTabChannel: tabHub() }
    const one = startDevice({ ...offline(), environment })
    const two = startDevice({ ...offline(), environment })
    const kinds: string[] = []
    two.documents.map.on('update', (_update, origin) => kinds.push(originKindOf(origin)))
    const undo = new Y.UndoManager(two.cards, { trackedOrigins: new Set([origins.local]) })
    one.documents.map.transact(() => one.cards.set('a', 'from one'), origins.local)
    await until(() => two.cards.get('a') === 'from one', 'the card arrives')
    expect(kinds).toEqual(['remote'])
    undo.undo()
    expect(two.cards.get('a')).toBe('from one')
  })

  it('bring each other up to date when the second is opened later, in both directions', async () => {
    const environment = { openTabChannel: tabHub() }
    const documents = newDocuments()
    documents.map.getMap('cards').set('old', 'only here')
    const one = startDevice({ ...offline(), environment })
    one.cards.set('a', '1')
    one.cards.delete('a')
    one.cards.set('b', '2')
    const two = startDevice({ ...offline(), environment, documents })
    await until(() => two.cards.get('b') === '2', 'the new tab has what the old one has')
    await until(() => one.cards.get('old') === 'only here', 'the old tab has what the new one has')
    expect(two.cards.toJSON()).toEqual({ old: 'only here', b: '2' })
  })

  it('catch up when one of them comes back from sleep', async () => {
    const openTabChannel = tabHub()
    const page = playedPage()
    const one = startDevice({ ...offline(), environment: { openTabChannel } })
    const two = startDevice({ ...offline(), environment: { openTabChannel, lifecycle: page } })
    await until(() => two.cards !== undefined, 'open')
    // What a sleeping page misses: changes that were never posted to it.
    const missed = new Y.Doc()
    missed.getMap('cards').set('missed', 'yes')
    Y.applyUpdate(one.documents.map, Y.encodeStateAsUpdate(missed))
    const quiet = new Y.Doc()
    quiet.getMap('cards').set('quiet', 'yes')
    Y.applyUpdate(two.documents.map, Y.encodeStateAsUpdate(quiet))
    page.play('show')
    await until(() => one.cards.size === 2 && two.cards.size === 2, 'both have both')
  })

  it('of different workshops leave each other alone', async () => {
    const environment = { openTabChannel: tabHub() }
    const one = startDevice({ ...offline(), environment })
    const two = startDevice({ ...offline(), environment })
    const other = startDevice({ ...offline(), workshopId: 'workshop00000000000002', environment })
    one.cards.set('a', '1')
    await until(() => two.cards.size === 1, 'the same workshop has it')
    expect(other.cards.size).toBe(0)
  })

  it('survive what another version of the app may say', async () => {
    const openTabChannel = tabHub()
    const one = startDevice({ ...offline(), environment: { openTabChannel } })
    const stranger = openTabChannel(`etappe/${WORKSHOP}`)
    stranger.listen(() => undefined)
    for (const message of [
      null,
      'text',
      { kind: 'update', document: 'map', update: Uint8Array.of(9, 9, 9) },
      { kind: 'update', document: '__proto__', update: Uint8Array.of(0, 0) },
      { kind: 'presence', update: Uint8Array.of(200) },
      { kind: 'hello', vectors: { map: 'no bytes' } },
      { kind: 'something new' },
    ]) {
      stranger.post(message)
    }
    const two = startDevice({ ...offline(), environment: { openTabChannel } })
    one.cards.set('a', '1')
    await until(() => two.cards.get('a') === '1', 'they still talk')
  })
})

describe('a change that reaches the relay only through the other tab', () => {
  it('is delivered by it', async () => {
    const relay = await startRelay()
    const proxy = await startTcpProxy(relay.port)
    onTestFinished(() => proxy.close())
    const room = newRoom()
    const capability = room.capability('moderator')
    const openTabChannel = tabHub()
    const common = { capability, workshopId: WORKSHOP, environment: { openTabChannel } }
    const cutOff = startDevice({ ...common, origin: `http://127.0.0.1:${proxy.port}` })
    const connected = startDevice({ ...common, origin: relay.origin })
    await untilDelivered(connected)
    proxy.cut()
    await untilState(cutOff, 'offline')
    cutOff.cards.set('a', 'through the other tab')
    await until(() => connected.cards.size === 1, 'the other tab has it')
    await untilDelivered(connected)
    const ben = startDevice({ origin: relay.origin, capability: room.capability('reader') })
    await ben.connection.whenSynced()
    expect(ben.cards.toJSON()).toEqual({ a: 'through the other tab' })
    expect(cutOff.connection.delivery.get()).toMatchObject({ pending: 1 })
  })
})
