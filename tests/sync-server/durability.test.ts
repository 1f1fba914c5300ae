import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { CLOSE_CODES } from '../../src/protocol/closeCodes.ts'
import { offerProtocols } from '../../src/protocol/subProtocols.ts'
import { newLinks } from './helpers/capabilities.ts'
import { createHeldStorage } from './helpers/heldStorage.ts'
import { connectRaw } from './helpers/rawClient.ts'
import { startRelay, type StartedRelay, temporaryFolder } from './helpers/startRelay.ts'
import { connectStock } from './helpers/stockClient.ts'
import { cardsIn, updateSetting } from './helpers/updates.ts'
import { waitFor } from './helpers/waitFor.ts'
import type { Capability } from '../../src/protocol/capability.ts'

const acknowledging = (relay: StartedRelay, capability: Capability) =>
  connectRaw(`${relay.urlOf(capability)}/map`, offerProtocols(capability.secret, { acknowledge: true }))

describe('the order of promises', () => {
  it('shows an edit to others only after it was written, and acknowledges it only after it was synced', async () => {
    const held = createHeldStorage()
    const relay = await startRelay({ storage: held.storage })
    const links = newLinks()
    const reader = connectStock(relay, links.moderator)
    await reader.synced()
    const writer = acknowledging(relay, links.writer)
    await writer.opened()
    held.hold('append')
    held.hold('sync')
    writer.update(updateSetting('card'))
    await waitFor('the relay writes', () => held.waiting('append') === 1)
    const joiner = acknowledging(relay, links.writer)
    await joiner.opened()
    joiner.step1()
    await waitFor('the joiner is answered', () => joiner.syncs(1).length === 1)
    expect(reader.cards.has('card')).toBe(false)
    expect(cardsIn([...joiner.syncs(2), ...joiner.syncs(1)])).toEqual([])
    held.release('append')
    await waitFor('others see it', () => reader.cards.has('card'))
    await waitFor('the relay syncs', () => held.waiting('sync') === 1)
    expect(writer.acknowledged()).toBe(0)
    held.release('sync')
    await waitFor('acknowledged', () => writer.acknowledged() === 1)
  })

  it('counts step 2 and updates, also those that bring nothing new, and groups what waited for the disk', async () => {
    const held = createHeldStorage()
    const relay = await startRelay({ storage: held.storage })
    const links = newLinks()
    const writer = acknowledging(relay, links.moderator)
    await writer.opened()
    const first = updateSetting('first')
    writer.update(first)
    await waitFor('1', () => writer.acknowledged() === 1)
    held.hold('sync')
    writer.step2(first)
    for (let index = 0; index < 10; index += 1) writer.update(updateSetting(`card-${index}`))
    writer.step1()
    await waitFor('synced', () => held.waiting('sync') === 1)
    expect(writer.acknowledged()).toBe(1)
    held.release('sync')
    await waitFor('12', () => writer.acknowledged() === 12)
    expect(writer.messages.filter((message) => message[0] === 100).length).toBeLessThan(6)
  })

  it('sends no acknowledgement to clients that did not ask for it', async () => {
    const relay = await startRelay()
    const links = newLinks()
    const url = `${relay.urlOf(links.moderator)}/map`
    const stock = connectRaw(url, offerProtocols(links.moderator.secret))
    await stock.opened()
    stock.update(updateSetting('card'))
    const ours = acknowledging(relay, links.writer)
    await ours.opened()
    ours.step2(updateSetting('other'))
    await waitFor('ours hears', () => ours.acknowledged() === 1)
    expect(stock.messages.filter((message) => message[0] === 100)).toEqual([])
  })
})

