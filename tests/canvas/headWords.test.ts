import { describe, expect, it } from 'vitest'
import { barHeight } from '../../src/canvas/overlay/headSpans.ts'
import { headWords, railWords } from '../../src/canvas/overlay/headWords.ts'

const wall = { width: 3840, height: 1880 }
const tablet = { width: 1180, height: 700 }
const sentence = 'Ich vergleiche Bahn, Auto und Flug für uns vier und rechne.'

describe('a lane’s title in the rail', () => {
  it('has as many whole lines as the lane is high', () => {
    expect(railWords(200, tablet)).toMatchObject({ size: 13 })
    expect(railWords(36, tablet)).toEqual({ size: 13, lines: 2 })
    expect(railWords(30, tablet)).toEqual({ size: 13, lines: 1 })
  })

  it('gets smaller where not even one line fits, and goes before it is a smudge', () => {
    const words = railWords(12, tablet)
    expect(words?.lines).toBe(1)
    expect((words?.size ?? 0) * 1.2).toBeLessThanOrEqual(12)
    expect(railWords(8, tablet)).toBeNull()
  })
})

describe('the activities in the sticky bar', () => {
  it('keep the size of the other titles where their words fit', () => {
    expect(headWords(['Ich warte.'], 300, tablet).size).toBe(12)
    expect(headWords(['Ich warte.'], 400, wall).size).toBeCloseTo(12 * 2.4)
  })

  it('get smaller in narrow columns, with as many lines as the bar has room for', () => {
    const words = headWords([sentence], 85, wall)
    expect(words.size).toBeLessThan(12 * 2.4)
    expect(words.lines).toBeGreaterThan(2)
    expect(words.lines * words.size * 1.22).toBeLessThanOrEqual(barHeight('activities', wall))
  })

  it('are never smaller than can be read', () => {
    expect(headWords([sentence.repeat(20)], 64, tablet)).toEqual({ size: 9.5, lines: 3 })
    expect(headWords([], 0, tablet).size).toBeGreaterThanOrEqual(9.5)
  })
})
