/**
 * Bytes as characters that survive a URL, a header and a chat message. Strict on the way back: padding, foreign
 * characters and non-canonical endings are refused, so that one secret has exactly one spelling.
 */
const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'

const VALUES: ReadonlyMap<string, number> = new Map(
  ALPHABET.split('').map((letter, value) => [letter, value]),
)

export function encodeBase64url(bytes: Uint8Array): string {
  let text = ''
  let held = 0
  let bits = 0
  for (const byte of bytes) {
    held = ((held << 8) | byte) & 0xffff
    bits += 8
    while (bits >= 6) {
      bits -= 6
      text += ALPHABET.charAt((held >> bits) & 63)
    }
  }
  if (bits > 0) text += ALPHABET.charAt((held << (6 - bits)) & 63)
  return text
}

/** The bytes, or null when `text` is not what `encodeBase64url` would have written. */
export function decodeBase64url(text: string): Uint8Array | null {
  const bytes = new Uint8Array(Math.floor((text.length * 6) / 8))
  let held = 0
  let bits = 0
  let at = 0
  for (const letter of text) {
    const value = VALUES.get(letter)
    if (value === undefined) return null
    held = ((held << 6) | value) & 0xffff
    bits += 6
    if (bits >= 8) {
      bits -= 8
      bytes[at++] = (held >> bits) & 255
    }
  }
  const leftOver = held & ((1 << bits) - 1)
  return bits >= 6 || leftOver !== 0 ? null : bytes
}
