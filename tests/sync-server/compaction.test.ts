import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { roomIdOf } from '../../src/protocol/capability.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { createMergedState } from '../../sync-server/document/mergedState.ts'
import { type Links, newLinks } from './helpers/capabilities.ts'
import { connectRaw } from './helpers/rawClient.ts'
import { startRelay, type StartedRelay } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { waitFor } from './helpers/waitFor.ts'

const cardAt = (x: number) => ({ x, note: 'dragged across the map' })

async function dragging(relay: StartedRelay, links: Links) {
  const writer = connectRaw(
    `${relay.urlOf(links.moderator)}/map`,
    offerProtocols(links.moderator.secret, { acknowledge: true }),
  )
  await writer.opened()
  const doc = new Y.Doc()
  doc.on('update', (update: Uint8Array) => writer.update(update))
  return { writer, doc }
}

const sizeOf = (relay: StartedRelay, links: Links, file: string) =>
  stat(join(relay.dataDir, 'rooms', roomIdOf(links.moderator), file)).then(
    ({ size }) => size,
    () => -1,
  )

describe('what was dragged thousands of times', () => {
  it('takes next to no space once everybody has left, and is complete for who joins', async () => {
    const relay = await startRelay()
    const links = newLinks()
    const { writer, doc } = await dragging(relay, links)
    for (let x = 0; x < 3_000; x += 1) doc.getMap('cards').set('card', cardAt(x))
    await waitFor('durable', () => writer.acknowledged() === 3_000)
    expect(await sizeOf(relay, links, 'map.log')).toBeGreaterThan(150_000)
    writer.socket.close()
    await waitFor('put away', () => relay.server.health().rooms === 0)
    expect(await sizeOf(relay, links, 'map.log')).toBe(0)
    expect(await sizeOf(relay, links, 'map.checkpoint')).toBeLessThan(300)
    const reader = connectStock(relay, links.reader)
    await reader.synced()
    expect(reader.cards.toJSON()).toEqual({ card: cardAt(2_999) })
  })

  it('takes next to no space after a pause, although people are still there', async () => {
    const relay = await startRelay({ limits: { quietMs: 50, heartbeatMs: 50 } })
    const links = newLinks()
    const { writer, doc } = await dragging(relay, links)
    for (let x = 0; x < 3_000; x += 1) doc.getMap('cards').set('card', cardAt(x))
    await waitFor('durable', () => writer.acknowledged() === 3_000)
    await waitFor('the log is empty', async () => (await sizeOf(relay, links, 'map.log')) === 0)
    expect(await sizeOf(relay, links, 'map.checkpoint')).toBeLessThan(300)
    doc.getMap('cards').set('card', cardAt(3_000))
    await waitFor('and goes on', () => writer.acknowledged() === 3_001)
    const reader = connectStock(relay, links.reader)
    await reader.synced()
    expect(reader.cards.toJSON()).toEqual({ card: cardAt(3_000) })
  })

  it('is collected while people go on, and nothing that they write meanwhile is lost', async () => {
    const relay = await startRelay({ limits: { checkpointBytes: 20_000 } })
    const links = newLinks()
    const { writer, doc } = await dragging(relay, links)
    const witness = connectStock(relay, links.reader)
    await witness.synced()
    let sent = 0
    const isCollected = async () => {
      for (let count = 0; count < 5; count += 1)
        doc.getMap('cards').set(`card ${Math.floor((sent += 1) / 400)}`, cardAt(sent))
      const size = await sizeOf(relay, links, 'map.checkpoint')
      return size > 0 && size < 3_000 && sent > 1_500
    }
    await waitFor('a small checkpoint while writing', isCollected, 20_000)
    await waitFor('all durable', () => writer.acknowledged() === sent)
    const expected = doc.getMap('cards').toJSON()
    await waitFor('the witness has it', () => JSON.stringify(witness.cards) === JSON.stringify(expected))
    const joiner = connectStock(relay, links.writer)
    await joiner.synced()
    expect(joiner.cards.toJSON()).toEqual(expected)
    await relay.server.close()
    const again = await startRelay({ dataDir: relay.dataDir })
    const later = connectStock(again, links.reader)
    await later.synced()
    expect(later.cards.toJSON()).toEqual(expected)
  })
})

it('a state that is being collected takes new updates and keeps them, whatever the collection gives', () => {
  const doc = new Y.Doc()
  const updates: Uint8Array[] = []
  doc.on('update', (update: Uint8Array) => updates.push(update))
  for (let x = 0; x < 200; x += 1) doc.getMap('cards').set(`card ${x % 9}`, x)
  for (const collects of [true, false]) {
    const state = createMergedState({ checkpoint: null, updates: updates.slice(0, 80) })
    const handedOut = state.beginCollection() ?? Uint8Array.of(0, 0)
    expect(state.beginCollection(), 'one at a time').toBeNull()
    for (const update of updates.slice(80)) state.add(update)
    const rebuilt = new Y.Doc()
    Y.applyUpdate(rebuilt, handedOut)
    state.endCollection(collects ? Y.encodeStateAsUpdate(rebuilt) : null)
    const all = new Y.Doc()
    for (const update of state.merge()) Y.applyUpdate(all, update)
    expect(all.getMap('cards').toJSON()).toEqual(doc.getMap('cards').toJSON())
    expect(Y.encodeStateVector(all)).toEqual(Y.encodeStateVector(doc))
  }
})
