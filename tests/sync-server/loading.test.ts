import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { roomIdOf } from '../../src/protocol/capability.ts'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { createEmbeddedStorage } from '../../sync-server/storage/embedded.ts'
import { silentLogger } from '../../src/shared/logger.ts'
import { systemClock } from '../../src/shared/clock.ts'
import { newLinks } from './helpers/capabilities.ts'
import { createHeldStorage } from './helpers/heldStorage.ts'
import { connectRaw } from './helpers/rawClient.ts'
import { startRelay, temporaryFolder } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { cardsIn, updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'

const isEqual = (one: unknown, other: unknown) => JSON.stringify(one) === JSON.stringify(other)

async function relayWithRoom() {
  const folder = await temporaryFolder()
  const held = createHeldStorage(createEmbeddedStorage({ folder, logger: silentLogger, clock: systemClock }))
  const relay = await startRelay({ dataDir: folder, storage: held.storage })
  const links = newLinks()
  const writer = connectStock(relay, links.moderator)
  await writer.synced()
  writer.cards.set('card', 1)
  const witness = connectStock(relay, links.reader)
  await waitFor('the relay has it', () => witness.cards.has('card'))
  writer.stop()
  witness.stop()
  await waitFor('the room is put away', () => relay.server.health().rooms === 0)
  return { held, relay, links }
}

describe('joining a room', () => {
  it('is never answered before the room is loaded, and what was sent meanwhile is not lost', async () => {
    const { held, relay, links } = await relayWithRoom()
    held.hold('open')
    const url = `${relay.urlOf(links.writer)}/map`
    const eager = connectRaw(url, offerProtocols(links.writer.secret, { acknowledge: true }))
    await eager.opened()
    eager.step1()
    eager.update(updateSetting('sent while it was loading'))
    const stock = connectStock(relay, links.writer)
    await waitFor('loading', () => held.waiting('open') === 1 && relay.server.health().connections === 2)
    expect(eager.messages).toEqual([])
    expect(stock.provider.synced).toBe(false)
    held.release('open')
    await waitFor('synced', () => eager.syncs(1).length === 1 && eager.acknowledged() === 1)
    expect(cardsIn([...eager.syncs(2), ...eager.syncs(1)])).toContain('card')
    await stock.synced()
    await waitFor('both', () => stock.cards.has('card') && stock.cards.has('sent while it was loading'))
  })

  it('while the last one leaves waits until the room is put away, and then finds all of it', async () => {
    const { held, relay, links } = await relayWithRoom()
    held.hold('checkpoint')
    const last = connectStock(relay, links.writer)
    await last.synced()
    last.cards.set('last words', 1)
    const witness = connectStock(relay, links.reader)
    await waitFor('the relay has it', () => witness.cards.has('last words'))
    last.stop()
    witness.stop()
    await waitFor('being put away', () => held.waiting('checkpoint') === 1)
    const joiner = connectStock(relay, links.writer)
    await waitFor('connected', () => relay.server.health().connections === 1)
    expect(joiner.provider.synced).toBe(false)
    held.release('checkpoint')
    await joiner.synced()
    expect([...joiner.cards.keys()].sort((a, b) => a.localeCompare(b))).toEqual(['card', 'last words'])
  })

  it('and leaving in a storm never shows half a room', async () => {
    const { relay, links } = await relayWithRoom()
    let joins = 0
    const visit = async (visitor: number) => {
      for (let time = 0; time < 10; time += 1) {
        const client = connectStock(relay, links.writer)
        await client.synced()
        expect(client.cards.has('card'), `visitor ${visitor}, visit ${time}`).toBe(true)
        joins += 1
        client.stop()
      }
    }
    await Promise.all([0, 1, 2, 3, 4].map(visit))
    expect(joins).toBe(50)
    await waitFor('all left', () => relay.server.health().rooms === 0)
  })

  it('again by everybody at once costs no new bytes and ends with the same document', async () => {
    const { relay, links } = await relayWithRoom()
    const clients = Array.from({ length: 30 }, () => connectStock(relay, links.writer))
    await Promise.all(clients.map((client) => client.synced()))
    const [first] = clients
    for (let index = 0; index < 40; index += 1) first?.cards.set(`card-${index}`, index)
    await waitFor('all have all', () => clients.every((client) => client.cards.size === 41))
    for (const client of clients) client.provider.disconnect()
    const away = connectStock(relay, links.moderator)
    await away.synced()
    away.cards.set('meanwhile', 1)
    const witness = connectStock(relay, links.reader)
    await waitFor('the relay has it', () => witness.cards.has('meanwhile'))
    const log = join(relay.dataDir, 'rooms', roomIdOf(links.moderator), 'map.log')
    const { size } = await stat(log)
    for (const client of clients) client.provider.connect()
    await Promise.all(clients.map((client) => client.synced()))
    await waitFor('all have it', () => clients.every((client) => client.cards.size === 42))
    first?.cards.set('afterwards', 1)
    await waitFor('all have that', () => clients.every((client) => client.cards.has('afterwards')))
    const grownBy = (await stat(log)).size - size
    expect(grownBy, 'only the one new edit was stored').toBeLessThan(120)
    expect(clients.flatMap((client) => client.closes.filter((code) => code >= 4000))).toEqual([])
  })
})

describe('self-healing', () => {
  it('asks a client for what is missing when its update depends on something that never came', async () => {
    const { relay, links } = await relayWithRoom()
    const url = `${relay.urlOf(links.writer)}/map`
    const lossy = connectRaw(url, offerProtocols(links.writer.secret))
    await lossy.opened()
    await waitFor('asked on joining', () => lossy.syncs(0).length === 1)
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getMap('cards').set('one', 1)
    doc.getMap('cards').set('two', 2)
    const [, sent] = updates
    if (sent === undefined) throw new Error('two updates expected')
    const reader = connectStock(relay, links.reader)
    await reader.synced()
    lossy.update(sent)
    await waitFor('the gap is there', () => reader.doc.store.pendingStructs !== null)
    await waitFor('asked again', () => lossy.syncs(0).length === 2)
    lossy.step2(Y.encodeStateAsUpdate(doc, lossy.syncs(0)[1]))
    await waitFor('healed', () => reader.cards.has('one') && reader.cards.has('two'))
  })

  it.each([
    [
      'hangs on',
      (cards: Y.Map<unknown>) => void (cards.get('a map') as Y.Map<unknown>).set('title', 'Ticket'),
    ],
    ['takes away', (cards: Y.Map<unknown>) => cards.delete('a map')],
  ])('asks too when what an update %s was written by somebody else and never came', async (_what, edit) => {
    const { relay, links } = await relayWithRoom()
    const lossy = connectRaw(`${relay.urlOf(links.writer)}/map`, offerProtocols(links.writer.secret))
    await lossy.opened()
    await waitFor('asked on joining', () => lossy.syncs(0).length === 1)
    const [author, editor] = [new Y.Doc(), new Y.Doc()]
    // Not what the room has already: of two at one key the client ids decide.
    author.getMap('cards').set('a map', new Y.Map())
    Y.applyUpdate(editor, Y.encodeStateAsUpdate(author))
    editor.on('update', (update: Uint8Array) => lossy.update(update))
    edit(editor.getMap('cards'))
    await waitFor('asked again', () => lossy.syncs(0).length === 2)
    lossy.step2(Y.encodeStateAsUpdate(editor, lossy.syncs(0)[1]))
    const reader = connectStock(relay, links.reader)
    const isHealed = () =>
      reader.cards.has('card') &&
      isEqual(reader.cards.toJSON()['a map'], editor.getMap('cards').toJSON()['a map'])
    await waitFor('healed', isHealed)
    expect(lossy.syncs(0), 'and is content then').toHaveLength(2)
  })

  it('asks everybody who may write, again and again, until somebody has what is missing', async () => {
    const relay = await startRelay({ limits: { heartbeatMs: 50 } })
    const links = newLinks()
    const url = `${relay.urlOf(links.moderator)}/map`
    const lossy = connectRaw(url, offerProtocols(links.moderator.secret))
    await lossy.opened()
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    doc.getMap('cards').set('one', 1)
    doc.getMap('cards').set('two', 2)
    lossy.update(updates[1] ?? Uint8Array.of())
    const reader = connectStock(relay, links.reader)
    await reader.synced()
    await waitFor('the gap is there', () => reader.doc.store.pendingStructs !== null)
    lossy.socket.close()
    const other = connectStock(relay, links.writer)
    await other.synced()
    other.provider.disconnect()
    Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(doc))
    other.provider.connect()
    await waitFor('healed', () => reader.cards.has('one') && reader.cards.has('two'))
  })

  it('asks one writer after the other from time to time: what was lost on the way is found without a restart', async () => {
    const relay = await startRelay({ limits: { heartbeatMs: 20, healMs: 40 } })
    const links = newLinks()
    const asked = [links.moderator, links.writer].map((held) =>
      connectRaw(`${relay.urlOf(held)}/map`, offerProtocols(held.secret)),
    )
    for (const client of asked) await client.opened()
    await waitFor('each is asked again', () => asked.every((client) => client.syncs(0).length >= 3))
  })

  it('does not let somebody pile up edits that wait for nothing: the room goes on', async () => {
    const relay = await startRelay({ limits: { pendingStretches: 50 } })
    const links = newLinks()
    const anna = connectStock(relay, links.moderator)
    await anna.synced()
    const flood = connectRaw(`${relay.urlOf(links.writer)}/map`, offerProtocols(links.writer.secret))
    await flood.opened()
    const doc = new Y.Doc()
    let count = 0
    doc.on('update', (update: Uint8Array) => {
      count += 1
      if (count % 2 === 0) flood.update(update)
    })
    for (let index = 0; index < 300; index += 1) doc.getMap('cards').set(`card ${index}`, index)
    expect(await flood.closed()).toBe(CLOSE_CODES.tooMany)
    anna.cards.set('after', 1)
    const reader = connectStock(relay, links.reader)
    await reader.synced()
    await waitFor('the room goes on', () => reader.cards.get('after') === 1)
    const owner = connectStock(relay, links.writer, { doc })
    await waitFor('who has the rest brings it', () => reader.cards.size === 301)
    expect(owner.closes).toEqual([])
  })
  it('nor edits that hang on somebody who never came; who brings what they hang on is let in and heals them', async () => {
    const relay = await startRelay({ limits: { pendingStretches: 50 } })
    const links = newLinks()
    const anna = connectStock(relay, links.moderator)
    await anna.synced()
    const absent = new Y.Doc()
    absent.getArray('a').insert(0, ['first'])
    const first = Y.encodeStateAsUpdate(absent)
    const hanging = Array.from({ length: 80 }, () => {
      const doc = new Y.Doc()
      Y.applyUpdate(doc, first)
      doc.getArray('a').push(['behind'])
      return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(absent))
    })
    const flood = connectRaw(`${relay.urlOf(links.writer)}/map`, offerProtocols(links.writer.secret))
    await flood.opened()
    for (const update of hanging) flood.update(update)
    expect(await flood.closed()).toBe(CLOSE_CODES.tooMany)
    expect(await (await fetch(`${relay.origin}/metrics`)).text()).toContain('etappe_pending_stretches 50')
    anna.cards.set('after', 1)
    const reader = connectStock(relay, links.reader)
    await reader.synced()
    await waitFor('the room goes on', () => reader.cards.get('after') === 1)
    const owner = connectStock(relay, links.writer, { doc: absent })
    await waitFor('healed', () => reader.doc.getArray('a').length === 51)
    expect(owner.closes).toEqual([])
  })
})
