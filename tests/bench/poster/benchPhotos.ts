/** Photos that nobody took, as heavy as those of a phone: soft areas with the noise of a sensor on them. */
import { encodeJpeg } from '../../../src/poster/pictures/jpegCodec.ts'

const [WIDTH, HEIGHT] = [1200, 900]
const NOISE = 20

function photo(seed: number): Uint8Array {
  const data = new Uint8Array(WIDTH * HEIGHT * 4)
  let state = seed + 1
  for (let at = 0; at < data.length; at += 4) {
    const pixel = at / 4
    const [x, y] = [(pixel % WIDTH) / WIDTH, Math.floor(pixel / WIDTH) / HEIGHT]
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    const noise = ((state >>> 24) / 255 - 0.5) * NOISE
    const wave = 40 * Math.sin(9 * x + seed) * Math.cos(7 * y - seed)
    data[at] = clamp(60 + 140 * x + wave + noise)
    data[at + 1] = clamp(80 + 120 * y + wave + noise)
    data[at + 2] = clamp(200 - 90 * x * y + wave + noise)
    data[at + 3] = 255
  }
  return encodeJpeg({ width: WIDTH, height: HEIGHT, data }, 85)
}

const clamp = (value: number) => Math.min(255, Math.max(0, value))

/** The same bytes in the browser and here, so that they need not travel. */
export function benchPhotos(count: number): Map<string, Uint8Array> {
  return new Map(Array.from({ length: count }, (_, index) => [`photo-${index}`, photo(index)]))
}
