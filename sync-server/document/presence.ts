/**
 * Awareness messages as the relay reads and writes them: entries of client, clock and the client's own JSON, which is
 * checked (stock clients parse it without a guard) but passed on as it is. Who may say what is the table's business.
 */
import { createDecoder, hasContent, readVarString, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarString, writeVarUint } from 'lib0/encoding'
import { err, ok, type Result } from '../../src/shared/result.ts'

export interface PresenceEntry {
  readonly client: number
  readonly clock: number
  /** The client's own JSON, passed on unread; null when it said goodbye. */
  readonly state: string | null
}

const MAX_DEPTH = 32

/** The entries of an awareness message, or why no client could have sent them. */
export function readPresence(update: Uint8Array): Result<readonly PresenceEntry[], 'malformed'> {
  try {
    const decoder = createDecoder(update)
    const count = readVarUint(decoder)
    const entries: PresenceEntry[] = []
    for (let index = 0; index < count; index += 1) {
      const client = readVarUint(decoder)
      const clock = readVarUint(decoder)
      const json = readVarString(decoder)
      if (!isPresenceState(json)) return err('malformed')
      entries.push({ client, clock, state: json === 'null' ? null : json })
    }
    return hasContent(decoder) ? err('malformed') : ok(entries)
  } catch {
    return err('malformed')
  }
}

/** Stock clients parse it without a guard, so what is not a flat enough JSON object must not reach them. */
function isPresenceState(json: string): boolean {
  if (nestingOf(json) > MAX_DEPTH) return false
  const state: unknown = JSON.parse(json)
  return typeof state === 'object' && !Array.isArray(state)
}

/** Brackets in strings count too: that only makes the bound stricter. */
function nestingOf(json: string): number {
  let depth = 0
  let deepest = 0
  for (let at = 0; at < json.length; at += 1) {
    const letter = json.charAt(at)
    if (letter === '{' || letter === '[') deepest = Math.max(deepest, (depth += 1))
    else if (letter === '}' || letter === ']') depth -= 1
  }
  return deepest
}

export function encodePresence(entries: readonly PresenceEntry[]): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, entries.length)
  for (const entry of entries) writeUint8Array(encoder, encodeEntry(entry))
  return toUint8Array(encoder)
}

function encodeEntry(entry: PresenceEntry): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, entry.client)
  writeVarUint(encoder, entry.clock)
  writeVarString(encoder, entry.state ?? 'null')
  return toUint8Array(encoder)
}
