import { describe, expect, it } from 'vitest'
import { refusedByHeader } from '../../../src/app/pictures/encodePicture.ts'
import { readPictureHeader } from '../../../src/app/pictures/pictureHeader.ts'
import { cutInHalf, heic, hugeHeader, quadrants, SVG, u32, withNotes } from './photoFiles.ts'

const PNG = Buffer.concat([
  Buffer.from('\x89PNG\r\n\x1a\n', 'latin1'),
  u32(13),
  Buffer.from('IHDR'),
  u32(640),
  u32(480),
  Buffer.alloc(5),
  u32(0),
  u32(0),
  Buffer.from('IEND'),
  u32(0),
])

describe('what a picture says about itself', () => {
  it('is read from its header, whatever notes stand before it', () => {
    const plain = readPictureHeader(quadrants())
    expect(plain).toMatchObject({ format: 'jpeg', isCut: false })
    expect(plain.size?.width).toBeGreaterThan(0)
    expect(readPictureHeader(withNotes())).toEqual(plain)
    expect(readPictureHeader(PNG)).toEqual({
      format: 'png',
      size: { width: 640, height: 480 },
      isCut: false,
    })
    expect(readPictureHeader(heic())).toMatchObject({ format: 'heic', size: { width: 4032, height: 3024 } })
  })

  it('shows that the end is missing, wherever it was cut', () => {
    const jpeg = quadrants()
    for (const part of [0.02, 0.1, 0.5, 0.9]) {
      expect(readPictureHeader(jpeg.subarray(0, Math.floor(jpeg.length * part))).isCut, String(part)).toBe(
        true,
      )
    }
    expect(readPictureHeader(PNG.subarray(0, PNG.length - 12)).isCut).toBe(true)
    expect(refusedByHeader(readPictureHeader(cutInHalf()))).toEqual({ code: 'cut' })
  })

  it('of more than 64 megapixels is refused before anything decodes it', () => {
    expect(refusedByHeader(readPictureHeader(hugeHeader()))).toEqual({
      code: 'tooLarge',
      width: 12_000,
      height: 9_000,
    })
    expect(refusedByHeader(readPictureHeader(quadrants()))).toBeNull()
  })

  it('is no picture to us when it is SVG, also behind a mark, as UTF-16 or under another name', () => {
    for (const bytes of [Buffer.from(SVG), Buffer.from(`\ufeff${SVG}`), Buffer.from(SVG, 'utf16le')])
      expect(refusedByHeader(readPictureHeader(bytes))).toEqual({ code: 'svg' })
  })

  it('is a PDF when it says so, which is answered with a word of its own', () => {
    expect(refusedByHeader(readPictureHeader(Buffer.from('%PDF-1.7\n')))).toEqual({ code: 'pdf' })
  })

  it('is never a crash, whatever the bytes are', () => {
    let state = 7
    const random = () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) & 0xff
    for (let run = 0; run < 3_000; run += 1) {
      const start = [quadrants(), PNG, heic()][run % 3] as Buffer
      const bytes = Buffer.from(start.subarray(0, 4 + (random() % 120)))
      for (let change = 0; change < 4; change += 1) bytes[4 + (random() % bytes.length)] = random()
      expect(() => readPictureHeader(bytes)).not.toThrow()
    }
  })
})
