/**
 * One document in Redis as a log: appends through a script, hears what other nodes appended, and notices by the numbers
 * when it missed something. What it says it has seen is without a gap, so a checkpoint never covers what is not in it.
 */
import { RELAY_DOCUMENTS, type RelayDocument } from '../../src/protocol/access.ts'
import type { RoomId } from '../../src/protocol/capability.ts'
import { randomId } from '../../src/shared/ids.ts'
import type { Logger } from '../../src/shared/logger.ts'
import { bindSummary, readSummary } from './boundSummary.ts'
import type { DocumentBus, DocumentLog, OnForeign, StoredDocument } from './contract.ts'
import type { RedisConnection } from './redisConnection.ts'
import { isAway, throwIfHeld } from './redisFailure.ts'
import { readNews } from './redisNews.ts'
import { APPEND, CHECKPOINT, CLAIM, LOAD } from './redisScripts.ts'
import { createSeenRecords } from './seenRecords.ts'

export interface RedisDocumentOptions {
  readonly redis: RedisConnection
  /** Tells this process's own updates from others'. */
  readonly node: string
  readonly room: RoomId
  readonly document: RelayDocument
  readonly logger: Logger
  readonly onForeign: OnForeign
  /** How long edits wait for a Redis that is away, before the people are told. */
  readonly patienceMs: number
}

/** What the store keeps of a document while it is open. */
export interface OpenRedisDocument {
  readonly stored: StoredDocument
  readonly log: DocumentLog
  readonly bus: DocumentBus
  /** Where its last number is, and what to do when that is not the one seen here before it was asked for. */
  readonly seqKey: string
  readonly compareWith: (lastSeq: number, seenBefore: number) => void
}

interface Loaded {
  readonly covered: number
  readonly state: Uint8Array | null
  readonly summary: Uint8Array | null
  readonly records: readonly { readonly seq: number; readonly update: Uint8Array }[]
  readonly last: number
}

/** A compaction that takes longer has lost its claim: another node may begin one, and this one is refused. */
const CLAIM_MS = 60_000

export const heldKeyOf = (room: RoomId): string => `etappe:{${room}}:held`

export function redisKeysOf(room: RoomId, document: RelayDocument) {
  const base = `etappe:{${room}}:${document}`
  const [log, seq, checkpoint, claim] = [`${base}:log`, `${base}:seq`, `${base}:checkpoint`, `${base}:claim`]
  return { log, seq, checkpoint, claim, base }
}

/** All that a room keeps in its documents. */
export function redisKeysOfRoom(room: RoomId): string[] {
  return RELAY_DOCUMENTS.flatMap((document) => {
    const { log, seq, checkpoint, claim } = redisKeysOf(room, document)
    return [log, seq, checkpoint, claim]
  })
}

export async function openRedisDocument(options: RedisDocumentOptions): Promise<OpenRedisDocument> {
  const document = new RedisDocument(options)
  const stored = await document.open()
  const { say, listen, seqKey, compareWith } = document
  return { stored, log: document, bus: { say, listen }, seqKey, compareWith }
}

class RedisDocument implements DocumentLog {
  readonly seqKey: string
  private readonly options: RedisDocumentOptions
  private readonly keys: readonly string[]
  private readonly channel: string
  /** From other nodes, or in the answer to an append. */
  private readonly seen = createSeenRecords()
  private appending = false
  private readonly disposers: (() => Promise<void>)[] = []
  private onMessage: ((node: string, message: Uint8Array) => void) | null = null
  private catchingUp: Promise<void> | null = null
  private claim: string | null = null
  private isLoaded = false
  /** Redis came back without what it had. */
  private isBehind = false
  private closed = false

  constructor(options: RedisDocumentOptions) {
    this.options = options
    const { base, log, seq, checkpoint, claim } = redisKeysOf(options.room, options.document)
    this.keys = [log, seq, checkpoint, claim, heldKeyOf(options.room)]
    this.seqKey = seq
    this.channel = `${base}:news`
  }

  /** Listens first: what is appended while it loads is then found by its number. */
  async open(): Promise<StoredDocument> {
    const { redis } = this.options
    this.disposers.push(await redis.listen(this.channel, this.hear, this.catchUp))
    try {
      this.disposers.push(await redis.listen(`${this.channel}:bus`, this.hearSaid, () => undefined))
      const { covered, state, summary, records, last } = await this.load()
      this.seen.skipTo(covered)
      for (const { seq, update } of records) this.seen.see(seq, update.length)
      this.skipMissing(last)
      this.isLoaded = true
      return { checkpoint: state, summary, updates: records.map(({ update }) => update) }
    } catch (cause) {
      await this.close()
      throw cause
    }
  }

  lastSeq = (): number => this.seen.last()

  logBytes = (): number => this.seen.bytes()

  append = async (updates: readonly Uint8Array[]): Promise<void> => {
    const seen = this.seen.last()
    this.appending = true
    try {
      const last = await this.untilAnswered(this.channel, this.options.node, ...updates.map(bufferOf))
      const first = last - updates.length + 1
      // Nobody counts backwards. Clients come back and bring again what Redis lost.
      if (this.isBehind || first <= seen)
        throw new Error(`Redis lost edits that it had: it goes on at ${first} of ${seen}`)
      updates.forEach((update, index) => this.seen.see(first + index, update.length))
    } finally {
      this.appending = false
    }
    this.catchUpIfAhead()
  }

