/**
 * What a file is, judged by its first bytes only: a type that somebody claims is never believed, so no markup or script
 * can be served under a name that a browser would run. Everything else is bytes to download.
 */
export const UNKNOWN_TYPE = 'application/octet-stream'

interface Signature {
  readonly type: string
  readonly at: number
  readonly bytes: string
}

/** Pictures, sound and film that browsers show without running anything. No SVG, HTML, XML or PDF. */
const SIGNATURES: readonly Signature[] = [
  { type: 'image/png', at: 0, bytes: '\x89PNG\r\n\x1a\n' },
  { type: 'image/jpeg', at: 0, bytes: '\xff\xd8\xff' },
  { type: 'image/gif', at: 0, bytes: 'GIF8' },
  { type: 'image/webp', at: 8, bytes: 'WEBP' },
  { type: 'image/avif', at: 4, bytes: 'ftypavif' },
  { type: 'audio/wav', at: 8, bytes: 'WAVE' },
  { type: 'audio/mpeg', at: 0, bytes: 'ID3' },
  { type: 'audio/ogg', at: 0, bytes: 'OggS' },
  { type: 'audio/mp4', at: 4, bytes: 'ftypM4A' },
  { type: 'video/mp4', at: 4, bytes: 'ftyp' },
  { type: 'video/webm', at: 0, bytes: '\x1a\x45\xdf\xa3' },
]

/** How many leading bytes `mediaTypeOf` looks at. */
export const SIGNATURE_BYTES = 16

export function mediaTypeOf(start: Buffer): string {
  const text = start.toString('latin1', 0, SIGNATURE_BYTES)
  return SIGNATURES.find(({ at, bytes }) => text.startsWith(bytes, at))?.type ?? UNKNOWN_TYPE
}
