import { fc, test } from '@fast-check/vitest'
import { describe, expect, it } from 'vitest'
import { createDecoder, readVarUint, readVarUint8Array } from 'lib0/decoding'
import * as Y from 'yjs'
import type { Frames } from '../../../sync-server/document/frames.ts'
import { frameMessage } from '../../../sync-server/document/frames.ts'
import { inspectUpdate } from '../../../sync-server/document/inspectUpdate.ts'
import { decodeClockSummary } from '../../../sync-server/document/clockSummary.ts'
import { createKnownClocks } from '../../../sync-server/document/knownClocks.ts'
import { createMergedState, mergeForBroadcast } from '../../../sync-server/document/mergedState.ts'
import { mergeSafely } from '../../../sync-server/document/mergeSafely.ts'

/** The message inside web socket frames, as a client would put it together again. */
function unframe(frames: Frames): Uint8Array {
  const parts = frames.map((frame) => {
    const short = (frame[1] ?? 0) & 127
    return frame.subarray(short < 126 ? 2 : short === 126 ? 4 : 10)
  })
  return new Uint8Array(Buffer.concat(parts))
}

function applyAnswer(doc: Y.Doc, answer: readonly Frames[]): void {
  for (const frames of answer) {
    const decoder = createDecoder(unframe(frames))
    readVarUint(decoder)
    readVarUint(decoder)
    Y.applyUpdate(doc, readVarUint8Array(decoder))
  }
}

interface Edit {
  readonly author: number
  readonly kind: 'set' | 'delete' | 'type' | 'sync'
  readonly key: number
}

const edits = fc.array(
  fc.record<Edit>({
    author: fc.integer({ min: 0, max: 3 }),
    kind: fc.constantFrom('set', 'delete', 'type', 'sync'),
    key: fc.integer({ min: 0, max: 9 }),
  }),
  { minLength: 1, maxLength: 250 },
)

/** Four authors who hear of each other now and then; every update they made, in the order they were made. */
function write(history: readonly Edit[]): {
  readonly whole: Y.Doc
  readonly updates: Uint8Array[]
  readonly early: Y.Doc
} {
  const updates: Uint8Array[] = []
  const authors = [0, 1, 2, 3].map((author) => {
    const doc = new Y.Doc()
    doc.clientID = author + 1
    doc.on('update', (update: Uint8Array, origin: unknown) => {
      if (origin !== 'heard') updates.push(update)
    })
    return doc
  })
  const early = new Y.Doc()
  for (const [at, { author, kind, key }] of history.entries()) {
    const doc = authors[author]
    if (doc === undefined) continue
    if (kind === 'set') doc.getMap('cards').set(`card-${key}`, at)
    if (kind === 'delete') doc.getMap('cards').delete(`card-${key}`)
    if (kind === 'type') doc.getText('story').insert(0, `word ${at} 🚆`)
    if (kind === 'sync') for (const update of updates) Y.applyUpdate(doc, update, 'heard')
    if (at === Math.floor(history.length / 2)) for (const update of updates) Y.applyUpdate(early, update)
  }
  const whole = new Y.Doc()
  for (const update of updates) Y.applyUpdate(whole, update)
  return { whole, updates, early }
}

const contentOf = (doc: Y.Doc) => ({
  cards: doc.getMap('cards').toJSON(),
  story: doc.getText('story').toJSON(),
})

describe('the merged state', () => {
  test.prop([edits, fc.integer({ min: 0, max: 1_000 }), fc.boolean()], { seed: 77, numRuns: 60 })(
    'brings everybody to the same document: newcomers, who was away, and who has everything',
    (history, shuffleSeed, restarted) => {
      const { whole, updates, early } = write(history)
      const order = updates.map((update, at) => ({
        update,
        key: ((at + 1) * (shuffleSeed * 2 + 7919)) % 10_007,
      }))
      const arrived = order.sort((a, b) => a.key - b.key).map(({ update }) => update)
      let state = createMergedState({ checkpoint: null, updates: [] })
      for (const [at, update] of arrived.entries()) {
        state.add(update)
        if (at % 40 === 0) state.answer(Uint8Array.of(0))
        if (at % 70 === 50) state.rest()
      }
      if (restarted) {
        const [checkpoint = null, ...rest] = state.merge()
        state = createMergedState({ checkpoint, updates: rest })
      }
      for (const doc of [new Y.Doc(), early, whole]) {
        applyAnswer(doc, state.answer(Y.encodeStateVector(doc)))
        expect(contentOf(doc)).toEqual(contentOf(whole))
        expect(doc.store.pendingStructs).toBeNull()
      }
    },
  )

  it('answers a client that has only what depends on something missing with the missing part', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let index = 0; index < 3; index += 1) doc.getMap('cards').set('card', index)
    const [first, second, third] = updates
    if (first === undefined || second === undefined || third === undefined)
      throw new Error('three updates expected')
    const state = createMergedState({ checkpoint: null, updates: [first, third] })
    const ahead = new Y.Doc()
    Y.applyUpdate(ahead, Y.encodeStateAsUpdate(doc))
    applyAnswer(ahead, state.answer(Y.encodeStateVector(ahead)))
    const behind = new Y.Doc()
    behind.getMap('other').set('x', 1)
    applyAnswer(behind, state.answer(Y.encodeStateVector(behind)))
    Y.applyUpdate(behind, second)
    expect(behind.getMap('cards').get('card')).toBe(2)
  })

  it('is the same at rest, in pages of its own, and after it was woken up again', () => {
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let index = 0; index < 300; index += 1)
      doc.getMap('cards').set(`card ${index}`, `${index} ${'long '.repeat(100)}`)
    const state = createMergedState({ checkpoint: null, updates: updates.slice(0, 200) })
    for (const update of updates.slice(200, 280)) state.add(update)
    for (const isResting of [true, false, true]) {
      if (isResting) state.rest()
      else for (const update of updates.slice(280)) state.add(update)
      const newcomer = new Y.Doc()
      applyAnswer(newcomer, state.answer(Uint8Array.of(0)))
      expect(newcomer.getMap('cards').size).toBeGreaterThanOrEqual(280)
      applyAnswer(newcomer, state.answer(Y.encodeStateVector(newcomer)))
      const handedOut = new Y.Doc()
      Y.applyUpdate(handedOut, state.beginCollection() ?? Uint8Array.of(0, 0))
      state.rest()
      state.endCollection(null)
      expect(handedOut.getMap('cards').toJSON()).toEqual(newcomer.getMap('cards').toJSON())
    }
    const whole = new Y.Doc()
    applyAnswer(whole, state.answer(Uint8Array.of(0)))
    expect(whole.getMap('cards').toJSON()).toEqual(doc.getMap('cards').toJSON())
  })

  it('keeps what cannot be merged beside the rest', () => {
    const good = Y.encodeStateAsUpdate(write([{ author: 0, kind: 'set', key: 1 }]).whole)
    const broken = Uint8Array.of(1, 1, 1, 0, 99)
    const { merged, odd } = mergeSafely([good, broken, good])
    expect(merged).toEqual(good)
    expect(odd).toEqual([broken])
    expect(mergeForBroadcast([broken, good])).toEqual([good, broken])
  })
})

