import { describe, expect, it } from 'vitest'
import { isSafeId, randomId } from '../../src/shared/ids.ts'

describe('ids', () => {
  it('are 22 characters long, safe in links and files, and do not repeat', () => {
    const seen = new Set(Array.from({ length: 2_000 }, () => randomId()))
    expect(seen.size).toBe(2_000)
    for (const id of seen) expect(id).toMatch(/^[0-9A-Za-z]{22}$/)
  })

  it('use every character about equally often', () => {
    const counts = new Map<string, number>()
    const text = Array.from({ length: 3_000 }, () => randomId()).join('')
    for (const char of text) counts.set(char, (counts.get(char) ?? 0) + 1)
    expect(counts.size).toBe(62)
    for (const count of counts.values()) expect(count).toBeGreaterThan(800)
  })

  it.each(['', '__proto__', 'constructor', '../x', 'a b', 'x'.repeat(65), 7])(
    'refuse %j from outside',
    (value) => {
      expect(isSafeId(value)).toBe(false)
    },
  )
})
