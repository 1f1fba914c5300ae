import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { newLinks } from './helpers/capabilities.ts'
import { startRelay } from './helpers/startRelay.ts'
import { connectStock, type StockVersion } from './helpers/stockClient.ts'
import { waitFor } from './helpers/waitFor.ts'

const versions: readonly StockVersion[] = ['3.1', '1.5']

describe.each(versions)('y-websocket %s', (version) => {
  it('syncs what was there before, and what comes after, in both directions', async () => {
    const relay = await startRelay()
    const links = newLinks()
    const first = connectStock(relay, links.moderator, { version })
    first.cards.set('before', 'written before anybody else came')
    await first.synced()
    const second = connectStock(relay, links.writer, { version })
    await second.synced()
    expect(second.cards.get('before')).toBe('written before anybody else came')
    first.cards.set('a', 1)
    second.cards.set('b', 2)
    await waitFor('both have both', () => first.cards.get('b') === 2 && second.cards.get('a') === 1)
    expect(Y.encodeStateVector(first.doc)).toHaveLength(Y.encodeStateVector(second.doc).length)
  })

  it('shows who is here and notices who leaves', async () => {
    const relay = await startRelay()
    const links = newLinks()
    const anna = connectStock(relay, links.moderator, { version })
    const ben = connectStock(relay, links.writer, { version })
    await Promise.all([anna.synced(), ben.synced()])
    anna.provider.awareness.setLocalStateField('name', 'Anna')
    ben.provider.awareness.setLocalStateField('name', 'Ben')
    const namesAt = (client: typeof anna) =>
      [...client.provider.awareness.getStates().values()]
        .map((state) => String(state['name']))
        .sort((a, b) => a.localeCompare(b))
    await waitFor(
      'both see both',
      () => namesAt(anna).join() === 'Anna,Ben' && namesAt(ben).join() === 'Anna,Ben',
    )
    ben.stop()
    await waitFor('Anna is alone', () => namesAt(anna).join() === 'Anna')
  })

  it('merges what two people did while they were offline', async () => {
    const relay = await startRelay()
    const links = newLinks()
    const anna = connectStock(relay, links.moderator, { version })
    const ben = connectStock(relay, links.writer, { version })
    await Promise.all([anna.synced(), ben.synced()])
    anna.provider.disconnect()
    ben.provider.disconnect()
    for (let index = 0; index < 50; index += 1) {
      anna.cards.set(`anna-${index}`, index)
      ben.cards.set(`ben-${index}`, index)
    }
    anna.cards.delete('anna-0')
    anna.provider.connect()
    ben.provider.connect()
    await waitFor('both have 99 cards', () => anna.cards.size === 99 && ben.cards.size === 99)
  })
})

it('both versions work together in one room, in every document', async () => {
  const relay = await startRelay()
  const links = newLinks()
  for (const document of ['map', 'stage', 'review'] as const) {
    const modern = connectStock(relay, links.moderator, { document })
    const old = connectStock(relay, links.moderator, { document, version: '1.5' })
    await Promise.all([modern.synced(), old.synced()])
    modern.cards.set('from', document)
    old.cards.set('back', document)
    await waitFor(document, () => old.cards.get('from') === document && modern.cards.get('back') === document)
  }
})

it('a client is not told what it sent itself', async () => {
  const relay = await startRelay()
  const links = newLinks()
  const anna = connectStock(relay, links.moderator)
  const ben = connectStock(relay, links.writer)
  await Promise.all([anna.synced(), ben.synced()])
  let heard = 0
  anna.doc.on('update', (_update: Uint8Array, origin: unknown) => {
    if (origin === anna.provider) heard += 1
  })
  for (let index = 0; index < 20; index += 1) anna.cards.set(`card-${index}`, index)
  ben.cards.set('last', true)
  await waitFor('all arrived', () => ben.cards.size === 21 && anna.cards.size === 21)
  expect(heard).toBe(1)
})
