/**
 * The small id on paper that people write on: which workshop, which lane, which phase or activity, which piece. A QR
 * code holds it, and it is printed beneath, to be typed when the code cannot be read. Made of short fingerprints, so
 * that the code stays coarse enough for a photo; the check characters keep a misread one from leading anywhere.
 */
import { sha256 } from '@noble/hashes/sha2.js'
import { err, ok, type Result } from '../shared/result.ts'

export interface PaperCode {
  /** Fingerprints, not ids: see `paperMark`. */
  readonly workshop: string
  readonly lane: string
  /** Of a phase or an activity; `NOWHERE` leaves it to the person. */
  readonly place: string
  /** Tells two cards of the same cell apart. */
  readonly serial: string
}

/** `foreign`: not one of ours. `damaged`: ours, but its check characters do not fit. */
export type PaperCodeFault = 'foreign' | 'damaged'

/** Without I, L, O and U, which are taken for other characters. */
const ALPHABET = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTHS = { workshop: 6, lane: 4, place: 4, serial: 4, check: 2 } as const
const PREFIX = 'ET1'
export const NOWHERE = '0000'

/** The characters of `ALPHABET`. */
const OURS =
  /^ET1:([0-9A-HJKMNP-TV-Z]{6}):([0-9A-HJKMNP-TV-Z]{4}):([0-9A-HJKMNP-TV-Z]{4}):([0-9A-HJKMNP-TV-Z]{4}):([0-9A-Z]{2})$/

function fingerprint(text: string, length: number): string {
  const bytes = sha256(new TextEncoder().encode(text))
  return Array.from(bytes.subarray(0, length), (byte) => ALPHABET.charAt(byte & 31)).join('')
}

/** What stands for a record's id on paper. */
export function paperMark(kind: 'workshop' | 'lane' | 'place' | 'serial', id: string): string {
  const mark = fingerprint(id, LENGTHS[kind])
  return mark === NOWHERE ? `1${mark.slice(1)}` : mark
}

/** A prime just below what two characters can say: any one wrong character, and any two exchanged, show. */
const PRIME = 1021

function checkOf({ workshop, lane, place, serial }: PaperCode): string {
  const rest = Array.from(`${workshop}${lane}${place}${serial}`).reduce(
    (sum, character) => (sum * ALPHABET.length + ALPHABET.indexOf(character)) % PRIME,
    1,
  )
  return `${ALPHABET.charAt(rest >> 5)}${ALPHABET.charAt(rest & 31)}`
}

/** Only characters that a QR code packs tightly: version 2 with a quarter of it to spare for pens and thumbs. */
export function paperCodeText(code: PaperCode): string {
  return [PREFIX, code.workshop, code.lane, code.place, code.serial, checkOf(code)].join(':')
}

export function readPaperCode(text: string): Result<PaperCode, PaperCodeFault> {
  if (!text.startsWith('ET1:')) return err('foreign')
  const [, workshop = '', lane = '', place = '', serial = '', check] = OURS.exec(text) ?? []
  const code = { workshop, lane, place, serial }
  return check === checkOf(code) ? ok(code) : err('damaged')
}

/** `7K2P-0QX3-9F4D-2M`: all but the workshop, which whoever types it has open. */
export function printedCode(code: PaperCode): string {
  return [code.lane, code.place, code.serial, checkOf(code)].join('-')
}

/** What somebody typed: blanks, hyphens and small letters do not matter, and letters that are no part of it are read as meant. */
export function readPrintedCode(typed: string, workshop: string): Result<PaperCode, PaperCodeFault> {
  const text = typed
    .toUpperCase()
    .replace(/[^0-9A-Z]/g, '')
    .replaceAll('O', '0')
    .replace(/[IL]/g, '1')
  if (text.length !== LENGTHS.lane + LENGTHS.place + LENGTHS.serial + LENGTHS.check) return err('foreign')
  const parts = [text.slice(0, 4), text.slice(4, 8), text.slice(8, 12), text.slice(12)]
  return readPaperCode([PREFIX, workshop, ...parts].join(':'))
}
