import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { RELAY_DOCUMENTS } from '../../src/protocol/access.ts'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { startTcpProxy, type TcpProxy } from '../helpers/tcpProxy.ts'
import { playedPage } from '../storage/deviceFixture.ts'
import { startStockRelay } from './stockRelay.ts'
import {
  newRoom,
  startDevice,
  startRelay,
  until,
  untilDelivered,
  untilSame,
  untilState,
} from './syncFixture.ts'

// Real sockets on a machine that may be busy; nothing waits for this time unless it fails.
vi.setConfig({ testTimeout: 20_000 })

async function proxyTo(port: number): Promise<TcpProxy> {
  const proxy = await startTcpProxy(port)
  onTestFinished(() => proxy.close())
  return proxy
}

describe('two devices at one relay', () => {
  it('have the same map after both have written', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const anna = startDevice({ origin, capability: room.capability('moderator') })
    await untilState(anna, 'online')
    const ben = startDevice({ origin, capability: room.capability('writer') })
    await untilState(ben, 'online')
    anna.cards.set('a', 'from Anna')
    ben.cards.set('b', 'from Ben')
    await untilSame([anna, ben])
    expect(ben.cards.toJSON()).toEqual({ a: 'from Anna', b: 'from Ben' })
    await untilDelivered(anna)
    await untilDelivered(ben)
  })

  it('tell a joiner when everything has arrived, not before', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const anna = startDevice({ origin, capability: room.capability('moderator') })
    for (let n = 0; n < 50; n += 1) anna.cards.set(`card${n}`, `text ${n}`)
    await untilDelivered(anna)
    const ben = startDevice({ origin, capability: room.capability('reader') })
    expect(await ben.connection.whenSynced()).toEqual({ ok: true, value: undefined })
    expect(ben.cards.size).toBe(50)
  })
})

describe('what is not on the relay yet', () => {
  it('is counted while the network is away and goes to zero only with the acknowledgement', async () => {
    const relay = await startRelay()
    const proxy = await proxyTo(relay.port)
    const room = newRoom()
    const anna = startDevice({
      origin: `http://127.0.0.1:${proxy.port}`,
      capability: room.capability('moderator'),
    })
    await untilDelivered(anna)
    proxy.cut()
    await untilState(anna, 'offline')
    for (let n = 1; n <= 5; n += 1) {
      anna.cards.set(`card${n}`, 'x')
      expect(anna.connection.delivery.get()).toEqual({ state: 'pending', pending: n, things: n })
    }
    anna.cards.delete('card1')
    expect(anna.connection.delivery.get()).toEqual({ state: 'pending', pending: 6, things: 5 })
    proxy.restore()
    await untilDelivered(anna)
    const ben = startDevice({ origin: relay.origin, capability: room.capability('reader') })
    await ben.connection.whenSynced()
    expect(Object.keys(ben.cards.toJSON())).toEqual(['card2', 'card3', 'card4', 'card5'])
  })

  it('stays counted while acknowledgements do not come through', async () => {
    const relay = await startRelay()
    const proxy = await proxyTo(relay.port)
    const room = newRoom()
    const anna = startDevice({
      origin: `http://127.0.0.1:${proxy.port}`,
      capability: room.capability('moderator'),
    })
    await untilDelivered(anna)
    const said: string[] = []
    anna.connection.delivery.subscribe(({ state }) => said.push(state))
    proxy.halfOpen()
    anna.cards.set('a', '1')
    anna.cards.set('b', '2')
    expect(anna.connection.delivery.get()).toEqual({ state: 'pending', pending: 2, things: 2 })
    proxy.restore()
    await untilState(anna, 'offline')
    expect(anna.connection.delivery.get()).toEqual({ state: 'pending', pending: 2, things: 2 })
    await untilDelivered(anna)
    expect(said.filter((state) => state === 'delivered')).toHaveLength(1)
  })

  it('is not claimed to be nothing before this device has asked the relay', async () => {
    const relay = await startRelay()
    const proxy = await proxyTo(relay.port)
    proxy.cut()
    const room = newRoom()
    const anna = startDevice({
      origin: `http://127.0.0.1:${proxy.port}`,
      capability: room.capability('moderator'),
    })
    await untilState(anna, 'offline')
    expect(anna.connection.delivery.get()).toEqual({ state: 'unchecked', pending: 0, things: 0 })
  })
})

