import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { carryCaret, changeBetween, rebase } from '../../src/canvas/edit/carryCaret.ts'

const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', 'ä', '😀', '👩‍👧'), maxLength: 12 })

function apply(before: string, change: ReturnType<typeof changeBetween>): string {
  if (change === null) return before
  return before.slice(0, change.start) + change.inserted + before.slice(change.start + change.removed)
}

describe('the change between two texts', () => {
  it('turns one into the other', () => {
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(apply(a, changeBetween(a, b))).toBe(b)
      }),
    )
  })

  it('never cuts a character in two', () => {
    expect(changeBetween('😀', '😁')).toEqual({ start: 0, removed: 2, inserted: '😁' })
    expect(changeBetween('x😀y', 'x😁y')).toEqual({ start: 1, removed: 2, inserted: '😁' })
  })
})

describe('the caret', () => {
  it('stays at its letter while somebody writes before it', () => {
    expect(carryCaret(5, changeBetween('hello', 'oh hello'))).toBe(8)
  })

  it('stays where it is while somebody writes behind it', () => {
    expect(carryCaret(2, changeBetween('hello', 'hello you'))).toBe(2)
  })

  it('goes behind what replaced its surroundings', () => {
    expect(carryCaret(3, changeBetween('a bcd e', 'a xy e'))).toBe(4)
  })

  it('is always inside of the new text', () => {
    fc.assert(
      fc.property(text, text, fc.nat(12), (a, b, at) => {
        const caret = carryCaret(Math.min(at, a.length), changeBetween(a, b))
        expect(caret).toBeGreaterThanOrEqual(0)
        expect(caret).toBeLessThanOrEqual(b.length)
      }),
    )
  })
})

describe('letters that an input method held back', () => {
  it('join what others wrote meanwhile', () => {
    expect(rebase('Zug', 'Zug にほん', 'Der Zug')).toBe('Der Zug にほん')
    expect(rebase('Zug', 'ICE Zug', 'Zug fährt')).toBe('ICE Zug fährt')
  })

  it('are all kept, and the others lose nothing that I did not replace', () => {
    fc.assert(
      fc.property(text, text, text, (base, inserted, theirs) => {
        const mine = base + inserted
        const merged = rebase(base, mine, theirs)
        expect(merged).toContain(changeBetween(base, mine)?.inserted ?? '')
        expect(merged.length).toBe(theirs.length + mine.length - base.length)
      }),
    )
  })
})
