import { describe, expect, it, onTestFinished } from 'vitest'
import { WebSocket } from 'ws'
import * as Y from 'yjs'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { readPresence } from '../../sync-server/document/presence.ts'
import { createPresenceTable } from '../../sync-server/document/presenceTable.ts'
import { newLinks } from './helpers/capabilities.ts'
import { awarenessMessage, connectRaw, type RawClient } from './helpers/rawClient.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { waitFor } from './helpers/waitFor.ts'
import type { Capability } from '../../src/protocol/capability.ts'

async function joinRaw(relay: StartedRelay, capability: Capability): Promise<RawClient> {
  const client = connectRaw(`${relay.urlOf(capability)}/map`, offerProtocols(capability.secret))
  await client.opened()
  client.step1()
  await waitFor('synced', () => client.syncs(1).length > 0)
  return client
}

/** The last state that this client heard of another: undefined when never, null when gone. */
function heardOf(listener: RawClient, client: number): unknown {
  let state: unknown
  for (const message of listener.messages) {
    if (message[0] !== 1) continue
    const entries = readPresence(message.subarray(message.length > 129 ? 3 : 2))
    if (!entries.ok) throw new Error('the relay sent a malformed awareness message')
    for (const entry of entries.value) if (entry.client === client) state = JSON.parse(entry.state ?? 'null')
  }
  return state
}

