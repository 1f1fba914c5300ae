import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { watchGaps } from '../../src/storage/watchGaps.ts'

/** Three changes of another device, each as it was sent. */
function threeUpdates(): readonly Uint8Array[] {
  const there = new Y.Doc()
  const updates: Uint8Array[] = []
  there.on('update', (update: Uint8Array) => void updates.push(update))
  for (const text of ['a', 'b', 'c']) there.getText('t').insert(0, text)
  return updates
}

describe('changes that wait for others which are missing', () => {
  it('are noticed when they come, and when what they waited for comes', () => {
    const [first, second, third] = threeUpdates()
    const here = new Y.Doc()
    const other = new Y.Doc()
    const { hasGaps, stop } = watchGaps([other, here])
    const heard: boolean[] = []
    hasGaps.subscribe((now) => void heard.push(now))
    const arrives = (update: Uint8Array | undefined) => Y.applyUpdate(here, update ?? new Uint8Array())
    arrives(first)
    expect(hasGaps.get()).toBe(false)
    arrives(third)
    expect(hasGaps.get()).toBe(true)
    other.getText('t').insert(0, 'x')
    expect(hasGaps.get()).toBe(true)
    arrives(second)
    expect([hasGaps.get(), here.getText('t').toJSON(), heard]).toEqual([false, 'cba', [true, false]])
    stop()
  })

  it('are known from the start when they were stored', () => {
    const [first, , third] = threeUpdates()
    const here = new Y.Doc()
    for (const update of [first, third]) Y.applyUpdate(here, update ?? new Uint8Array())
    const { hasGaps, stop } = watchGaps([here])
    stop()
    expect(hasGaps.get()).toBe(true)
  })
})