describe('the known clocks', () => {
  test.prop([edits], { seed: 78, numRuns: 60 })(
    'know exactly what was added, deletions included',
    (history) => {
      const { whole, updates } = write(history)
      const known = createKnownClocks()
      const inspected = updates.map((update) => inspectUpdate(update))
      for (const update of inspected) {
        if (update === null) throw new Error('Yjs wrote an update that the relay refuses')
        if (update.inserts.length > 0) expect(known.covers(update)).toBe(false)
        known.add(update)
        expect(known.covers(update)).toBe(true)
      }
      const all = inspectUpdate(Y.encodeStateAsUpdate(whole))
      if (all === null) throw new Error('Yjs wrote an update that the relay refuses')
      // Of two values for one key a document deletes the loser by itself: such deletions are news, once.
      expect(known.covers({ inserts: all.inserts, deletes: [] })).toBe(true)
      known.add(all)
      expect(known.covers(all)).toBe(true)
      expect(Y.decodeStateVector(known.stateVector())).toEqual(
        Y.decodeStateVector(Y.encodeStateVector(whole)),
      )
    },
  )

  test.prop([edits, fc.integer({ min: 0, max: 200 })], { seed: 79, numRuns: 60 })(
    'are the same after they were kept as a summary, which there is none of while something waits',
    (history, missing) => {
      const inspected = write(history).updates.flatMap((update) => inspectUpdate(update) ?? [])
      const known = createKnownClocks()
      for (const [at, update] of inspected.entries()) if (at !== missing) known.add(update)
      const summary = known.summary()
      expect(summary === null).toBe(known.gaps() > 0)
      if (summary === null) return
      const again = createKnownClocks(decodeClockSummary(summary))
      expect(again.summary()).toEqual(summary)
      expect(again.stateVector()).toEqual(known.stateVector())
      expect(again.gaps()).toBe(0)
      for (const update of inspected) {
        expect(again.covers(update)).toBe(known.covers(update))
      }
      for (let end = 0; end < summary.length; end += 1)
        expect(decodeClockSummary(summary.subarray(0, end))).toBeNull()
    },
  )

  it('tell a gap until it is filled, and a deletion that is new from one that is known', () => {
    const known = createKnownClocks()
    const range = (clock: number, length: number) => ({ client: 1, clock, length })
    expect(known.add({ inserts: [range(5, 5)], deletes: [] })).toBe('waits')
    expect(Y.decodeStateVector(known.stateVector()).size).toBe(0)
    expect(known.add({ inserts: [range(0, 3)], deletes: [range(1, 1)] }), 'adds nothing that waits').toBe(
      'shown',
    )
    expect(known.gaps()).toBe(1)
    expect(Y.decodeStateVector(known.stateVector()).get(1)).toBe(3)
    expect(known.add({ inserts: [range(2, 4)], deletes: [] })).toBe('shown')
    expect(known.gaps()).toBe(0)
    expect(Y.decodeStateVector(known.stateVector()).get(1)).toBe(10)
    expect(known.covers({ inserts: [range(0, 10)], deletes: [range(1, 1)] })).toBe(true)
    expect(known.covers({ inserts: [], deletes: [range(1, 2)] })).toBe(false)
  })
})

describe('a framed message', () => {
  it.each([0, 1, 125, 126, 65_535, 65_536, 65_537, 200_000])('of %i bytes comes out whole', (length) => {
    const message = new Uint8Array(length).map((_, index) => index % 251)
    const frames = frameMessage(message)
    expect(Buffer.compare(unframe(frames), message)).toBe(0)
    expect(frames.map((frame) => (frame[0] ?? 0) & 15)).toEqual(frames.map((_, at) => (at === 0 ? 2 : 0)))
    expect(frames.map((frame) => (frame[0] ?? 0) >= 128)).toEqual(
      frames.map((_, at) => at === frames.length - 1),
    )
  })
})
