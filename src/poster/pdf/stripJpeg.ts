/**
 * A photo on its way into a PDF: bytes pass through undecoded, but where and with what it was taken must not. Drops
 * every application and comment segment except those that colours depend on, and refuses what is no JPEG.
 */
const COLOUR_SEGMENTS = new Set([0xe0, 0xe2, 0xee])

/** Null when the bytes are not a complete sequence of JPEG segments up to the picture data. */
export function stripJpeg(bytes: Uint8Array): Uint8Array | null {
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return null
  const kept: Uint8Array[] = [bytes.subarray(0, 2)]
  let hasFrame = false
  for (let at = 2; at + 4 <= bytes.length; ) {
    if (bytes[at] !== 0xff) return null
    const marker = bytes[at + 1] ?? 0
    if (marker === 0xff) {
      at += 1
      continue
    }
    if (marker === 0xda) return hasFrame ? join([...kept, bytes.subarray(at)]) : null
    const end = at + 2 + (((bytes[at + 2] ?? 0) << 8) | (bytes[at + 3] ?? 0))
    if (end > bytes.length) return null
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    hasFrame ||= isFrame
    const isMetadata = marker === 0xfe || (marker >= 0xe0 && marker <= 0xef && !COLOUR_SEGMENTS.has(marker))
    if (!isMetadata) kept.push(bytes.subarray(at, end))
    at = end
  }
  return null
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
