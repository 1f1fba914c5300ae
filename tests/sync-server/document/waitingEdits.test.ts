import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { inspectUpdate } from '../../../sync-server/document/inspectUpdate.ts'
import { createKnownClocks, type KnownClocks } from '../../../sync-server/document/knownClocks.ts'

const edit = fc.record({
  author: fc.integer({ min: 0, max: 3 }),
  /** Whose work the author has seen before. */
  after: fc.integer({ min: 0, max: 3 }),
  kind: fc.constantFrom('insert', 'delete', 'set', 'nest'),
  at: fc.nat(30),
})
/** In which order it arrives; a draw of 0 to 9 of 100 gets lost at first. */
const arrivals = fc.array(fc.tuple(fc.nat(1_000), fc.nat(99)), { minLength: 60, maxLength: 60 })

type Edit = typeof edit extends fc.Arbitrary<infer T> ? T : never

function write(history: readonly Edit[]): Uint8Array[] {
  const updates: Uint8Array[] = []
  const docs = [0, 1, 2, 3].map((author) => {
    const doc = new Y.Doc()
    doc.clientID = 10 + author
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'other') updates.push(update)
    })
    return doc
  })
  for (const { author, after, kind, at } of history) {
    const [doc, other] = [docs[author], docs[after]]
    if (doc === undefined || other === undefined) throw new Error('no such author')
    Y.applyUpdate(doc, Y.encodeStateAsUpdate(other), 'other')
    const [text, map] = [doc.getText('text'), doc.getMap('map')]
    if (kind === 'insert') text.insert(Math.min(at, text.length), 'ab')
    if (kind === 'delete' && text.length > 0) text.delete(Math.min(at, text.length - 1), 1)
    if (kind === 'set') map.set(`key ${at % 5}`, at)
    if (kind === 'nest') {
      const nested = map.get('nested')
      if (nested instanceof Y.Map) nested.set(`key ${at % 5}`, at)
      else map.set('nested', new Y.Map())
    }
  }
  return updates
}

/** Client `client` writes behind something of `ghost` that nobody brings. */
function hangingOn(ghost: number, client: number): Uint8Array {
  const doc = new Y.Doc()
  doc.clientID = ghost
  doc.getArray('a').insert(0, ['ghost'])
  const other = new Y.Doc()
  other.clientID = client
  Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
  other.getArray('a').insert(1, ['hanging'])
  return Y.encodeStateAsUpdate(other, Y.encodeStateVector(doc))
}

function read(update: Uint8Array) {
  const inspected = inspectUpdate(update)
  if (inspected === null) throw new Error('Yjs wrote an update that the relay refuses')
  return inspected
}

function knowing(updates: readonly Uint8Array[]): KnownClocks {
  const known = createKnownClocks()
  for (const update of updates) known.add(read(update))
  return known
}

const stateOf = (known: KnownClocks) => [known.gaps(), known.stateVector(), known.summary()]

describe('what waits for something that never arrived', () => {
  test.prop([fc.array(edit, { maxLength: 60 }), arrivals], { seed: 80, numRuns: 150 })(
    'is known exactly as a Yjs document knows it, whatever order it comes in, and is nothing once all is there',
    (history, order) => {
      const updates = write(history)
      const sorted = updates
        .map((update, index) => ({ update, draw: order[index % order.length] ?? [0, 50] }))
        .toSorted((a, b) => a.draw[0] - b.draw[0])
      const lost = sorted.filter(({ draw }) => draw[1] < 10)
      const known = createKnownClocks()
      const doc = new Y.Doc()
      for (const { update } of [...sorted.filter((one) => !lost.includes(one)), ...lost]) {
        const inspected = read(update)
        const before = known.gaps()
        Y.applyUpdate(doc, update)
        if (!known.covers(inspected)) expect(known.add(inspected) === 'waits').toBe(known.gaps() > before)
        const isWaiting = doc.store.pendingStructs !== null || doc.store.pendingDs !== null
        expect(known.gaps() > 0).toBe(isWaiting)
      }
      expect(known.gaps()).toBe(0)
      const all = read(Y.encodeStateAsUpdate(doc))
      const again = createKnownClocks()
      again.add(all)
      expect(again.gaps()).toBe(0)
    },
  )

  test.prop([fc.array(edit, { maxLength: 60 }), arrivals, fc.nat(6)], { seed: 81, numRuns: 150 })(
    'is never made more than a limit, whatever is in one update; what is refused leaves no trace',
    (history, order, most) => {
      const updates = write(history)
        .map((update, index) => ({ update, draw: order[index % order.length] ?? [0, 50] }))
        .toSorted((a, b) => a.draw[0] - b.draw[0])
      const known = createKnownClocks()
      const taken: Uint8Array[] = []
      for (let at = 0; at < updates.length; ) {
        const size = 1 + ((updates[at]?.draw[1] ?? 0) % 4)
        const several = updates.slice(at, at + size).map(({ update }) => update)
        at += size
        const update = Y.mergeUpdates(several)
        if (known.covers(read(update))) continue
        const [without, withIt] = [knowing(taken), knowing([...taken, update])]
        const isTooMuch = withIt.gaps() > Math.max(most, without.gaps())
        expect(known.add(read(update), most) === 'refused').toBe(isTooMuch)
        if (!isTooMuch) taken.push(update)
        expect(stateOf(known)).toEqual(stateOf(isTooMuch ? without : withIt))
      }
    },
  )

  it('is counted by runs: of one client behind a gap, of many behind somebody who is not there, and what they carry on', () => {
    const known = createKnownClocks()
    for (let clock = 1; clock <= 100; clock += 1)
      known.add({ inserts: [{ client: 1, clock, length: 1 }], deletes: [] })
    expect(known.gaps()).toBe(100)
    for (let client = 1_001; client <= 1_100; client += 1) known.add(read(hangingOn(999, client)))
    expect(known.gaps()).toBe(200)
    known.add(read(Y.mergeUpdates([2_001, 2_002, 2_003].map((client) => hangingOn(999, client)))))
    expect(known.gaps()).toBe(203)
    known.add({ inserts: [], deletes: [{ client: 7, clock: 0, length: 3 }] })
    expect(known.gaps()).toBe(204)
    known.add({ inserts: [{ client: 999, clock: 0, length: 1 }], deletes: [] })
    expect(known.gaps()).toBe(101)
    expect(known.add(read(hangingOn(999, 3_001)))).toBe('shown')
  })

  it('is what two clients wait for of each other, too', () => {
    const item = (client: number, other: number) => hangingOn(other, client)
    const known = createKnownClocks()
    known.add(read(Y.mergeUpdates([item(5, 6), item(6, 5)])))
    expect(known.gaps()).toBe(2)
  })
})
