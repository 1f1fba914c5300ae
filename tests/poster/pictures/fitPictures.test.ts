import { describe, expect, it } from 'vitest'
import type { Scene } from '../../../src/layout/scene.ts'
import { readJpeg } from '../../../src/poster/pdf/readJpeg.ts'
import { fitPictures } from '../../../src/poster/pictures/fitPictures.ts'
import { decodeJpeg } from '../../../src/poster/pictures/jpegCodec.ts'
import { photo } from '../photoScene.ts'

const meta = { title: '', language: 'de', createdAt: 0 }

function page(width: number, height: number): Scene {
  return {
    width: 300,
    height: 200,
    ops: [{ kind: 'picture', mediaId: 'a', x: 0, y: 0, width, height }],
  }
}

function fitted(bytes: Uint8Array, ...scenes: Scene[]): Uint8Array {
  const job = fitPictures({ scenes, pictures: new Map([['a', bytes]]), meta })
  return job.pictures.get('a') ?? new Uint8Array()
}

describe('photos on a poster', () => {
  it('have the pixels that their frame needs, and look the same', () => {
    const original = photo(3)
    const small = fitted(original, page(34, 20))
    const jpeg = readJpeg(small)
    // 34 mm at 240 pixels per inch; the frame is wider than the photo, so its width decides.
    expect(jpeg).toMatchObject({ width: 321, height: 241 })
    expect(small.length).toBeLessThan(original.length / 2)
    const [before, after] = [decodeJpeg(original), decodeJpeg(small)]
    for (const [x, y] of [
      [0.1, 0.1],
      [0.5, 0.5],
      [0.9, 0.8],
    ] as const) {
      for (const channel of [0, 1]) {
        expect(Math.abs(at(before, x, y, channel) - at(after, x, y, channel))).toBeLessThan(8)
      }
    }
  })

  it('are as large as the largest frame they are shown in, on whatever page', () => {
    expect(readJpeg(fitted(photo(1), page(10, 8), page(40, 30), page(10, 8)))?.width).toBe(378)
  })

  it('stay as they are when they are small already, damaged, or in printing colours', () => {
    const original = photo(1)
    expect(fitted(original, page(120, 90))).toBe(original)
    const damaged = original.slice(0, 400)
    expect(fitted(damaged, page(10, 8))).toBe(damaged)
    const noise = new TextEncoder().encode('no picture')
    expect(fitted(noise, page(10, 8))).toBe(noise)
  })

  it('that claim to be huge are not unpacked', () => {
    const bomb = photo(1).slice()
    const frame = bomb.findIndex((byte, index) => byte === 0xff && bomb[index + 1] === 0xc0)
    bomb.set([0xff, 0xff, 0xff, 0xff], frame + 5)
    expect(fitted(bomb, page(10, 8))).toBe(bomb)
  })

  it('are left out of the job when no page shows them', () => {
    const job = fitPictures({ scenes: [page(10, 8)], pictures: new Map([['b', photo(1)]]), meta })
    expect([...job.pictures.keys()]).toEqual([])
  })
})

function at(pixels: ReturnType<typeof decodeJpeg>, x: number, y: number, channel: number): number {
  if (pixels === null) throw new Error('no pixels')
  const { width, height, data } = pixels
  return data[(Math.round(y * height) * width + Math.round(x * width)) * 4 + channel] ?? 0
}
