/** Bytes as text for a `data:` address, in pieces: a call cannot take a picture's worth of arguments. */
const PIECE = 0x6000

export function base64(bytes: Uint8Array): string {
  const parts: string[] = []
  for (let at = 0; at < bytes.length; at += PIECE) {
    parts.push(btoa(String.fromCharCode(...bytes.subarray(at, at + PIECE))))
  }
  return parts.join('')
}
