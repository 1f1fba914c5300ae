import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { readJpeg } from '../../../src/poster/pdf/readJpeg.ts'

const plain = new Uint8Array(readFileSync(new URL('../../fixtures/poster/quadrants.jpg', import.meta.url)))
const segment = (marker: number, content: string) => [
  0xff,
  marker,
  0,
  content.length + 2,
  ...Buffer.from(content, 'latin1'),
]
const withSegments = (...segments: number[][]) =>
  new Uint8Array([...plain.subarray(0, 2), ...segments.flat(), ...plain.subarray(2)])

describe('a photo on its way into a poster', () => {
  it('passes unchanged when it carries nothing but the picture', () => {
    expect(readJpeg(plain)).toEqual({ bytes: plain, width: 96, height: 64, components: 3 })
  })

  it('loses place, camera, editing history and comments', () => {
    const tagged = withSegments(
      segment(0xe1, 'Exif\0\0GPS 47.1 N'),
      segment(0xe1, 'http://ns.adobe.com/xap/1.0/\0<x/>'),
      segment(0xed, 'Photoshop 3.0\0'),
      segment(0xfe, 'taken by Jana'),
    )
    expect(readJpeg(tagged)?.bytes).toEqual(plain)
  })

  it('keeps what its colours depend on', () => {
    const coloured = withSegments(
      segment(0xe2, 'ICC_PROFILE\0\u0001\u0001'),
      segment(0xee, 'Adobe\0d\0\0\0\0\u0001'),
    )
    expect(readJpeg(coloured)?.bytes).toEqual(coloured)
  })

  it('is measured by its frame, even when a Huffman table comes first', () => {
    const table = segment(0xc4, '\u0000'.repeat(17))
    expect(readJpeg(withSegments(table))).toMatchObject({ width: 96, height: 64, components: 3 })
  })

  it('is refused when it is no JPEG, is cut off, or lies about a length', () => {
    expect(readJpeg(new Uint8Array())).toBeNull()
    expect(readJpeg(new TextEncoder().encode('<svg onload="x"/>'))).toBeNull()
    expect(readJpeg(plain.subarray(0, 100))).toBeNull()
    expect(readJpeg(new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0xff, 0xff, 1, 2]))).toBeNull()
  })
})
