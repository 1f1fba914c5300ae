import { describe, expect, it } from 'vitest'
import fc from 'fast-check'
import * as Y from 'yjs'
import { createKnownClocks } from '../../sync-server/document/knownClocks.ts'
import { inspectUpdate } from '../../sync-server/document/inspectUpdate.ts'
import { fitFrame } from '../../src/sync/documentFrames.ts'
import { splitUpdate } from '../../src/sync/splitUpdate.ts'
import { newRoom, startDevice, startRelay, untilDelivered, untilSame } from './syncFixture.ts'

/** A seed, how many people, and how many bytes a piece may have. */
const WORK_AND_LIMIT = [
  fc.nat(),
  fc.integer({ min: 1, max: 6 }),
  fc.integer({ min: 64, max: 2_000 }),
] as const

function workOf(seed: number, people: number, changes: number): Y.Doc {
  const docs = Array.from({ length: people }, () => new Y.Doc())
  let state = seed
  const next = (below: number): number => {
    state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff
    return state % below
  }
  for (let n = 0; n < changes; n += 1) {
    const doc = docs[next(people)] ?? new Y.Doc()
    const cards = doc.getMap<Y.Text>('cards')
    const key = `card${next(40)}`
    const text = cards.get(key)
    if (text === undefined) cards.set(key, new Y.Text('x'.repeat(next(300))))
    else if (next(5) === 0) cards.delete(key)
    else if (text.length > 4 && next(2) === 0) text.delete(1, 2)
    else text.insert(next(text.length + 1), `ä😀${n}`)
    if (next(10) === 0) {
      const other = docs[next(people)]
      if (other !== undefined) Y.applyUpdate(other, Y.encodeStateAsUpdate(doc))
    }
  }
  const whole = new Y.Doc()
  for (const doc of docs) Y.applyUpdate(whole, Y.encodeStateAsUpdate(doc))
  return whole
}

describe('an update that is cut into pieces', () => {
  it('is the same document again, in any order of the pieces', () => {
    const seed = 20_240_611
    console.info(`seed ${seed}`)
    fc.assert(
      fc.property(...WORK_AND_LIMIT, fc.boolean(), (work, people, limit, backwards) => {
        const whole = workOf(work, people, 150)
        const update = Y.encodeStateAsUpdate(whole)
        const pieces = [...splitUpdate(update, limit)]
        if (update.byteLength > limit * 2) expect(pieces.length).toBeGreaterThan(1)
        if (backwards) pieces.reverse()
        const copy = new Y.Doc()
        for (const piece of pieces) Y.applyUpdate(copy, piece)
        expect(copy.store.pendingStructs).toBeNull()
        expect(copy.getMap('cards').toJSON()).toEqual(whole.getMap('cards').toJSON())
        expect(Y.encodeStateAsUpdate(copy)).toEqual(update)
      }),
      { seed, numRuns: 100 },
    )
  }, 60_000)

  it('has nothing wait for a later piece, when the pieces arrive in their order', () => {
    const seed = 20_261_122
    console.info(`seed ${seed}`)
    fc.assert(
      fc.property(...WORK_AND_LIMIT, (work, people, limit) => {
        const known = createKnownClocks()
        const copy = new Y.Doc()
        for (const piece of splitUpdate(Y.encodeStateAsUpdate(workOf(work, people, 150)), limit)) {
          const inspected = inspectUpdate(piece)
          if (inspected === null) throw new Error('the relay would not take this piece')
          known.add(inspected)
          Y.applyUpdate(copy, piece)
          expect([known.gaps(), copy.store.pendingStructs, copy.store.pendingDs]).toEqual([0, null, null])
        }
      }),
      { seed, numRuns: 60 },
    )
  }, 60_000)

  it('has no piece above the limit, as long as no single text is larger', () => {
    const whole = workOf(7, 4, 600)
    const pieces = splitUpdate(Y.encodeStateAsUpdate(whole), 1_000)
    expect(Math.max(...pieces.map((piece) => piece.byteLength))).toBeLessThanOrEqual(1_000)
  })

  it('leaves small frames and frames that are no document alone', () => {
    const small = Uint8Array.of(0, 2, 2, 0, 0)
    const presence = new Uint8Array(5_000).fill(1)
    expect(fitFrame(small, 1_000)).toEqual([small])
    expect(fitFrame(presence, 1_000)).toEqual([presence])
  })
})

describe('an afternoon offline that is larger than one message', () => {
  it('arrives whole and is acknowledged, and nobody is closed for it', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const documents = { map: new Y.Doc(), stage: new Y.Doc(), review: new Y.Doc() }
    const cards = documents.map.getMap<string>('cards')
    for (let n = 0; n < 900; n += 1) cards.set(`card${n}`, `${n} `.repeat(1_000))
    expect(Y.encodeStateAsUpdate(documents.map).byteLength).toBeGreaterThan(3_000_000)
    const anna = startDevice({ origin, capability: room.capability('moderator'), documents })
    await untilDelivered(anna, 20_000)
    const ben = startDevice({ origin, capability: room.capability('writer') })
    await ben.connection.whenSynced()
    await untilSame([anna, ben])
    expect(ben.cards.size).toBe(900)
  }, 30_000)

  it('also when it is one change, larger than a relay takes in one message', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const anna = startDevice({ origin, capability: room.capability('moderator') })
    const ben = startDevice({ origin, capability: room.capability('writer') })
    await untilDelivered(anna)
    await untilDelivered(ben)
    anna.documents.map.transact(() => {
      for (let n = 0; n < 300; n += 1) anna.cards.set(`card${n}`, `${n} `.repeat(1_000))
      anna.cards.set('one long text', 'x'.repeat(1_200_000))
    })
    await untilDelivered(anna, 20_000)
    await untilSame([anna, ben], 20_000)
    expect(ben.cards.size).toBe(301)
  }, 30_000)
})
