/**
 * A photo on its way into a PDF: its bytes pass through undecoded, but where and with what it was taken must not. Drops
 * every application and comment segment except those that colours depend on, and reads what the PDF has to say about it.
 */
export interface Jpeg {
  /** Without metadata. */
  readonly bytes: Uint8Array
  /** Pixels. */
  readonly width: number
  readonly height: number
  /** Grey, red-green-blue, or printing colours. */
  readonly components: 1 | 3 | 4
}

type Frame = Omit<Jpeg, 'bytes'>

const START_OF_SCAN = 0xda
const COMMENT = 0xfe
const COLOUR_SEGMENTS = new Set([0xe0, 0xe2, 0xee])
/** In the range of frame headers, but Huffman tables, an extension and arithmetic conditioning. */
const NO_FRAMES = new Set([0xc4, 0xc8, 0xcc])

/** Null when the bytes are not a complete sequence of JPEG segments up to the picture data. */
export function readJpeg(bytes: Uint8Array): Jpeg | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let frame: Frame | null = null
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === START_OF_SCAN) return frame && { ...frame, bytes: join([...kept, bytes.subarray(at)]) }
    const end = at + 2 + word(bytes, at + 2)
    if (end > bytes.length) return null
    if (marker >= 0xc0 && marker <= 0xcf && !NO_FRAMES.has(marker))
      frame = readFrame(bytes.subarray(at + 4, end))
    if (!isMetadata(marker)) kept.push(bytes.subarray(at, end))
    at = end
  }
  return null
}

function isMetadata(marker: number): boolean {
  return marker === COMMENT || (marker >= 0xe0 && marker <= 0xef && !COLOUR_SEGMENTS.has(marker))
}

function readFrame(content: Uint8Array): Frame | null {
  const [bits, height, width, components] = [content[0], word(content, 1), word(content, 3), content[5]]
  if (bits !== 8 || width === 0 || height === 0) return null
  return components === 1 || components === 3 || components === 4 ? { width, height, components } : null
}

function word(bytes: Uint8Array, at: number): number {
  return ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0)
}

function join(parts: readonly Uint8Array[]): Uint8Array {
  const out = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0))
  let offset = 0
  for (const part of parts) {
    out.set(part, offset)
    offset += part.length
  }
  return out
}
