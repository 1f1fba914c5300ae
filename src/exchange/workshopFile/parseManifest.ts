/**
 * Bytes → manifest, believing nothing: every field is checked, entries of kinds that a later version added are passed
 * over, and names that reach into the language itself are refused.
 */
import { type DocumentName, documentNames } from '../../model/documentName.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { FILE_FORMAT, FILE_VERSION, MANIFEST_NAME } from './fileFormat.ts'
import type { Manifest, ManifestEntry } from './manifest.ts'
import { fileProblem, type WorkshopFileProblem } from './workshopFileProblem.ts'

type Loose = Readonly<Record<string, unknown>>

const UNSAFE_KEYS: readonly string[] = ['__proto__', 'constructor', 'prototype']
const LONGEST_TEXT = 10_000
/** The largest and smallest times that a `Date` can hold. */
const LAST_TIME = 8.64e15

export function parseManifest(bytes: Uint8Array): Result<Manifest, WorkshopFileProblem> {
  const damaged = err(fileProblem('manifestDamaged', MANIFEST_NAME))
  const read = readJson(bytes)
  if (read === undefined) return damaged
  if (read.unsafeKey !== null) return err(fileProblem('manifestUnsafe', MANIFEST_NAME, read.unsafeKey))
  const { value } = read
  if (!isObject(value) || value['format'] !== FILE_FORMAT) return err(fileProblem('foreign'))
  const { version, minReader, app, workshopId, title, created } = value
  if (!isCount(version) || !isCount(minReader) || !isText(app)) return damaged
  if (minReader > FILE_VERSION) return err(fileProblem('futureVersion', MANIFEST_NAME, app))
  const isWorkshop = typeof workshopId === 'string' && /^[0-9A-Za-z]{22}$/.test(workshopId)
  if (!isWorkshop || !isText(title) || !isText(created) || Number.isNaN(Date.parse(created))) return damaged
  const journeys = value['journeys']
  const entries = value['entries']
  if (!Array.isArray(journeys) || !journeys.every(isText) || !Array.isArray(entries)) return damaged
  const parsed = entries.map(parseEntry)
  if (parsed.includes(undefined)) return damaged
  const known = parsed.filter((entry) => entry !== undefined && entry !== 'unknown')
  const isDoubled = new Set(known.map((entry) => entry.name)).size < known.length
  if (isDoubled) return damaged
  const head = { format: FILE_FORMAT, version, minReader, app, workshopId, title, created }
  return ok({ ...head, journeys, entries: known })
}

function readJson(bytes: Uint8Array): { value: unknown; unsafeKey: string | null } | undefined {
  let unsafeKey: string | null = null
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    const value: unknown = JSON.parse(text, (key, held: unknown) => {
      if (UNSAFE_KEYS.includes(key)) unsafeKey = key
      return held
    })
    return { value, unsafeKey }
  } catch (error) {
    // A decoder's TypeError or a parser's SyntaxError: the bytes are no JSON text. RangeError: nested without end.
    if (error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError)
      return undefined
    throw error
  }
}

function parseEntry(entry: unknown): ManifestEntry | 'unknown' | undefined {
  if (!isObject(entry)) return undefined
  const { name, bytes, sha256, kind, document, mime, at, label } = entry
  if (!isText(name) || !isText(kind) || !isCount(bytes)) return undefined
  if (typeof sha256 !== 'string' || !/^[0-9a-f]{64}$/.test(sha256)) return undefined
  const base = { name, bytes, sha256 }
  switch (kind) {
    case 'document':
    case 'spare':
      return isDocument(document) ? { ...base, kind, document } : 'unknown'
    case 'media':
      return isText(mime) && name === `media/${sha256}` ? { ...base, kind, mime } : undefined
    case 'checkpoint':
      if (!isDocument(document)) return 'unknown'
      return isTime(at) && isText(label) ? { ...base, kind, document, at, label } : undefined
    case 'setAside':
      if (!isDocument(document)) return 'unknown'
      return isTime(at) ? { ...base, kind, document, at } : undefined
    default:
      return 'unknown'
  }
}

function isObject(value: unknown): value is Loose {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= LONGEST_TEXT
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0
}

function isTime(value: unknown): value is number {
  return typeof value === 'number' && Math.abs(value) <= LAST_TIME
}

function isDocument(value: unknown): value is DocumentName {
  return documentNames.some((name) => name === value)
}