describe('when the disk fails', () => {
  it.each(['append', 'sync'] as const)(
    'at %s, nothing is acknowledged, everybody is told to come back, and all is there when it works again',
    async (step) => {
      const held = createHeldStorage()
      const relay = await startRelay({ storage: held.storage })
      const links = newLinks()
      const stock = connectStock(relay, links.moderator)
      await stock.synced()
      stock.cards.set('before', 1)
      const ours = acknowledging(relay, links.writer)
      await ours.opened()
      held.fail(step, 'no space left')
      ours.update(updateSetting('lost if it were dropped'))
      expect(await ours.closed()).toBe(CLOSE_CODES.storageFailed)
      expect(ours.acknowledged()).toBe(0)
      stock.cards.set('during', 2)
      held.heal(step)
      const later = connectStock(relay, links.writer)
      await waitFor('all is there', () => later.cards.get('before') === 1 && later.cards.get('during') === 2)
      expect(relay.server.health().storageFailures).toBeGreaterThan(0)
      expect(relay.log.join('\n')).toContain('no space left')
    },
  )

  it('at loading, nobody is shown an empty document', async () => {
    const held = createHeldStorage()
    const relay = await startRelay({ storage: held.storage })
    const links = newLinks()
    const writer = connectStock(relay, links.moderator)
    await writer.synced()
    writer.cards.set('card', 1)
    writer.stop()
    await waitFor('the room is put away', () => relay.server.health().rooms === 0)
    held.fail('open', 'input/output error')
    const unlucky = acknowledging(relay, links.writer)
    expect(await unlucky.closed()).toBe(CLOSE_CODES.storageFailed)
    expect(unlucky.syncs(1)).toEqual([])
    held.heal('open')
    const lucky = connectStock(relay, links.writer)
    await waitFor('the card is there', () => lucky.cards.get('card') === 1)
  })

  it('at a checkpoint, people do not notice', async () => {
    const held = createHeldStorage()
    const relay = await startRelay({ storage: held.storage, limits: { checkpointBytes: 100 } })
    const links = newLinks()
    const writer = connectStock(relay, links.moderator)
    const reader = connectStock(relay, links.writer)
    await Promise.all([writer.synced(), reader.synced()])
    held.fail('checkpoint', 'no space for a checkpoint')
    for (let index = 0; index < 300; index += 1) writer.cards.set('same', index)
    await waitFor('all arrived', () => reader.cards.get('same') === 299)
    await waitFor('tried', () => relay.log.join('\n').includes('no space for a checkpoint'))
    expect([...writer.closes, ...reader.closes]).toEqual([])
  })
})

describe('a restart', () => {
  it('keeps everything of every document, and clients go on by themselves', async () => {
    const dataDir = await temporaryFolder()
    const first = await startRelay({ dataDir })
    const links = newLinks()
    for (const document of ['map', 'stage', 'review'] as const) {
      const client = connectStock(first, links.moderator, { document })
      await client.synced()
      for (let index = 0; index < 200; index += 1) client.cards.set(`${document}-${index}`, index)
      client.cards.delete(`${document}-0`)
      const witness = connectStock(first, links.reader, { document })
      await waitFor('the relay has it', () => witness.cards.size === 199)
    }
    await first.server.close()
    const second = await startRelay({ dataDir })
    for (const document of ['map', 'stage', 'review'] as const) {
      const reader = connectStock(second, links.reader, { document })
      await reader.synced()
      expect(reader.cards.size, document).toBe(199)
    }
  })

  it('tells clients to come back, and they do', async () => {
    const dataDir = await temporaryFolder()
    const first = await startRelay({ dataDir })
    const links = newLinks()
    const client = connectStock(first, links.moderator)
    await client.synced()
    const { port } = first.server
    await first.server.close()
    await waitFor('told', () => client.closes[0] === CLOSE_CODES.stopping)
    client.cards.set('while it was away', 1)
    const second = await startRelay({ dataDir, config: { port } })
    const other = connectStock(second, links.writer)
    await waitFor('delivered', () => other.cards.get('while it was away') === 1)
  })

  it('acknowledges what it received before it goes', async () => {
    const held = createHeldStorage()
    const relay = await startRelay({ storage: held.storage })
    const links = newLinks()
    const writer = acknowledging(relay, links.moderator)
    await writer.opened()
    held.hold('sync')
    writer.update(updateSetting('last'))
    await waitFor('written', () => held.waiting('sync') === 1)
    const closing = relay.server.close()
    held.release('sync')
    expect(await writer.closed()).toBe(CLOSE_CODES.stopping)
    expect(writer.acknowledged()).toBe(1)
    await closing
  })

  it('finds a compact checkpoint instead of the whole history', async () => {
    const dataDir = await temporaryFolder()
    const relay = await startRelay({ dataDir, limits: { checkpointBytes: 4_000 } })
    const links = newLinks()
    const writer = acknowledging(relay, links.moderator)
    await writer.opened()
    const doc = new Y.Doc()
    doc.on('update', (update: Uint8Array) => writer.update(update))
    for (let index = 0; index < 1_000; index += 1) doc.getMap('cards').set(`card-${index % 10}`, index)
    await waitFor('durable', () => writer.acknowledged() === 1_000)
    writer.socket.close()
    await waitFor('put away', () => relay.server.health().rooms === 0)
    const reader = connectStock(relay, links.reader)
    await reader.synced()
    expect(reader.cards.toJSON()).toEqual(doc.getMap('cards').toJSON())
  })
})
