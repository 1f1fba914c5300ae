/** The code of a filled card on photos as tablets take them. Pictures are made here: turned, far away, out of focus, covered. */
import { encodeQR } from 'qr'
import { describe, expect, it, vi } from 'vitest'
import { findCode, type Pixels } from '../../../src/app/paper/findCode.ts'
import { paperCodeText, paperMark } from '../../../src/model/paperCode.ts'
import { photoOf, type PhotoOptions } from './photoOf.ts'

// Slow machines take their time; nothing here waits for anything but work.
vi.setConfig({ testTimeout: 60_000 })

const SEED = 20_261_122
const code = {
  workshop: paperMark('workshop', 'a workshop'),
  lane: paperMark('lane', 'a lane'),
  place: paperMark('place', 'a phase'),
  serial: paperMark('serial', 'the first'),
}
const modulesOf = (text: string) => encodeQR(text, 'raw', { border: 3, ecc: 'quartile' })
const photo = (text: string, options: Partial<PhotoOptions> = {}) =>
  photoOf(modulesOf(text), {
    width: 520,
    height: 400,
    perModule: 5,
    angle: 3,
    blur: 0,
    seed: SEED,
    ...options,
  })

describe(`findCode (seed ${SEED})`, () => {
  it.each<[string, Partial<PhotoOptions>]>([
    ['straight and near', { angle: 0, perModule: 9 }],
    ['turned a little', { angle: 7 }],
    ['turned a lot', { angle: 38 }],
    ['upside down', { angle: 180 }],
    ['far away', { perModule: 2.6, angle: 12 }],
    ['out of focus', { blur: 2, perModule: 6 }],
    ['out of focus and turned', { blur: 1, perModule: 4, angle: -21 }],
    ['with a corner under a thumb', { covered: 0.3 }],
  ])('reads a code that is %s', async (_, options) => {
    expect(await findCode(photo(paperCodeText(code), options))).toEqual({ kind: 'code', code })
  })

  it('says that a code is not ours', async () => {
    expect(await findCode(photo('https://example.org/menu'))).toEqual({ kind: 'foreign' })
  })

  it('says that one of ours was read wrongly rather than placing it anywhere', async () => {
    const text = paperCodeText(code)
    const other = text.endsWith('7') ? '8' : '7'
    expect(await findCode(photo(`${text.slice(0, -1)}${other}`))).toEqual({ kind: 'damaged' })
  })

  it('says that a code is there which is too badly covered to be read', async () => {
    const modules = modulesOf(paperCodeText(code))
    // Everything but the corners is gone.
    const worn = modules.map((row, y) =>
      row.map((dark, x) => {
        const far = modules.length - 11
        return (x < 11 || y < 11) && (x < 11 || x >= far) && (y < 11 || y >= far) ? dark : (x * y) % 3 === 0
      }),
    )
    const seen = photoOf(worn, { width: 520, height: 400, perModule: 5, angle: 3, blur: 0, seed: SEED })
    expect(await findCode(seen)).toEqual({ kind: 'damaged' })
  })

  it('leaves it to the person when cards of different places are on one photo', async () => {
    const other = { ...code, place: paperMark('place', 'another phase') }
    const both = beside(photo(paperCodeText(code)), photo(paperCodeText(other), { angle: -4 }))
    expect(await findCode(both)).toEqual({ kind: 'several' })
  })

  it.each([
    ['empty paper', () => false],
    ['a chequered cloth', (x: number, y: number) => (x + y) % 2 === 0],
    ['windows of a house', (x: number, y: number) => x % 5 > 1 && y % 7 > 2],
    ['gravel', (x: number, y: number) => Math.imul(x * 71 + y * 131 + SEED, 2_654_435_761) >>> 31 === 1],
  ])('finds nothing on %s', async (_, darkAt) => {
    const texture = Array.from({ length: 50 }, (_row, y) =>
      Array.from({ length: 50 }, (_cell, x) => darkAt(x, y)),
    )
    const seen = photoOf(texture, { width: 400, height: 300, perModule: 6, angle: 8, blur: 1, seed: SEED })
    expect(await findCode(seen)).toEqual({ kind: 'none' })
  })
})

/** Two photos of one height side by side. */
function beside(left: Pixels, right: Pixels): Pixels {
  const width = left.width + right.width
  const data = new Uint8ClampedArray(4 * width * left.height)
  for (let y = 0; y < left.height; y += 1) {
    data.set(left.data.subarray(4 * y * left.width, 4 * (y + 1) * left.width), 4 * y * width)
    data.set(
      right.data.subarray(4 * y * right.width, 4 * (y + 1) * right.width),
      4 * (y * width + left.width),
    )
  }
  return { width, height: left.height, data }
}