  /**
   * A Redis that restarts is waited for, so that nobody has to come back. Whether it took the edits before it died is not
   * known: taking them twice is no harm, because they merge.
   */
  private async untilAnswered(...args: (string | Buffer)[]): Promise<number> {
    const giveUpAt = performance.now() + this.options.patienceMs
    for (;;) {
      try {
        return Number(await this.script(APPEND, ...args))
      } catch (cause) {
        throwIfHeld(cause)
        const patience = giveUpAt - performance.now()
        if (patience <= 0 || this.closed || !isAway(cause)) throw cause
        await this.options.redis.reachable(patience)
      }
    }
  }

  /** Redis answered an append only after its append-only file was synced (`appendfsync always`). */
  sync = (): Promise<void> => Promise.resolve()

  claimCheckpoint = async (): Promise<boolean> => {
    const token = `${this.options.node} ${randomId(8)}`
    const isClaimed = (await this.script(CLAIM, token, String(CLAIM_MS))) === 1
    this.claim = isClaimed ? token : null
    return isClaimed
  }

  checkpoint = async (
    state: Uint8Array,
    coversSeq: number,
    summary: Uint8Array | null = null,
  ): Promise<void> => {
    const seen = this.seen.last()
    if (coversSeq > seen) throw new Error(`a checkpoint cannot cover ${coversSeq} of ${seen}`)
    if (this.claim === null && !(await this.claimCheckpoint())) return
    const claim = this.claim ?? ''
    this.claim = null
    const bound = summary === null ? '' : bindSummary(state, summary)
    const taken = await this.script(
      CHECKPOINT,
      String(coversSeq),
      bufferOf(state),
      claim,
      this.channel,
      bound,
    )
    if (taken === 1) this.seen.forget(coversSeq)
  }

  close = async (): Promise<void> => {
    this.closed = true
    for (const dispose of this.disposers.splice(0)) await dispose()
  }

  say = (message: Uint8Array): void => {
    if (this.closed) return
    const bytes = Buffer.concat([Buffer.from(`${this.options.node} `), message])
    // Not kept, so not repeated: whoever listens hears the whole of it again soon.
    this.options.redis.run('PUBLISH', `${this.channel}:bus`, bytes).catch(() => undefined)
  }

  listen = (onMessage: (node: string, message: Uint8Array) => void): void => {
    this.onMessage = onMessage
  }

  compareWith = (lastSeq: number, seenBefore: number): void => {
    if (lastSeq > this.seen.last()) this.catchUp()
    if (lastSeq < seenBefore) this.isBehind = true
  }

  private script(text: string, ...args: (string | Buffer)[]): Promise<unknown> {
    return this.options.redis.run('EVAL', text, String(this.keys.length), ...this.keys, ...args)
  }

  private async load(): Promise<Loaded> {
    const answer = (await this.script(LOAD, String(this.seen.last()))) as [
      Buffer,
      Buffer | null,
      [Buffer, Buffer[]][],
      Buffer | null,
      Buffer,
    ]
    const [seq, stored, entries, bound, last] = answer
    const state = stored === null ? null : new Uint8Array(stored)
    const records = entries.map(([id, fields]) => ({
      seq: Number.parseInt(id.toString(), 10),
      update: new Uint8Array(fields[1] ?? Buffer.alloc(0)),
    }))
    const summary = state === null ? null : readSummary(state, bound)
    return { covered: Number(seq), state, summary, records, last: Number(last) }
  }

  private hearSaid = (message: Buffer): void => {
    const nodeEnd = message.indexOf(' ')
    const node = message.toString('latin1', 0, nodeEnd)
    if (node !== this.options.node && !this.closed)
      this.onMessage?.(node, new Uint8Array(message.subarray(nodeEnd + 1)))
  }

  private hear = (message: Buffer): void => {
    if (!this.isLoaded || this.closed) return
    const news = readNews(message)
    if (news.kind === 'checkpoint') return this.seen.forget(news.covers)
    if (news.node === this.options.node) return
    this.take(news.records)
    this.catchUpIfAhead()
  }

  private take(records: Loaded['records']): void {
    const fresh = records.filter(({ seq }) => !this.seen.isSeen(seq))
    if (fresh.length === 0) return
    this.options.onForeign(fresh.map(({ update }) => update))
    for (const { seq, update } of fresh) this.seen.see(seq, update.length)
  }

  private catchUpIfAhead(): void {
    if (this.seen.ahead() > 0 && !this.appending) this.catchUp()
  }

  /** Reads what is missing from the stream, or from another node's checkpoint when the stream was shortened. */
  private catchUp = (): void => {
    if (!this.isLoaded || this.closed) return
    this.catchingUp ??= this.readOn()
      .catch((cause: unknown) => {
        this.options.logger.warn('what other nodes wrote could not be read yet', { cause: String(cause) })
      })
      .finally(() => (this.catchingUp = null))
  }

  private async readOn(): Promise<void> {
    const seenBefore = this.seen.last()
    const { covered, state, records, last } = await this.load()
    if (this.closed) return
    if (state !== null && covered > this.seen.last()) {
      this.options.onForeign([state])
      this.seen.skipTo(covered)
    }
    this.take(records)
    if (last < seenBefore) this.isBehind = true
    this.skipMissing(last)
  }

  /** What was not there at a moment when `last` was never will be: waiting for it would be for ever. */
  private skipMissing(last: number): void {
    const before = this.seen.last()
    if (last <= before) return
    const missing = last - before - this.seen.ahead()
    this.seen.skipTo(last)
    const { logger, room, document } = this.options
    logger.error(
      'edits are missing in Redis: somebody else shortened or removed what the relay keeps there',
      {
        room: room.slice(0, 8),
        document,
        missing,
        next: 'whoever comes with a copy brings them back; let only relays write the keys etappe:*, without eviction',
      },
    )
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
