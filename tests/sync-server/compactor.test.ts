import { describe, expect, it, onTestFinished } from 'vitest'
import * as Y from 'yjs'
import { createCompactor, type Compactor } from '../../sync-server/compaction/compactor.ts'
import { createLogSink } from './helpers/startRelay.ts'

function started(patienceMs = 20_000): { compactor: Compactor; lines: string[] } {
  const { logger, lines } = createLogSink()
  const compactor = createCompactor({ logger, patienceMs, idleMs: 1_000 })
  onTestFinished(() => compactor.close())
  return { compactor, lines }
}

function dragged(times: number): Y.Doc {
  const doc = new Y.Doc({ gc: false })
  for (let index = 0; index < times; index += 1) doc.getMap('cards').set('card', { x: index })
  return doc
}

function applied(update: Uint8Array): Y.Doc {
  const doc = new Y.Doc()
  Y.applyUpdate(doc, update)
  return doc
}

describe('compaction', () => {
  it('of ten thousand drags keeps the last place and next to no bytes', async () => {
    const { compactor } = started()
    const doc = dragged(10_000)
    const update = Y.encodeStateAsUpdate(doc)
    const compacted = await compactor.compact(update)
    expect(update.length).toBeGreaterThan(50_000)
    expect(compacted?.length).toBeLessThan(200)
    expect(
      applied(compacted ?? update)
        .getMap('cards')
        .toJSON(),
    ).toEqual({ card: { x: 9_999 } })
    expect(Y.encodeStateVector(applied(compacted ?? update))).toEqual(Y.encodeStateVector(doc))
  })

  it('of several documents at once answers each with its own', async () => {
    const { compactor } = started()
    const docs = [1, 2, 3, 4].map((size) => dragged(size * 10))
    const all = await Promise.all(docs.map((doc) => compactor.compact(Y.encodeStateAsUpdate(doc))))
    const last = all.map((state) =>
      applied(state ?? Uint8Array.of(0, 0))
        .getMap('cards')
        .get('card'),
    )
    expect(last).toEqual([{ x: 9 }, { x: 19 }, { x: 29 }, { x: 39 }])
  })

  it('leaves alone what waits for something missing: it would be lost', async () => {
    const { compactor } = started()
    const doc = new Y.Doc()
    const updates: Uint8Array[] = []
    doc.on('update', (update: Uint8Array) => updates.push(update))
    for (let index = 0; index < 3; index += 1) doc.getMap('cards').set(`card ${index}`, index)
    const withGap = Y.mergeUpdates([updates[0] ?? Uint8Array.of(), updates[2] ?? Uint8Array.of()])
    expect(await compactor.compact(withGap)).toBeNull()
    expect(await compactor.compact(Uint8Array.of(9, 9, 9))).toBeNull()
    expect(await compactor.compact(Y.encodeStateAsUpdate(doc))).not.toBeNull()
  })

  it('that takes too long is given up, and the next document is not kept waiting', async () => {
    const { compactor, lines } = started(1)
    expect(await compactor.compact(Y.encodeStateAsUpdate(dragged(5_000)))).toBeNull()
    expect(lines.join()).toContain('could not be compacted')
    await compactor.close()
    expect(await compactor.compact(Uint8Array.of(0, 0))).toBeNull()
  })
})
