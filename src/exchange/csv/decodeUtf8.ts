/**
 * Bytes to text, strictly: a wrong encoding is reported with its line instead of becoming question marks. Spreadsheets
 * that save "Unicode text" write UTF-16, which is named because the remedy is the same but the cause is not.
 */
import { err, ok, type Result } from '../../shared/result.ts'

export type DecodeFault =
  | { readonly code: 'utf16' }
  | {
      readonly code: 'notUtf8'
      /** From 1. */
      readonly line: number
      /** The first bad byte of that line, from 1. */
      readonly character: number
      /** The same byte in the file, from 0. */
      readonly offset: number
    }

const LINE_FEED = 10
const HEADER_BYTES = 256

export function decodeUtf8(bytes: Uint8Array): Result<string, DecodeFault> {
  if (looksLikeUtf16(bytes)) return err({ code: 'utf16' })
  const text = decode(bytes)
  return text === undefined ? err(findFault(bytes)) : ok(text)
}

function looksLikeUtf16(bytes: Uint8Array): boolean {
  const [first, second] = bytes
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true
  return halfZero(bytes.subarray(0, HEADER_BYTES))
}

/** Without a mark, (almost) every second byte of Latin text is zero; other zeros are just a binary file. */
function halfZero(header: Uint8Array): boolean {
  const zeros = [0, 0]
  for (const [index, byte] of header.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  return Math.max(even, odd) > header.length * 0.4 && Math.min(even, odd) === 0
}

/** Skips one byte-order mark at the start; undefined when the bytes are not UTF-8. */
function decode(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}

/** No UTF-8 sequence contains a line feed, so each line can be judged alone. */
function findFault(bytes: Uint8Array): DecodeFault {
  let line = 1
  let start = 0
  while (start < bytes.length) {
    const feed = bytes.indexOf(LINE_FEED, start)
    const end = feed < 0 ? bytes.length : feed + 1
    const content = bytes.subarray(start, end)
    if (decode(content) === undefined) {
      const character = firstBadByte(content)
      return { code: 'notUtf8', line, character, offset: start + character - 1 }
    }
    line += 1
    start = end
  }
  throw new Error('the text is not UTF-8, but each of its lines is')
}

function firstBadByte(content: Uint8Array): number {
  let good = 0
  while (good < content.length) {
    const length = sequenceLength(content[good] ?? 0)
    if (length === 0 || decode(content.subarray(good, good + length)) === undefined) return good + 1
    good += length
  }
  return content.length
}

function sequenceLength(lead: number): number {
  if (lead < 0x80) return 1
  if (lead < 0xc2 || lead > 0xf4) return 0
  if (lead < 0xe0) return 2
  return lead < 0xf0 ? 3 : 4
}
