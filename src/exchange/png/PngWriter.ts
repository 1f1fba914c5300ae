/**
 * A PNG of any size, row by row: a picture that no canvas could hold is drawn in pieces and never stands in memory as a
 * whole. 8 bits per channel, no transparency.
 */
import { Zlib } from 'fflate'
import { crc32 } from '../zip/crc32.ts'

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]
/** The filter that writes the difference to the pixel on the left: flat areas become zeros. */
const SUB = 1
const METRE_MM = 1000

export interface PngSize {
  readonly width: number
  readonly height: number
  /** So that it prints in the size it was laid out for. */
  readonly pixelsPerMm: number
}

export class PngWriter {
  private readonly parts: Uint8Array[] = []
  private readonly packed: Uint8Array[] = []
  private readonly stream: Zlib
  private readonly size: PngSize
  private rows = 0

  constructor(size: PngSize) {
    this.size = size
    this.parts.push(Uint8Array.from(SIGNATURE), chunk('IHDR', header(size)), chunk('pHYs', density(size)))
    this.stream = new Zlib({ level: 6 }, (part) => this.packed.push(part))
  }

  /** Whole rows as a canvas gives them: four bytes a pixel. */
  addRows(pixels: Uint8ClampedArray): void {
    const { width } = this.size
    const count = pixels.length / (width * 4)
    const stride = width * 3 + 1
    const filtered = new Uint8Array(count * stride)
    for (let row = 0; row < count; row += 1) {
      filtered[row * stride] = SUB
      let [red, green, blue] = [0, 0, 0]
      for (let column = 0; column < width; column += 1) {
        const from = (row * width + column) * 4
        const to = row * stride + 1 + column * 3
        const [nextRed = 0, nextGreen = 0, nextBlue = 0] = [pixels[from], pixels[from + 1], pixels[from + 2]]
        filtered[to] = nextRed - red
        filtered[to + 1] = nextGreen - green
        filtered[to + 2] = nextBlue - blue
        red = nextRed
        green = nextGreen
        blue = nextBlue
      }
    }
    this.rows += count
    this.stream.push(filtered, this.rows >= this.size.height)
    for (const part of this.packed.splice(0)) if (part.length > 0) this.parts.push(chunk('IDAT', part))
  }

  /** The pieces of the file in their order. */
  finish(): readonly Uint8Array[] {
    if (this.rows !== this.size.height) throw new Error(`${this.rows} of ${this.size.height} rows were drawn`)
    return [...this.parts, chunk('IEND', new Uint8Array())]
  }
}

function header({ width, height }: PngSize): Uint8Array {
  const view = new DataView(new ArrayBuffer(13))
  view.setUint32(0, width)
  view.setUint32(4, height)
  view.setUint8(8, 8)
  view.setUint8(9, 2)
  return new Uint8Array(view.buffer)
}

function density({ pixelsPerMm }: PngSize): Uint8Array {
  const view = new DataView(new ArrayBuffer(9))
  const perMetre = Math.round(pixelsPerMm * METRE_MM)
  view.setUint32(0, perMetre)
  view.setUint32(4, perMetre)
  view.setUint8(8, 1)
  return new Uint8Array(view.buffer)
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(data.length + 12)
  const view = new DataView(out.buffer)
  view.setUint32(0, data.length)
  for (let index = 0; index < 4; index += 1) out[4 + index] = type.charCodeAt(index)
  out.set(data, 8)
  view.setUint32(8 + data.length, crc32(out.subarray(4, 8 + data.length)))
  return out
}
