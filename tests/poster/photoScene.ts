/** Ten photos that nobody took: computed, so that browser and node have the very same ones without a file between them. */
import type { Scene } from '../../src/layout/scene.ts'
import { encodeJpeg } from '../../src/poster/pictures/jpegCodec.ts'

export function photo(seed: number, width = 640, height = 480): Uint8Array {
  const data = new Uint8Array(width * height * 4)
  for (let y = 0; y < height; y += 1)
    for (let x = 0; x < width; x += 1) {
      const at = (y * width + x) * 4
      data[at] = (x * 255) / width
      data[at + 1] = (y * 255) / height
      data[at + 2] = (seed * 23 + ((x >> 4) ^ (y >> 4)) * 8) % 256
      data[at + 3] = 255
    }
  return encodeJpeg({ width, height, data }, 90)
}

export function photoScene(): { readonly scene: Scene; readonly pictures: ReadonlyMap<string, Uint8Array> } {
  const ids = Array.from({ length: 10 }, (_, index) => `photo${index}`)
  return {
    scene: {
      width: 297,
      height: 210,
      ops: ids.map((mediaId, index) => ({
        kind: 'picture',
        mediaId,
        x: 10 + (index % 5) * 50,
        y: 10 + Math.floor(index / 5) * 50,
        width: 30,
        height: 20,
      })),
    },
    pictures: new Map(ids.map((id, index) => [id, photo(index)])),
  }
}
