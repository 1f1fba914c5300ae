/**
 * Looks through an update without building a document: is it readable, and which clocks and deletions does it carry?
 * A hostile update must not reach the shared merge, where one unreadable or unsorted part would spoil everybody's.
 */
import { type Decoder, hasContent } from 'lib0/decoding'
import { decodeUpdateV2, ID, Item, Skip, UpdateDecoderV1 } from 'yjs'
import { otherClients } from './otherClients.ts'

/** `length` clocks of one client from `clock` on. */
export interface ClockRange {
  readonly client: number
  readonly clock: number
  readonly length: number
}

export interface InspectedUpdate {
  /** What it inserts, runs joined, gaps left out. */
  readonly inserts: readonly ClockRange[]
  readonly deletes: readonly ClockRange[]
  /** Per other client the last clock that its content hangs on: it cannot be shown before that is there. */
  readonly hangsOn?: ReadonlyMap<number, number>
  /** As they were read: whoever has to wait is found out one by one. */
  readonly structs?: DecodedUpdate['structs']
}

/** No Yjs client writes it, or not in one update. */
export type UnfitUpdate = 'malformed' | 'tooLarge'

type DecodedUpdate = ReturnType<typeof decodeUpdateV2>

/** What is in the update, or null when no Yjs client would have written it. */
export function inspectUpdate(update: Uint8Array): InspectedUpdate | null {
  const inspected = inspectWithin(update, Number.POSITIVE_INFINITY)
  return typeof inspected === 'string' ? null : inspected
}

/** Looks no further than `mostParts` structs, deleted ranges and clients: what has more costs no more than that. */
export function inspectWithin(update: Uint8Array, mostParts: number): InspectedUpdate | UnfitUpdate {
  const decoded = tryDecode(update, mostParts)
  if (typeof decoded === 'string') return decoded
  const hangsOn = new Map<number, number>()
  const inserts = readInserts(decoded, hangsOn)
  const deletes = readDeletes(decoded)
  if (inserts === null || deletes === null) return 'malformed'
  return { inserts, deletes, hangsOn, structs: decoded.structs }
}

/**
 * Every other way to fail here is bad input: the decoder throws on truncation, unknown content and absurd nesting alike.
 * Bytes left over would be dropped by the first merge (the second encoding of Yjs even reads as nothing at all), so they
 * fail.
 */
function tryDecode(update: Uint8Array, mostParts: number): DecodedUpdate | UnfitUpdate {
  WatchedDecoder.partsLeft = mostParts
  try {
    const decoded = decodeUpdateV2(update, WatchedDecoder)
    return WatchedDecoder.last === null || hasContent(WatchedDecoder.last) ? 'malformed' : decoded
  } catch {
    return WatchedDecoder.partsLeft < 0 ? 'tooLarge' : 'malformed'
  }
}

/**
 * Remembers what it read from, and stops when it has read enough; decoding is synchronous, so there is one at a time (a
 * class per call costs 12 µs).
 */
class WatchedDecoder extends UpdateDecoderV1 {
  static last: Decoder | null = null
  static partsLeft = 0

  constructor(decoder: Decoder) {
    super(decoder)
    WatchedDecoder.last = decoder
  }

  /** Begins the structs of a client. */
  override readClient(): number {
    countPart()
    return super.readClient()
  }

  /** Begins a struct. */
  override readInfo(): number {
    countPart()
    return super.readInfo()
  }

  /** Begins the deleted ranges of a client. */
  override resetDsCurVal(): void {
    countPart()
    super.resetDsCurVal()
  }

  /** Begins a deleted range. */
  override readDsClock(): number {
    countPart()
    return super.readDsClock()
  }
}

function countPart(): void {
  WatchedDecoder.partsLeft -= 1
  if (WatchedDecoder.partsLeft < 0) throw new RangeError('more parts than asked for')
}

/** Clients must come in strictly descending order, as every encoder writes them: merging relies on it. */
function readInserts(decoded: DecodedUpdate, hangsOn: Map<number, number>): ClockRange[] | null {
  const inserts: { client: number; clock: number; length: number }[] = []
  let client = Number.POSITIVE_INFINITY
  let end = 0
  for (const struct of decoded.structs) {
    const { id, length } = struct
    if (id.client > client || (id.client === client && id.clock !== end)) return null
    if (length < 1 || !Number.isSafeInteger(id.clock + length)) return null
    if (struct instanceof Item) {
      if (refersToItself(struct)) return null
      noteOthers(struct, hangsOn)
    }
    const continues = id.client === client
    client = id.client
    end = id.clock + length
    if (struct instanceof Skip) continue
    const last = inserts.at(-1)
    if (continues && last !== undefined && last.client === client && last.clock + last.length === id.clock) {
      last.length += length
    } else {
      inserts.push({ client, clock: id.clock, length })
    }
  }
  return inserts
}

/** Of its own client an item can only know what came before it; Yjs takes that for granted and throws at every reader. */
function refersToItself({ id, origin, rightOrigin, parent }: Item): boolean {
  const isAhead = (reference: ID | null) =>
    reference !== null && reference.client === id.client && reference.clock >= id.clock
  return isAhead(origin) || isAhead(rightOrigin) || (parent instanceof ID && isAhead(parent))
}

function noteOthers(item: Item, hangsOn: Map<number, number>): void {
  for (const { client, clock } of otherClients(item)) {
    if ((hangsOn.get(client) ?? -1) < clock) hangsOn.set(client, clock)
  }
}

function readDeletes(decoded: DecodedUpdate): ClockRange[] | null {
  const deletes: ClockRange[] = []
  for (const [client, items] of decoded.ds.clients) {
    for (const { clock, len } of items) {
      if (len < 1 || !Number.isSafeInteger(clock + len)) return null
      deletes.push({ client, clock, length: len })
    }
  }
  return deletes
}
