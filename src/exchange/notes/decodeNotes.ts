/**
 * Notes as text, whatever a spreadsheet saved them as: UTF-8, what it calls Unicode text (UTF-16), or the old encoding of
 * Western Windows. Tolerant where `decodeUtf8` is strict, because nothing refers to anything here and a person looks first.
 */
export type NotesEncoding = 'utf8' | 'utf16' | 'windows1252'

export interface DecodedNotes {
  readonly text: string
  readonly encoding: NotesEncoding
}

const SAMPLE = 512

/** Null for what is no text. */
export function decodeNotes(bytes: Uint8Array): DecodedNotes | null {
  const wide = wideEncoding(bytes)
  const text = decode(bytes, wide ?? 'utf-8')
  if (text !== null) return checked(text, wide === null ? 'utf8' : 'utf16')
  return wide === null ? checked(decode(bytes, 'windows-1252'), 'windows1252') : null
}

function checked(text: string | null, encoding: NotesEncoding): DecodedNotes | null {
  // oxlint-disable-next-line no-control-regex -- what no text has is what is looked for
  if (text === null || /[\u0000-\u0008\u000e-\u001f]/.test(text)) return null
  return { text, encoding }
}

/** By its mark, or by every second byte being zero. */
function wideEncoding(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  const zeros = [0, 0]
  const sample = bytes.subarray(0, SAMPLE)
  for (const [index, byte] of sample.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (Math.max(even, odd) < sample.length * 0.4 || Math.min(even, odd) > 0) return null
  return odd > even ? 'utf-16le' : 'utf-16be'
}

function decode(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return null
    throw error
  }
}
