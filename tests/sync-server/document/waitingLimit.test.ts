import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { CLOSE_CODES } from '../../../src/protocol/closeCodes.ts'
import { newLinks } from '../helpers/capabilities.ts'
import { acknowledging } from '../helpers/acknowledging.ts'
import { startRelay, type StartedRelay } from '../helpers/startRelay.ts'
import { connectStock } from '../helpers/stockClient.ts'
import { waitFor } from '../helpers/waitFor.ts'

/** Somebody whose edits many hang on; what hangs on them comes as one update each. */
function absentWith(count: number) {
  const absent = new Y.Doc()
  absent.clientID = 7
  absent.getArray('a').insert(0, ['first'])
  const first = Y.encodeStateAsUpdate(absent)
  const hanging = Array.from({ length: count }, (_, index) => {
    const doc = new Y.Doc()
    doc.clientID = 1_000 + index
    Y.applyUpdate(doc, first)
    doc.getArray('a').push(['behind'])
    return Y.encodeStateAsUpdate(doc, Y.encodeStateVector(absent))
  })
  return { absent, first, hanging }
}

async function pendingOn(relay: StartedRelay): Promise<number> {
  const metrics = await (await fetch(`${relay.origin}/metrics`)).text()
  return Number(/etappe_pending_stretches (\d+)/.exec(metrics)?.[1])
}

it.each(['update', 'step2'] as const)(
  'one %s with more edits that wait than may wait is refused whole: nothing is acknowledged, stored or shown',
  async (kind) => {
    const relay = await startRelay({ limits: { pendingStretches: 50 } })
    const links = newLinks()
    const anna = connectStock(relay, links.moderator)
    await anna.synced()
    const flood = await acknowledging(relay, links.writer)
    flood[kind](Y.mergeUpdates(absentWith(51).hanging))
    expect(await flood.closed()).toBe(CLOSE_CODES.tooMany)
    expect(flood.acknowledged()).toBe(0)
    expect(await pendingOn(relay)).toBe(0)
    anna.cards.set('after', 1)
    const reader = connectStock(relay, links.reader)
    await waitFor('the room goes on', () => reader.cards.get('after') === 1)
    for (const { doc } of [anna, reader]) expect(doc.store.pendingStructs).toBeNull()
  },
)

it('as many as may wait are taken at once, repeated for nothing, and no more beside them', async () => {
  const relay = await startRelay({ limits: { pendingStretches: 50 } })
  const links = newLinks()
  const { hanging, first } = absentWith(52)
  const anna = await acknowledging(relay, links.moderator)
  anna.update(Y.mergeUpdates(hanging.slice(0, 50)))
  anna.step2(Y.mergeUpdates(hanging.slice(0, 50)))
  await waitFor('both are acknowledged', () => anna.acknowledged() === 2)
  expect(await pendingOn(relay)).toBe(50)
  const flood = await acknowledging(relay, links.writer)
  flood.step2(Y.mergeUpdates(hanging))
  expect(await flood.closed()).toBe(CLOSE_CODES.tooMany)
  anna.step2(Y.mergeUpdates([first, ...hanging]))
  await waitFor('who brings what they hang on is taken, too', () => anna.acknowledged() === 3)
  expect(await pendingOn(relay)).toBe(0)
})

it('what resolves more than it adds is taken at the limit, though some of it has to wait', async () => {
  const relay = await startRelay({ limits: { pendingStretches: 50 } })
  const anna = await acknowledging(relay, newLinks().moderator)
  const { hanging, first } = absentWith(50)
  anna.update(Y.mergeUpdates(hanging))
  const other = new Y.Doc()
  other.clientID = 5
  const updates: Uint8Array[] = []
  other.on('update', (update: Uint8Array) => updates.push(update))
  for (const word of ['lost', 'behind it']) other.getMap('cards').set(word, word)
  const [, waiting] = updates
  anna.update(Y.mergeUpdates([first, waiting ?? first]))
  await waitFor('both are acknowledged', () => anna.acknowledged() === 2)
  expect(await pendingOn(relay)).toBe(1)
})

it('a room that was stored with more than may wait opens, goes on and is healed, and takes nothing on top', async () => {
  const before = await startRelay()
  const links = newLinks()
  const { absent, hanging } = absentWith(81)
  const flood = await acknowledging(before, links.moderator)
  flood.update(Y.mergeUpdates(hanging.slice(0, 80)))
  await waitFor('it is stored', () => flood.acknowledged() === 1)
  await before.server.close()
  const relay = await startRelay({ dataDir: before.dataDir, limits: { pendingStretches: 50 } })
  const anna = connectStock(relay, links.writer)
  await anna.synced()
  expect(await pendingOn(relay)).toBe(80)
  anna.cards.set('after', 1)
  const reader = connectStock(relay, links.reader)
  await waitFor('the room goes on', () => reader.cards.get('after') === 1)
  const more = await acknowledging(relay, links.writer)
  more.update(hanging[80] ?? Uint8Array.of())
  expect(await more.closed()).toBe(CLOSE_CODES.tooMany)
  const owner = connectStock(relay, links.writer, { doc: absent })
  await waitFor('healed', () => reader.doc.getArray('a').length === 81)
  expect([...anna.closes, ...owner.closes]).toEqual([])
  expect(await pendingOn(relay)).toBe(0)
})
