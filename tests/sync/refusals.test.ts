import { describe, expect, it, vi } from 'vitest'
import { origins } from '../../src/model/origins.ts'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { startStockRelay } from './stockRelay.ts'
import { newRoom, startDevice, startRelay, until, untilDelivered, untilState } from './syncFixture.ts'

// Real sockets on a machine that may be busy; nothing waits for this time unless it fails.
vi.setConfig({ testTimeout: 20_000 })

describe('a link that gives less than is tried', () => {
  it('is refused by the relay when a reader writes, and what others write still arrives', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const anna = startDevice({ origin, capability: room.capability('moderator') })
    await untilDelivered(anna)
    const reader = startDevice({ origin, capability: room.capability('reader') })
    await untilState(reader, 'online')
    reader.documents.map.transact(() => reader.cards.set('x', 'not allowed'), origins.local)
    await untilState(reader, 'refused')
    expect(reader.connection.state.get()).toEqual({ state: 'refused', code: 4403, reason: 'forbidden' })
    anna.cards.set('a', '1')
    await untilDelivered(anna)
    expect(anna.cards.toJSON()).toEqual({ a: '1' })
  })

  it('sends nothing of a reader that is not its own work, such as what another tab has written', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const anna = startDevice({ origin, capability: room.capability('moderator') })
    await untilDelivered(anna)
    const reader = startDevice({ origin, capability: room.capability('reader') })
    await untilState(reader, 'online')
    reader.documents.map.transact(() => reader.cards.set('x', 'from the other tab'), origins.remote)
    anna.cards.set('a', '1')
    await until(() => reader.cards.get('a') === '1', 'the reader sees what is written')
    expect(reader.connection.state.get()).toEqual({ state: 'online' })
    expect(anna.cards.toJSON()).toEqual({ a: '1' })
    expect(reader.connection.delivery.get()).toEqual({ state: 'noRelay' })
  })

  it('does not let a participant set the stage, but lets the map go on', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const anna = startDevice({ origin, capability: room.capability('moderator') })
    await untilDelivered(anna)
    const ben = startDevice({ origin, capability: room.capability('writer') })
    await untilDelivered(ben)
    ben.documents.stage.transact(() => ben.documents.stage.getMap('stage').set('step', 3), origins.local)
    await untilState(ben, 'refused')
    ben.cards.set('b', '2')
    await until(() => anna.cards.get('b') === '2', 'the map still syncs')
    expect(anna.documents.stage.getMap('stage').size).toBe(0)
  })

  it('is refused for good where creating a room needs a token, until it is shown', async () => {
    const { origin } = await startRelay({}, 'a-token-of-the-host')
    const capability = newRoom().capability('moderator')
    const device = startDevice({ origin, capability })
    expect(await device.connection.whenSynced()).toMatchObject({
      ok: false,
      error: { state: 'refused', code: CLOSE_CODES.creationRefused, reason: 'creationRefused' },
    })
    const host = startDevice({ origin, capability, creationToken: 'a-token-of-the-host' })
    await untilState(host, 'online')
    device.connection.reconnect()
    await untilState(device, 'online')
  })
})

describe('a relay that does not acknowledge', () => {
  it('is never said to have what was sent', async () => {
    const port = await startStockRelay()
    const device = startDevice({
      origin: `http://127.0.0.1:${port}`,
      capability: newRoom().capability('moderator'),
    })
    await untilState(device, 'online')
    device.cards.set('a', '1')
    expect(device.connection.delivery.get()).toEqual({ state: 'unknown' })
  })
})

describe('a room that nobody has opened yet', () => {
  it('is waited for', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const ben = startDevice({ origin, capability: room.capability('writer') })
    await until(() => {
      const state = ben.connection.state.get()
      return state.state === 'offline' && state.because === 'roomNotThereYet'
    }, 'told to come back')
    const anna = startDevice({ origin, capability: room.capability('moderator') })
    await untilState(anna, 'online')
    await untilState(ben, 'online', 15_000)
    expect(CLOSE_CODES.roomNotThereYet).toBe(4504)
  })
})
