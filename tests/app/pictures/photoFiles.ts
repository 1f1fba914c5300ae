/** Photos as cameras and troublemakers send them, made from one honest JPEG. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Red, green, blue and yellow quarters, clockwise from the top left: red green / blue yellow. */
export function quadrants(): Buffer {
  return readFileSync(join(import.meta.dirname, '../../fixtures/poster/quadrants.jpg'))
}

/** Words that must never come through. */
export const SECRETS = ['Exif', 'CamMaker', 'GPSSECRET', 'http://ns.adobe.com/xap']

/** With EXIF: orientation 6 (turned right by a quarter), a camera, a place in the GPS directory; and XMP. */
export function withNotes(jpeg: Buffer = quadrants()): Buffer {
  const entry = (tag: number, type: number, count: number, value: Buffer) =>
    Buffer.concat([u16(tag), u16(type), u32(count), Buffer.concat([value, Buffer.alloc(4)]).subarray(0, 4)])
  const maker = Buffer.from('CamMaker\0')
  const place = Buffer.from('GPSSECRET 48.1374N 11.5755E\0')
  const first = 8
  const gps = first + 2 + 3 * 12 + 4
  const data = gps + 2 + 12 + 4
  const tiff = Buffer.concat([
    Buffer.from('MM\0*'),
    u32(first),
    u16(3),
    entry(0x010f, 2, maker.length, u32(data)),
    entry(0x0112, 3, 1, u16(6)),
    entry(0x8825, 4, 1, u32(gps)),
    u32(0),
    u16(1),
    entry(0x001d, 2, place.length, u32(data + maker.length)),
    u32(0),
    maker,
    place,
  ])
  const exif = segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0'), tiff]))
  const xmp = segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPSSECRET</x:xmpmeta>'))
  return Buffer.concat([jpeg.subarray(0, 2), exif, xmp, jpeg.subarray(2)])
}

export function cutInHalf(): Buffer {
  const jpeg = quadrants()
  return jpeg.subarray(0, Math.floor(jpeg.length * 0.6))
}

/** Says that it has 12,000 × 9,000 pixels. */
export function hugeHeader(): Buffer {
  const jpeg = Buffer.from(quadrants())
  for (let at = 2; at < jpeg.length; at += 2 + jpeg.readUInt16BE(at + 2)) {
    if (jpeg[at + 1] === 0xc0 || jpeg[at + 1] === 0xc2) {
      jpeg.writeUInt16BE(9_000, at + 5)
      jpeg.writeUInt16BE(12_000, at + 7)
      return jpeg
    }
  }
  throw new Error('no frame header')
}

export function heic(): Buffer {
  const ispe = Buffer.concat([u32(20), Buffer.from('ispe'), u32(0), u32(4032), u32(3024)])
  return Buffer.concat([
    u32(24),
    Buffer.from('ftypheic'),
    u32(0),
    Buffer.from('mif1heic'),
    ispe,
    Buffer.alloc(64),
  ])
}

export const SVG =
  '<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><script>alert(1)</script></svg>'

function segment(marker: number, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from([0xff, marker]), u16(body.length + 2), body])
}

export function u16(value: number): Buffer {
  const bytes = Buffer.alloc(2)
  bytes.writeUInt16BE(value)
  return bytes
}

export function u32(value: number): Buffer {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(value)
  return bytes
}
