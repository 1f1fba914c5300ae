import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { textDiff, wellFormed } from '../../src/model/textDiff.ts'

function apply(before: string, after: string): string {
  const change = textDiff(before, after)
  if (change === null) return before
  return before.slice(0, change.index) + change.inserted + before.slice(change.index + change.removed)
}

describe('the difference of two texts', () => {
  it('[TEXT1] turns one into the other and never cuts a character in two', () => {
    const pieces = fc.array(
      fc.constantFrom('a', 'ß', '👩', '👨', '🚆', '\u{1F468}\u200D\u{1F469}', ' ', '\n'),
      { maxLength: 12 },
    )
    fc.assert(
      fc.property(pieces, pieces, (left, right) => {
        const [before, after] = [left.join(''), right.join('')]
        expect(apply(before, after)).toBe(after)
        const change = textDiff(before, after)
        if (change === null) return
        const parts = [
          before.slice(0, change.index),
          before.slice(change.index + change.removed),
          change.inserted,
        ]
        for (const part of parts) expect(wellFormed(part)).toBe(part)
      }),
      { seed: 20_270_401, numRuns: 2_000 },
    )
  })

  it('[TEXT1] is as small as one replacement can be', () => {
    expect(textDiff('Ich warte lange', 'Ich warte sehr lange')).toEqual({
      index: 10,
      removed: 0,
      inserted: 'sehr ',
    })
    expect(textDiff('aaaa', 'aaa')).toEqual({ index: 3, removed: 1, inserted: '' })
    expect(textDiff('👩', '👨')).toEqual({ index: 0, removed: 2, inserted: '👨' })
    expect(textDiff('same', 'same')).toBeNull()
  })
})
