import { describe, expect, it } from 'vitest'
import { type CheckpointAge, checkpointsToDrop } from '../../src/storage/thinCheckpoints.ts'

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
const START = Date.UTC(2026, 2, 2, 9)

/** Works in steps of `every` for `total`, thinning after every copy as the device does. */
function work(total: number, every: number, isNamed = (_id: number) => false): readonly CheckpointAge[] {
  let copies: CheckpointAge[] = []
  for (let passed = 0; passed <= total; passed += every) {
    const id = passed / every + 1
    copies.push({ id, at: START + passed, isNamed: isNamed(id) })
    const dropped = new Set(checkpointsToDrop(copies, START + passed))
    copies = copies.filter((copy) => !dropped.has(copy.id))
  }
  return copies
}

const ages = (copies: readonly CheckpointAge[], now: number) => copies.map(({ at }) => now - at)

describe('the copies of a document over time', () => {
  it('let a person go back in steps of minutes through the last two hours', () => {
    const copies = work(3 * 60 * MINUTE, 3 * MINUTE)
    const recent = ages(copies, START + 180 * MINUTE).filter((age) => age <= 110 * MINUTE)
    expect(recent.length).toBeGreaterThanOrEqual(20)
    for (let n = 1; n < recent.length; n += 1) {
      expect((recent[n - 1] ?? 0) - (recent[n] ?? 0)).toBeLessThanOrEqual(10 * MINUTE)
    }
  })

  it('stay few in a year of daily work, and reach back to the first month', () => {
    const total = 365 * DAY
    const copies = work(total, 60 * MINUTE)
    expect(copies.length).toBeLessThan(130)
    expect(Math.max(...ages(copies, START + total))).toBeGreaterThan(330 * DAY)
    const lastMonth = ages(copies, START + total).filter((age) => age > 2 * DAY && age <= 32 * DAY)
    expect(lastMonth.length).toBeGreaterThanOrEqual(29)
  })

  it('never lose one that somebody has named', () => {
    const copies = work(100 * DAY, 60 * MINUTE, (id) => id === 7)
    expect(copies.some(({ id }) => id === 7)).toBe(true)
  })

  it.each([
    ['a year ahead', 365 * DAY],
    ['a year behind', -365 * DAY],
  ])('keep the newest two by number when the clock was %s', (_case, wrong) => {
    const copies = Array.from({ length: 40 }, (_, n) => ({
      id: n + 1,
      at: START + wrong + n * MINUTE,
      isNamed: false,
    }))
    const dropped = checkpointsToDrop(copies, START)
    expect(dropped).not.toContain(40)
    expect(dropped).not.toContain(39)
    expect(dropped.length).toBeGreaterThanOrEqual(35)
  })
})