describe('a network that fails', () => {
  it('costs neither side a change, however often it is cut', async () => {
    const relay = await startRelay()
    const room = newRoom()
    const proxies = [await proxyTo(relay.port), await proxyTo(relay.port)] as const
    const [anna, ben] = proxies.map((proxy, index) =>
      startDevice({
        origin: `http://127.0.0.1:${proxy.port}`,
        capability: room.capability(index === 0 ? 'moderator' : 'writer'),
      }),
    ) as [ReturnType<typeof startDevice>, ReturnType<typeof startDevice>]
    await untilState(anna, 'online')
    await untilState(ben, 'online')
    for (let round = 0; round < 6; round += 1) {
      const proxy = proxies[round % 2 === 0 ? 0 : 1]
      proxy.cut()
      for (let n = 0; n < 10; n += 1) {
        anna.cards.set(`anna${round}-${n}`, 'x')
        ben.cards.set(`ben${round}-${n}`, 'x')
      }
      proxy.restore()
    }
    await untilDelivered(anna)
    await untilDelivered(ben)
    await untilSame([anna, ben])
    expect(anna.cards.size).toBe(120)
  })

  it('without saying so is found out when the page is looked at again', async () => {
    const relay = await startRelay()
    const proxy = await proxyTo(relay.port)
    const page = playedPage()
    let now = Date.now()
    const anna = startDevice({
      origin: `http://127.0.0.1:${proxy.port}`,
      capability: newRoom().capability('moderator'),
      environment: { lifecycle: page, clock: { now: () => now } },
    })
    await untilDelivered(anna)
    const connections = proxy.accepted()
    page.play('show')
    expect(proxy.accepted()).toBe(connections)
    proxy.forgetConnections()
    anna.cards.set('a', '1')
    now += 16_000
    page.play('show')
    await untilDelivered(anna)
    expect(proxy.accepted()).toBe(connections * 2)
  })

  it('that is slow delivers everything all the same', async () => {
    const relay = await startRelay()
    const proxy = await proxyTo(relay.port)
    proxy.delay(80)
    const room = newRoom()
    const anna = startDevice({
      origin: `http://127.0.0.1:${proxy.port}`,
      capability: room.capability('moderator'),
    })
    anna.cards.set('a', '1')
    await untilDelivered(anna)
    const ben = startDevice({ origin: relay.origin, capability: room.capability('reader') })
    await ben.connection.whenSynced()
    expect(ben.cards.toJSON()).toEqual({ a: '1' })
  })

  it('returns at once when the device says that it is online, without waiting for the next attempt', async () => {
    // The relay is asked again only after ten seconds, which is more than this waits.
    const port = await startStockRelay(CLOSE_CODES.tooMany)
    const page = playedPage()
    let turnedAway = 0
    class CountedSocket extends NodeWebSocket {
      constructor(address: string, protocols?: string | string[]) {
        super(address, protocols)
        this.on('close', () => (turnedAway += 1))
      }
    }
    const anna = startDevice({
      origin: `http://127.0.0.1:${port}`,
      capability: newRoom().capability('moderator'),
      environment: {
        lifecycle: page,
        randomBytes: (length) => new Uint8Array(length).fill(255),
        WebSocket: CountedSocket as unknown as typeof WebSocket,
      },
    })
    await until(() => turnedAway === RELAY_DOCUMENTS.length, 'every document was turned away')
    expect(anna.connection.state.get()).toEqual({ state: 'offline', because: 'tooMany' })
    page.play('online')
    await untilState(anna, 'online', 5_000)
  })
})

describe('a relay that restarts', () => {
  it('gets everything that was written meanwhile', async () => {
    const relay = await startRelay()
    const room = newRoom()
    const anna = startDevice({ origin: relay.origin, capability: room.capability('moderator') })
    const ben = startDevice({ origin: relay.origin, capability: room.capability('writer') })
    await untilDelivered(anna)
    await untilDelivered(ben)
    const restarting = relay.restart()
    anna.cards.set('a', '1')
    ben.cards.set('b', '2')
    await restarting
    anna.cards.set('c', '3')
    await untilDelivered(anna)
    await untilDelivered(ben)
    await untilSame([anna, ben])
    expect(Object.keys(anna.cards.toJSON()).sort()).toEqual(['a', 'b', 'c'])
  })
})
