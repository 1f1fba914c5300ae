import { unzlibSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { PngWriter } from '../../../src/exchange/png/PngWriter.ts'
import { crc32 } from '../../../src/exchange/zip/crc32.ts'

interface Chunk {
  readonly type: string
  readonly data: Uint8Array
}

function chunksOf(png: Uint8Array): readonly Chunk[] {
  const view = new DataView(png.buffer)
  const chunks: Chunk[] = []
  for (let at = 8; at < png.length; ) {
    const length = view.getUint32(at)
    const named = png.subarray(at + 4, at + 8 + length)
    expect(view.getUint32(at + 8 + length)).toBe(crc32(named))
    chunks.push({ type: String.fromCharCode(...named.subarray(0, 4)), data: named.subarray(4) })
    at += 12 + length
  }
  return chunks
}

const join = (parts: readonly Uint8Array[]) => Uint8Array.from(parts.flatMap((part) => [...part]))

describe('a PNG that is written strip by strip', () => {
  it('holds exactly the pixels that were drawn', () => {
    const [width, height] = [7, 5]
    const pixels = Uint8ClampedArray.from({ length: width * height * 4 }, (_, index) => (index * 37) % 256)
    const writer = new PngWriter({ width, height, pixelsPerMm: 10 })
    writer.addRows(pixels.subarray(0, 3 * width * 4))
    writer.addRows(pixels.subarray(3 * width * 4))
    const png = join(writer.finish())
    const chunks = chunksOf(png)
    expect(chunks.map(({ type }) => type).filter((type, index, all) => all.indexOf(type) === index)).toEqual([
      'IHDR',
      'pHYs',
      'IDAT',
      'IEND',
    ])
    const rows = unzlibSync(join(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data)))
    const read: number[] = []
    for (let row = 0; row < height; row += 1) {
      const line = rows.subarray(row * (width * 3 + 1), (row + 1) * (width * 3 + 1))
      expect(line[0]).toBe(1)
      const before = [0, 0, 0]
      for (let at = 1; at < line.length; at += 1) {
        const channel = (at - 1) % 3
        before[channel] = ((before[channel] ?? 0) + (line[at] ?? 0)) % 256
        read.push(before[channel] ?? 0)
      }
    }
    expect(read).toEqual([...pixels].filter((_, index) => index % 4 !== 3))
  })

  it('is not finished before all of it was drawn', () => {
    const writer = new PngWriter({ width: 1, height: 2, pixelsPerMm: 1 })
    writer.addRows(new Uint8ClampedArray(4))
    expect(() => writer.finish()).toThrow('1 of 2 rows')
  })
})
