import { describe, expect, it } from 'vitest'
import { orderBetween, ordersBetween } from '../../src/model/order.ts'
import { byOrder, byPlace } from '../../src/model/select/byOrder.ts'
import { order } from '../../src/model/field.ts'
import { seededBytes, seededNumbers } from './support/testWorkshop.ts'

describe('order keys', () => {
  it('[ORDER1] stay strictly between their neighbours through thousands of inserts at random places', () => {
    const random = seededBytes(11)
    const next = seededNumbers(12)
    const keys: string[] = []
    for (let count = 0; count < 3_000; count += 1) {
      const at = Math.floor(next() * (keys.length + 1))
      const key = orderBetween(keys[at - 1] ?? null, keys[at] ?? null, random)
      expect(order().parse(key)).toBe(key)
      keys.splice(at, 0, key)
    }
    expect([...keys].sort()).toEqual(keys)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('[ORDER1] find room again and again at the same place', () => {
    const random = seededBytes(13)
    const low = orderBetween(null, null, random)
    let high = orderBetween(low, null, random)
    for (let count = 0; count < 500; count += 1) {
      const key = orderBetween(low, high, random)
      expect(key > low && key < high).toBe(true)
      high = key
    }
    let floor = low
    for (let count = 0; count < 500; count += 1) {
      const key = orderBetween(floor, high, random)
      expect(key > floor && key < high).toBe(true)
      floor = key
    }
  })

  it('[ORDER2] of two devices that insert at the same place are practically never the same', () => {
    const keys = new Set<string>()
    for (let device = 0; device < 4_000; device += 1)
      keys.add(orderBetween('a0V', 'a1V', seededBytes(device)))
    expect(keys.size).toBe(4_000)
  })

  it('[ORDER1] come in rows that ascend, with and without an upper end', () => {
    for (const [before, after] of [
      [null, null],
      ['a0V', null],
      [null, 'a0V'],
      ['a0V', 'a0W'],
      ['a0', 'a01'],
    ] as const) {
      const row = ordersBetween(before, after, 400, seededBytes(5))
      expect(row).toHaveLength(400)
      expect([...row].sort()).toEqual(row)
      expect(new Set(row).size).toBe(400)
      if (before !== null) expect((row[0] ?? '') > before).toBe(true)
      if (after !== null) expect((row.at(-1) ?? '') < after).toBe(true)
    }
  })

  it('[ORDER2] that are the same after all are sorted by id, the same on every device', () => {
    const rows = ['c', 'a', 'b'].map((id) => ({ id, order: 'a0V' }))
    expect(byOrder(rows).map((row) => row.id)).toEqual(['a', 'b', 'c'])
    expect(byPlace(rows.map(({ id }) => ({ id, place: { order: 'a0V' } }))).map((row) => row.id)).toEqual([
      'a',
      'b',
      'c',
    ])
  })

  it('[ORDER3] treat a neighbour with a foreign or empty key as no neighbour, and equal keys as no room', () => {
    const random = seededBytes(7)
    expect(orderBetween('', '!!', random)).toMatch(/^a0/)
    expect(orderBetween('a5V', 'a5V', random) > 'a5V').toBe(true)
  })
})
