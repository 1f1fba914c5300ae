/**
 * One document in Redis as a log: appends through a script, hears what other nodes appended, and notices by the numbers
 * when it missed something. What it says it has seen is without a gap, so a checkpoint never covers what is not in it.
 */
import type { RelayDocument } from '../../src/protocol/access.ts'
import type { RoomId } from '../../src/protocol/capability.ts'
import { randomId } from '../../src/shared/ids.ts'
import type { Logger } from '../../src/shared/logger.ts'
import { bindSummary, readSummary } from './boundSummary.ts'
import type { DocumentBus, DocumentLog, OnForeign, StoredDocument } from './contract.ts'
import type { RedisConnection } from './redisConnection.ts'
import { readNews } from './redisNews.ts'
import { APPEND, CHECKPOINT, CLAIM, LOAD } from './redisScripts.ts'

export interface RedisDocumentOptions {
  readonly redis: RedisConnection
  /** Tells this process's own updates from others'. */
  readonly node: string
  readonly room: RoomId
  readonly document: RelayDocument
  readonly logger: Logger
  readonly onForeign: OnForeign
}

/** What the store keeps of a document while it is open. */
export interface OpenRedisDocument {
  readonly stored: StoredDocument
  readonly log: DocumentLog
  readonly bus: DocumentBus
  /** Where its last number is, and what to do when that is not the one seen here: a message was lost. */
  readonly seqKey: string
  readonly compareWith: (lastSeq: number) => void
}

interface Loaded {
  readonly covered: number
  readonly state: Uint8Array | null
  readonly summary: Uint8Array | null
  readonly records: readonly { readonly seq: number; readonly update: Uint8Array }[]
}

/** A compaction that takes longer has lost its claim: another node may begin one, and this one is refused. */
const CLAIM_MS = 60_000

export const heldKeyOf = (room: RoomId): string => `etappe:{${room}}:held`

export function redisKeysOf(room: RoomId, document: RelayDocument) {
  const base = `etappe:{${room}}:${document}`
  return { log: `${base}:log`, seq: `${base}:seq`, checkpoint: `${base}:checkpoint`, base }
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
  private seen = 0
  /** What a load would replay, by number. */
  private readonly logged = new Map<number, number>()
  private loggedBytes = 0
  /** Updates whose predecessors are still on their way, from other nodes or in the answer to an append. */
  private readonly ahead = new Set<number>()
  private appending = false
  private readonly disposers: (() => Promise<void>)[] = []
  private onMessage: ((node: string, message: Uint8Array) => void) | null = null
  private catchingUp: Promise<void> | null = null
  private claim: string | null = null
  private isLoaded = false
  private closed = false

  constructor(options: RedisDocumentOptions) {
    this.options = options
    const { base, log, seq, checkpoint } = redisKeysOf(options.room, options.document)
    this.keys = [log, seq, checkpoint, `${base}:claim`, heldKeyOf(options.room)]
    this.seqKey = seq
    this.channel = `${base}:news`
  }

  /** Listens first: what is appended while it loads is then found by its number. */
  async open(): Promise<StoredDocument> {
    const { redis } = this.options
    this.disposers.push(await redis.listen(this.channel, this.hear, this.catchUp))
    try {
      this.disposers.push(await redis.listen(`${this.channel}:bus`, this.hearSaid, () => undefined))
      const { covered, state, summary, records } = await this.load()
      this.seen = records.at(-1)?.seq ?? covered
      for (const { seq, update } of records) this.count(seq, update.length)
      this.isLoaded = true
      return { checkpoint: state, summary, updates: records.map(({ update }) => update) }
    } catch (cause) {
      await this.close()
      throw cause
    }
  }

  lastSeq = (): number => this.seen

  logBytes = (): number => this.loggedBytes

  append = async (updates: readonly Uint8Array[]): Promise<void> => {
    const seen = this.seen
    this.appending = true
    try {
      const { node } = this.options
      const last = Number(await this.script(APPEND, this.channel, node, ...updates.map(bufferOf)))
      const first = last - updates.length + 1
      // Nobody counts backwards: Redis came back without what it had. Clients come back and bring it again.
      if (first <= seen) throw new Error(`Redis lost edits that it had: it goes on at ${first} of ${seen}`)
      updates.forEach((update, index) => this.pass(first + index, update.length))
    } finally {
      this.appending = false
    }
    this.catchUpIfAhead()
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
    if (coversSeq > this.seen) throw new Error(`a checkpoint cannot cover ${coversSeq} of ${this.seen}`)
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
    if (taken === 1) this.forget(coversSeq)
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

  compareWith = (lastSeq: number): void => {
    if (lastSeq > this.seen) this.catchUp()
  }

  private script(text: string, ...args: (string | Buffer)[]): Promise<unknown> {
    return this.options.redis.run('EVAL', text, String(this.keys.length), ...this.keys, ...args)
  }

  private async load(): Promise<Loaded> {
    const answer = (await this.script(LOAD, String(this.seen))) as [
      Buffer,
      Buffer | null,
      [Buffer, Buffer[]][],
      Buffer | null,
    ]
    const [seq, stored, entries, bound] = answer
    const state = stored === null ? null : new Uint8Array(stored)
    const records = entries.map(([id, fields]) => ({
      seq: Number.parseInt(id.toString(), 10),
      update: new Uint8Array(fields[1] ?? Buffer.alloc(0)),
    }))
    const summary = state === null ? null : readSummary(state, bound)
    return { covered: Number(seq), state, summary, records }
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
    if (news.kind === 'checkpoint') return this.forget(news.covers)
    if (news.node === this.options.node) return
    this.take(news.records)
    this.catchUpIfAhead()
  }

  private take(records: Loaded['records']): void {
    const fresh = records.filter(({ seq }) => seq > this.seen && !this.ahead.has(seq))
    if (fresh.length === 0) return
    this.options.onForeign(fresh.map(({ update }) => update))
    for (const { seq, update } of fresh) this.pass(seq, update.length)
  }

  private pass(seq: number, bytes: number): void {
    if (seq <= this.seen || this.ahead.has(seq)) return
    this.count(seq, bytes)
    this.ahead.add(seq)
    while (this.ahead.delete(this.seen + 1)) this.seen += 1
  }

  private count(seq: number, bytes: number): void {
    this.logged.set(seq, bytes)
    this.loggedBytes += bytes
  }

  private forget(coversSeq: number): void {
    for (const [seq, bytes] of this.logged) {
      if (seq > coversSeq) continue
      this.logged.delete(seq)
      this.loggedBytes -= bytes
    }
  }

  private catchUpIfAhead(): void {
    if (this.ahead.size > 0 && !this.appending) this.catchUp()
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
    const { covered, state, records } = await this.load()
    if (this.closed) return
    if (state !== null && covered > this.seen) {
      this.options.onForeign([state])
      for (const seq of this.ahead) if (seq <= covered) this.ahead.delete(seq)
      this.seen = covered
    }
    this.take(records)
  }
}

function bufferOf(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}
