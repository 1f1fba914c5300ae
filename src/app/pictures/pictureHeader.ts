/**
 * What a picture file says about itself before anything decodes it: its format by its first bytes (never by its name),
 * its size, and whether its end is missing. A header costs nothing to read; decoding a forged one can cost the tab.
 */
import { readBmffSize } from './readBmffSize.ts'
import { readJpeg } from './readJpegHeader.ts'

export type PictureFormat =
  | 'jpeg'
  | 'png'
  | 'gif'
  | 'webp'
  | 'heic'
  | 'avif'
  | 'bmp'
  | 'svg'
  | 'pdf'
  | 'unknown'

export interface PictureHeader {
  readonly format: PictureFormat
  /** Null where the header does not say. */
  readonly size: { readonly width: number; readonly height: number } | null
  readonly isCut: boolean
}

const HEIC_BRANDS = ['heic', 'heix', 'hevc', 'hevx', 'heim', 'heis', 'mif1', 'msf1']
/** So far into a text file its first element is looked for. */
const SVG_WITHIN = 4096

export function readPictureHeader(bytes: Uint8Array): PictureHeader {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const at = (offset: number, text: string) => latin(bytes, offset, text.length) === text
  if (at(0, '\xff\xd8\xff')) return { format: 'jpeg', ...readJpeg(view) }
  if (at(0, '\x89PNG\r\n\x1a\n') && bytes.length >= 24) return { format: 'png', ...readPng(view) }
  if (at(0, 'GIF8') && bytes.length >= 10) {
    return { format: 'gif', size: sized(view.getUint16(6, true), view.getUint16(8, true)), isCut: false }
  }
  if (at(0, 'RIFF') && at(8, 'WEBP') && bytes.length >= 30) return { format: 'webp', ...readWebp(view) }
  if (at(4, 'ftyp')) {
    const brand = latin(bytes, 8, 4)
    const format = brand.startsWith('avi') ? 'avif' : HEIC_BRANDS.includes(brand) ? 'heic' : 'unknown'
    return { format, size: readBmffSize(view), isCut: false }
  }
  if (at(0, '%PDF-')) return { format: 'pdf', size: null, isCut: false }
  if (at(0, 'BM') && bytes.length >= 26) {
    const size = sized(view.getInt32(18, true), Math.abs(view.getInt32(22, true)))
    return { format: 'bmp', size, isCut: view.getUint32(2, true) > bytes.length }
  }
  const isSvg = /<svg[\s>]/i.test(latin(bytes, 0, SVG_WITHIN).replaceAll('\0', ''))
  return { format: isSvg ? 'svg' : 'unknown', size: null, isCut: false }
}

function latin(bytes: Uint8Array, start: number, length: number): string {
  return String.fromCharCode(...bytes.subarray(start, start + length))
}

function sized(width: number, height: number): PictureHeader['size'] {
  return width > 0 && height > 0 ? { width, height } : null
}

/** A PNG is whole when its chunks lead to the one that ends it. */
function readPng(view: DataView): Omit<PictureHeader, 'format'> {
  const size = sized(view.getUint32(16), view.getUint32(20))
  for (let at = 8; at + 12 <= view.byteLength; at += 12 + view.getUint32(at)) {
    if (view.getUint32(at + 4) === 0x49454e44) return { size, isCut: false }
  }
  return { size, isCut: true }
}

function readWebp(view: DataView): Omit<PictureHeader, 'format'> {
  const isCut = view.getUint32(4, true) + 8 > view.byteLength
  const kind = view.getUint8(15)
  if (kind === 0x58) {
    const part = (at: number) => view.getUint16(at, true) + view.getUint8(at + 2) * 65_536 + 1
    return { size: sized(part(24), part(27)), isCut }
  }
  if (kind === 0x4c) {
    const packed = view.getUint32(21, true)
    return { size: sized((packed & 0x3fff) + 1, ((packed >>> 14) & 0x3fff) + 1), isCut }
  }
  return { size: sized(view.getUint16(26, true) & 0x3fff, view.getUint16(28, true) & 0x3fff), isCut }
}
