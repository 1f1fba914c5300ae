/** The size in a JPEG's frame header, and whether its picture data reaches the mark that ends it. */
interface JpegHeader {
  readonly size: { readonly width: number; readonly height: number } | null
  readonly isCut: boolean
}

const START_OF_SCAN = 0xda
const END = 0xd9

function isFrame(marker: number): boolean {
  return marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
}

export function readJpeg(view: DataView): JpegHeader {
  let size: JpegHeader['size'] = null
  let at = 2
  while (at + 4 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return { size, isCut: true }
    const marker = view.getUint8(at + 1)
    // Fill bytes and marks without content.
    if (marker === 0xff || marker === 0x01 || (marker >= 0xd0 && marker <= 0xd7)) {
      at += marker === 0xff ? 1 : 2
      continue
    }
    if (marker === START_OF_SCAN) return { size, isCut: !endsAfter(view, at) }
    if (isFrame(marker) && at + 9 <= view.byteLength) {
      const [height, width] = [view.getUint16(at + 5), view.getUint16(at + 7)]
      size = width > 0 && height > 0 ? { width, height } : null
    }
    at += 2 + view.getUint16(at + 2)
  }
  return { size, isCut: true }
}

/** In picture data every 255 is followed by a 0, so this pair is the end and nothing else. */
function endsAfter(view: DataView, start: number): boolean {
  for (let at = start; at + 1 < view.byteLength; at += 1) {
    if (view.getUint8(at) === 0xff && view.getUint8(at + 1) === END) return true
  }
  return false
}