describe('presence', () => {
  it('lets a connection speak for one client only: nobody is renamed or removed by somebody else', async () => {
    const relay = await startRelay()
    const links = newLinks()
    const listener = await joinRaw(relay, links.moderator)
    const anna = await joinRaw(relay, links.writer)
    anna.awareness(1, 1, { name: 'Anna' })
    await waitFor('Anna', () => heardOf(listener, 1) !== undefined)
    const mallory = await joinRaw(relay, links.writer)
    mallory.awareness(2, 1, { name: 'Mallory' })
    mallory.awareness(1, 9, { name: 'not Anna' })
    mallory.awareness(1, 10, null)
    mallory.awareness(3, 1, { name: 'a third' })
    mallory.awareness(2, 2, { name: 'Mallory again' })
    await waitFor('Mallory', () => JSON.stringify(heardOf(listener, 2)) === '{"name":"Mallory again"}')
    expect(heardOf(listener, 1)).toEqual({ name: 'Anna' })
    expect(heardOf(listener, 3)).toBeUndefined()
  })

  it('does not give the name of a living client to another connection that claims it first thing', async () => {
    const relay = await startRelay()
    const links = newLinks()
    const listener = await joinRaw(relay, links.moderator)
    const anna = await joinRaw(relay, links.writer)
    anna.awareness(1, 1, { name: 'Anna' })
    await waitFor('Anna', () => heardOf(listener, 1) !== undefined)
    const mallory = await joinRaw(relay, links.writer)
    mallory.awareness(1, 5, { name: 'not Anna' })
    anna.awareness(1, 2, { name: 'Anna, still' })
    await waitFor('Anna goes on', () => JSON.stringify(heardOf(listener, 1)) === '{"name":"Anna, still"}')
    anna.socket.close()
    await waitFor('Anna left', () => heardOf(listener, 1) === null)
  })

  it('does not end a living client that is claimed to be dead, as long as it says anything at all', async () => {
    const relay = await startRelay({ limits: { probeMs: 400 } })
    const links = newLinks()
    const listener = await joinRaw(relay, links.moderator)
    const url = `${relay.urlOf(links.writer)}/map`
    const anna = new WebSocket(url, offerProtocols(links.writer.secret), { autoPong: false })
    onTestFinished(() => anna.terminate())
    await waitFor('open', () => anna.readyState === WebSocket.OPEN)
    let clock = 0
    const speak = () => anna.send(awarenessMessage(1, (clock += 1), { clock }))
    speak()
    await waitFor('Anna', () => heardOf(listener, 1) !== undefined)
    let pings = 0
    anna.on('ping', () => (pings += 1))
    // Asked a second time: the first time has passed, without a pong.
    await waitFor('Anna is asked twice', async () => {
      const mallory = await joinRaw(relay, links.writer)
      mallory.awareness(1, 100_000, { name: 'not Anna' })
      if (anna.readyState === WebSocket.OPEN) speak()
      return pings >= 2
    })
    speak()
    const isCurrent = () => JSON.stringify(heardOf(listener, 1)) === JSON.stringify({ clock })
    await waitFor('Anna is still there', isCurrent)
    expect(anna.readyState).toBe(WebSocket.OPEN)
  })

  it('gives a returning tab its name when its old socket is dead', async () => {
    const relay = await startRelay({ limits: { probeMs: 400 } })
    const links = newLinks()
    const listener = await joinRaw(relay, links.moderator)
    const old = await joinRaw(relay, links.writer)
    old.awareness(1, 4, { name: 'Anna' })
    await waitFor('Anna', () => heardOf(listener, 1) !== undefined)
    old.socket.pause()
    const back = await joinRaw(relay, links.writer)
    back.awareness(1, 4, { name: 'Anna is back' })
    await waitFor('Anna is back', () => JSON.stringify(heardOf(listener, 1)) === '{"name":"Anna is back"}')
  })

  it('shows a stock client again at once after it reconnected', async () => {
    const relay = await startRelay()
    const links = newLinks()
    const anna = connectStock(relay, links.moderator)
    const ben = connectStock(relay, links.writer)
    await Promise.all([anna.synced(), ben.synced()])
    ben.provider.awareness.setLocalStateField('name', 'Ben')
    const seesBen = () => anna.provider.awareness.getStates().get(ben.doc.clientID)?.['name'] === 'Ben'
    await waitFor('Ben is here', seesBen)
    ben.provider.disconnect()
    await waitFor('Ben is gone', () => !anna.provider.awareness.getStates().has(ben.doc.clientID))
    ben.provider.connect()
    await waitFor('Ben is back', seesBen, 5_000)
  })

  it('forgets whoever left: a newcomer hears of nobody, however many came and went', async () => {
    const relay = await startRelay()
    const links = newLinks()
    const stayer = await joinRaw(relay, links.moderator)
    for (let client = 10; client < 40; client += 1) {
      const guest = await joinRaw(relay, links.writer)
      guest.awareness(client, 1, { name: `guest ${client}` })
      await waitFor('seen', () => heardOf(stayer, client) !== undefined)
      guest.socket.close()
      await waitFor('gone', () => heardOf(stayer, client) === null)
    }
    const newcomer = await joinRaw(relay, links.writer)
    newcomer.send(Uint8Array.of(3))
    newcomer.awareness(99, 1, { name: 'last' })
    await waitFor('heard', () => heardOf(stayer, 99) !== undefined)
    expect(newcomer.messages.filter((message) => message[0] === 1)).toEqual([])
  })

  it('closes a client whose state other clients could not parse', async () => {
    const relay = await startRelay()
    const links = newLinks()
    const deep = JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`) as unknown
    for (const state of [[1], 'text', 5, { deep }]) {
      const client = await joinRaw(relay, links.moderator)
      client.awareness(1, 1, state)
      expect(await client.closed(), JSON.stringify(state)).toBe(CLOSE_CODES.malformed)
    }
    const large = await joinRaw(relay, links.moderator)
    large.awareness(1, 1, { name: 'x'.repeat(20_000) })
    expect(await large.closed()).toBe(CLOSE_CODES.tooLarge)
  })

  it('sends something at least every heartbeat, so that stock clients do not give up', async () => {
    const relay = await startRelay({ limits: { heartbeatMs: 50 } })
    const client = await joinRaw(relay, newLinks().moderator)
    const empty = [1, 1, 0].join()
    await waitFor(
      'three heartbeats',
      () => client.messages.filter((message) => message.join() === empty).length >= 3,
    )
    const stock = connectStock(relay, newLinks().moderator)
    await stock.synced()
    expect(stock.closes).toEqual([])
  })
})

describe('the presence table', () => {
  const entry = (client: number, clock: number, name: string | null) => ({
    client,
    clock,
    state: name === null ? null : JSON.stringify({ name }),
  })

  it('does not take what a silent wall repeats about somebody who left for an introduction', () => {
    const table = createPresenceTable<string>()
    table.accept('anna', [entry(1, 7, 'Anna')])
    expect(table.accept('wall', [entry(1, 7, 'Anna')])).toEqual({ probe: 'anna', nudge: null })
    table.keep('anna')
    table.leave('anna')
    table.accept('wall', [entry(1, 7, 'Anna')])
    expect(table.all()).toEqual([])
  })

  it('remembers a bounded number of those who left', () => {
    const table = createPresenceTable<number>()
    for (let client = 0; client < 1_000; client += 1) {
      table.accept(client, [entry(client, 3, 'x')])
      table.leave(client)
    }
    expect(table.accept(5_000, [entry(999, 3, 'x')]).nudge).toEqual(entry(999, 3, null))
    expect(table.accept(5_001, [entry(0, 3, 'x')]).nudge).toBeNull()
  })

  it('reads what stock clients write', () => {
    const doc = new Y.Doc()
    const message = awarenessMessage(doc.clientID, 3, { name: 'Zoë' })
    const entries = readPresence(message.subarray(2))
    expect(entries).toEqual({ ok: true, value: [entry(doc.clientID, 3, 'Zoë')] })
  })
})
