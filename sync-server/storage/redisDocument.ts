/**
 * One document in Redis as a log: appends through a script, hears what other nodes appended, and notices by the numbers
 * when it missed something. What it says it has seen is without a gap, so a checkpoint never covers what is not in it.
 */
import type { RelayDocument } from '../../src/protocol/access.ts'
import type { RoomId } from '../../src/protocol/capability.ts'
import type { Logger } from '../../src/shared/logger.ts'
import type { DocumentLog, OnForeign, OpenedDocument } from './contract.ts'
import type { RedisConnection } from './redisConnection.ts'
import { APPEND, CHECKPOINT, LOAD } from './redisScripts.ts'

export interface RedisDocumentOptions {
  readonly redis: RedisConnection
  /** Tells this process's own updates from others'. */
  readonly node: string
  readonly room: RoomId
  readonly document: RelayDocument
  readonly logger: Logger
  readonly onForeign: OnForeign
}

interface Loaded {
  readonly covered: number
  readonly state: Uint8Array | null
  readonly records: readonly { readonly seq: number; readonly update: Uint8Array }[]
}

export async function openRedisDocument(options: RedisDocumentOptions): Promise<OpenedDocument> {
  const document = new RedisDocument(options)
  return { stored: await document.open(), log: document }
}

class RedisDocument implements DocumentLog {
  private readonly options: RedisDocumentOptions
  private readonly keys: readonly [string, string, string]
  private readonly channel: string
  private seen = 0
  private bytes = 0
  /** Own updates whose predecessors from other nodes are still on their way. */
  private readonly ahead = new Set<number>()
  private stopListening: () => Promise<void> = () => Promise.resolve()
  private catchingUp: Promise<void> | null = null
  private isLoaded = false
  private closed = false

  constructor(options: RedisDocumentOptions) {
    this.options = options
    const base = `etappe:{${options.room}}:${options.document}`
    this.keys = [`${base}:log`, `${base}:seq`, `${base}:checkpoint`]
    this.channel = `${base}:news`
  }

  /** Listens first: what is appended while it loads is then found by its number. */
  async open(): Promise<OpenedDocument['stored']> {
    this.stopListening = await this.options.redis.listen(this.channel, this.hear, this.catchUp)
    const { covered, state, records } = await this.load()
    this.seen = records.at(-1)?.seq ?? covered
    this.bytes = records.reduce((sum, { update }) => sum + update.length, 0)
    this.isLoaded = true
    return { checkpoint: state, updates: records.map(({ update }) => update) }
  }

  lastSeq = (): number => this.seen

  logBytes = (): number => this.bytes

  append = async (updates: readonly Uint8Array[]): Promise<void> => {
    const parts = updates.map((update) => Buffer.from(update.buffer, update.byteOffset, update.byteLength))
    const last = Number(await this.script(APPEND, this.channel, this.options.node, ...parts))
    for (let seq = last - updates.length + 1; seq <= last; seq += 1) this.passOwn(seq)
    this.bytes += updates.reduce((sum, update) => sum + update.length, 0)
    if (this.ahead.size > 0) this.catchUp()
  }

  /** Redis answered an append only after its append-only file was synced (`appendfsync always`). */
  sync = (): Promise<void> => Promise.resolve()

  checkpoint = async (state: Uint8Array, coversSeq: number): Promise<void> => {
    if (coversSeq > this.seen) throw new Error(`a checkpoint cannot cover ${coversSeq} of ${this.seen}`)
    const bytes = Buffer.from(state.buffer, state.byteOffset, state.byteLength)
    await this.script(CHECKPOINT, String(coversSeq), bytes)
    if (coversSeq === this.seen) this.bytes = 0
  }

  close = async (): Promise<void> => {
    this.closed = true
    await this.stopListening()
  }

  private script(text: string, ...args: (string | Buffer)[]): Promise<unknown> {
    return this.options.redis.run('EVAL', text, '3', ...this.keys, ...args)
  }

  private async load(): Promise<Loaded> {
    const answer = (await this.script(LOAD, String(this.seen))) as [
      Buffer,
      Buffer | null,
      [Buffer, Buffer[]][],
    ]
    const [seq, state, entries] = answer
    const records = entries.map(([id, fields]) => ({
      seq: Number.parseInt(id.toString(), 10),
      update: new Uint8Array(fields[1] ?? Buffer.alloc(0)),
    }))
    return { covered: Number(seq), state: state === null ? null : new Uint8Array(state), records }
  }

  private hear = (message: Buffer): void => {
    const seqEnd = message.indexOf(' ')
    const nodeEnd = message.indexOf(' ', seqEnd + 1)
    const seq = Number(message.toString('latin1', 0, seqEnd))
    if (!this.isLoaded || this.closed || seq <= this.seen) return
    if (message.toString('latin1', seqEnd + 1, nodeEnd) === this.options.node) return
    if (seq > this.seen + 1) return this.catchUp()
    this.take(seq, new Uint8Array(message.subarray(nodeEnd + 1)))
  }

  private take(seq: number, update: Uint8Array): void {
    if (seq <= this.seen || this.ahead.has(seq)) return
    this.bytes += update.length
    this.options.onForeign([update])
    this.passOwn(seq)
  }

  private passOwn(seq: number): void {
    this.ahead.add(seq)
    while (this.ahead.delete(this.seen + 1)) this.seen += 1
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
    for (const { seq, update } of records) this.take(seq, update)
  }
}
