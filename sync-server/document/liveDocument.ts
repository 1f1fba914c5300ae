/**
 * One document while somebody has it open: its bytes, its log, its readers. Exists only once it is loaded, so nobody can
 * be answered from an empty one by mistake. Knows nothing of sockets, rooms or roles beyond `Peer`.
 */
import { decodeStateVector } from 'yjs'
import type { CloseReason } from '../../src/protocol/closeCodes.ts'
import type { Logger } from '../../src/shared/logger.ts'
import type { RelayLimits } from '../limits.ts'
import type { OpenedDocument } from '../storage/contract.ts'
import { RoomTaken } from '../storage/roomTaken.ts'
import { createBroadcaster } from './broadcaster.ts'
import { createCheckpointer } from './checkpointer.ts'
import { decodeClockSummary } from './clockSummary.ts'
import { type Commit, createCommitQueue } from './commitQueue.ts'
import { awarenessFrames, step1Frames } from './frames.ts'
import { type InspectedUpdate, inspectUpdate, inspectWithin } from './inspectUpdate.ts'
import { createKnownClocks } from './knownClocks.ts'
import { createMergedState } from './mergedState.ts'
import type { Peer } from './peer.ts'
import { encodePresence, readPresence } from './presence.ts'
import { createPresenceTable, type Held } from './presenceTable.ts'
import { sharePresence, type SharedPresence } from './sharedPresence.ts'

export interface LiveDocument {
  readonly join: (peer: Peer) => void
  readonly leave: (peer: Peer) => void
  /** A client says what it has; it gets the rest, and from then on everything new. */
  readonly answerStep1: (peer: Peer, stateVector: Uint8Array) => void
  /** A client's document frame number `frame`; resolves its fate by `acknowledge` or `close`, never by silence. */
  readonly receive: (peer: Peer, update: Uint8Array, frame: number) => void
  /** Updates that another node stored: shown here, not stored again. */
  readonly receiveForeign: (updates: readonly Uint8Array[]) => void
  readonly receivePresence: (peer: Peer, update: Uint8Array) => void
  readonly sendPresence: (peer: Peer) => void
  /** A peer that was full has been sent everything. */
  readonly drained: (peer: Peer) => void
  /** Called now and then: asks the writers in turn for what the relay lacks, all of them when it knows of a gap. */
  readonly heal: (now: number) => void
  /** How many stretches of edits wait for something before them that never arrived. */
  readonly pending: () => number
  /** Resolves when everything received so far is durable and acknowledged. */
  readonly settled: () => Promise<void>
  /** Ends all connections; who was told to come back finds out then what has become of the room. */
  readonly dismiss: (reason: CloseReason) => void
  /** Settles, writes the checkpoint (without garbage, unless there is no time for that) and releases the log. */
  readonly close: (inHurry: boolean) => Promise<void>
}

export interface LiveDocumentOptions {
  readonly opened: OpenedDocument
  readonly limits: RelayLimits
  readonly logger: Logger
  /** The same document without garbage; null when that is not possible. */
  readonly collectGarbage: (update: Uint8Array) => Promise<Uint8Array | null>
  /** An edit was not taken: everybody was told to come back later, and this document must not be used again. */
  readonly onFailed: (cause: unknown) => void
}

/** Asking the same client for what is missing more often than this would be a loop. */
const ASK_AGAIN_MS = 5_000

interface Frame {
  readonly peer: Peer
  readonly frame: number
}

export function createLiveDocument(options: LiveDocumentOptions): LiveDocument {
  return new LoadedDocument(options)
}

class LoadedDocument implements LiveDocument {
  private readonly peers = new Set<Peer>()
  private readonly askedAt = new Map<Peer, number>()
  private readonly known
  private readonly presence = createPresenceTable<Peer>()
  private readonly state
  private readonly broadcaster
  private readonly queue
  private readonly checkpointer
  private readonly options
  /** Null when no other process has this document. */
  private readonly elsewhere: SharedPresence | null
  private queuedBytes = 0
  private failed = false
  private healedAt = performance.now()
  private turn = 0
  private writtenAt = performance.now()

  constructor(options: LiveDocumentOptions) {
    this.options = options
    const { log, stored } = options.opened
    this.state = createMergedState(stored)
    const summary = stored.summary ?? null
    const held = summary === null ? null : decodeClockSummary(summary)
    this.known = createKnownClocks(held)
    for (const update of held === null ? this.state.merge() : stored.updates) this.learn(update)
    this.broadcaster = createBroadcaster({
      coalesceMs: options.limits.coalesceMs,
      wholeDocument: () => this.state.answer(Uint8Array.of(0)),
      takePresence: this.takePresence,
      allPresence: () => this.presence.all(),
    })
    const { bus } = options.opened
    const onChanged = () => this.broadcaster.presenceChanged()
    this.elsewhere = bus === undefined ? null : sharePresence({ bus, table: this.presence, onChanged })
    const { limits, logger, collectGarbage } = options
    this.checkpointer = createCheckpointer({
      log,
      state: this.state,
      limits,
      logger,
      collectGarbage,
      // What is known of edits that are not written yet must not outlive them.
      summary: () => (this.queuedBytes === 0 ? this.known.summary() : null),
      hasFailed: () => this.failed,
    })
    this.queue = createCommitQueue<Frame>({
      log,
      coalesceMs: options.limits.coalesceMs,
      syncMs: options.limits.syncMs,
      onWritten: this.onWritten,
      onDurable: this.onDurable,
      onAgreed: this.checkpointer.whenGrown,
      onFailed: this.onFailed,
    })
  }

  join = (peer: Peer): void => {
    this.peers.add(peer)
    if (peer.mayWrite) this.ask(peer)
    this.sendPresence(peer)
  }

  leave = (peer: Peer): void => {
    this.peers.delete(peer)
    this.askedAt.delete(peer)
    this.broadcaster.exclude(peer)
    this.presence.leave(peer)
    this.broadcaster.presenceChanged()
  }

  answerStep1 = (peer: Peer, stateVector: Uint8Array): void => {
    if (!isStateVector(stateVector)) return peer.close('malformed')
    this.broadcaster.include(peer)
    for (const frames of this.state.answer(stateVector)) peer.send(frames)
  }

  receive = (peer: Peer, update: Uint8Array, frame: number): void => {
    const { limits } = this.options
    const inspected = inspectWithin(update, limits.updateParts)
    if (typeof inspected === 'string') return peer.close(inspected)
    const item = { peer, frame }
    if (this.known.covers(inspected)) return this.queue.push({ update: null, item })
    if (!this.hasSpaceFor(inspected, update.length)) return peer.close('roomFull')
    // Before it is written: should writing fail, this document is never used again, with all that it knows.
    const added = this.known.add(inspected, limits.pendingStretches)
    if (added === 'refused') return peer.close('tooMany')
    this.queuedBytes += update.length
    if (added === 'waits') this.askAgain(peer)
    this.queue.push({ update: update.slice(), item })
  }

  private hasSpaceFor(inspected: InspectedUpdate, bytes: number): boolean {
    const { documentBytes, authors } = this.options.limits
    if (this.state.byteLength() + this.queuedBytes + bytes > documentBytes) return false
    return this.known.authors(inspected) <= Math.max(authors, this.known.authors())
  }

  receiveForeign = (updates: readonly Uint8Array[]): void => {
    const readable = updates.filter((update) => {
      const inspected = inspectUpdate(update)
      if (inspected === null || this.failed) return false
      this.known.add(inspected)
      this.state.add(update)
      return true
    })
    if (readable.length > 0) this.broadcaster.written(readable.map((update) => ({ from: null, update })))
  }

  receivePresence = (peer: Peer, update: Uint8Array): void => {
    if (!peer.mayWrite) return
    const entries = readPresence(update)
    if (!entries.ok) return peer.close('malformed')
    const { probe, nudge } = this.presence.accept(peer, entries.value)
    probe?.probe(() => this.presence.keep(probe))
    if (nudge !== null) peer.send(awarenessFrames(encodePresence([nudge])))
    this.broadcaster.presenceChanged()
  }

  sendPresence = (peer: Peer): void => {
    const present = this.presence.all()
    if (present.length > 0) peer.send(awarenessFrames(encodePresence(present)))
  }

  heal = (now: number): void => {
    this.elsewhere?.tick(now)
    const isQuiet = this.queuedBytes === 0 && now - this.writtenAt >= this.options.limits.quietMs
    if (isQuiet) this.rest()
    const writers = [...this.peers].filter((peer) => peer.mayWrite)
    if (this.known.gaps() > 0) return writers.forEach((peer) => this.askAgain(peer))
    if (now - this.healedAt < this.options.limits.healMs) return
    this.healedAt = now
    const next = writers[(this.turn += 1) % writers.length]
    if (next !== undefined) this.ask(next)
  }

  private rest(): void {
    this.state.rest()
    this.checkpointer.whenQuiet()
  }

  pending = (): number => this.known.gaps()

  drained = (peer: Peer): void => this.broadcaster.drained(peer)

  dismiss = (reason: CloseReason): void => this.peers.forEach((peer) => peer.close(reason))

  settled = (): Promise<void> => this.queue.drained()

  close = async (inHurry: boolean): Promise<void> => {
    await this.queue.drained()
    this.broadcaster.stop()
    this.elsewhere?.close()
    await this.checkpointer.atEnd(inHurry)
    await this.options.opened.log.close()
  }

  private takePresence = (): readonly Held<Peer>[] => {
    const changes = this.presence.takeChanges()
    this.elsewhere?.say(changes)
    return changes
  }

  private onWritten = (commits: readonly Commit<Frame>[]): void => {
    const fresh = commits.flatMap(({ update, item }) =>
      update === null ? [] : [{ from: item.peer, update }],
    )
    for (const { update } of fresh) {
      this.queuedBytes -= update.length
      this.state.add(update)
    }
    if (fresh.length === 0) return
    this.writtenAt = performance.now()
    this.broadcaster.written(fresh)
  }

  private onDurable = (commits: readonly Commit<Frame>[]): void => {
    const last = new Map(commits.map(({ item }) => [item.peer, item.frame]))
    for (const [peer, frame] of last) peer.acknowledge(frame)
  }

  private onFailed = (cause: unknown): void => {
    const { logger } = this.options
    const isTaken = cause instanceof RoomTaken
    if (isTaken) logger.info('another relay is closing this room; the clients here were told to come back')
    else
      logger.error('the disk failed; the clients of this document were told to come back later', {
        cause: String(cause),
      })
    this.failed = true
    this.broadcaster.stop()
    this.dismiss(isTaken ? 'stopping' : 'storageFailed')
    this.options.onFailed(cause)
  }

  /** Step 1: the client answers with what the relay lacks. */
  private ask(peer: Peer): void {
    peer.send(step1Frames(this.known.stateVector()))
  }

  private askAgain(peer: Peer): void {
    const last = this.askedAt.get(peer) ?? Number.NEGATIVE_INFINITY
    if (!this.peers.has(peer) || performance.now() - last < ASK_AGAIN_MS) return
    this.askedAt.set(peer, performance.now())
    this.ask(peer)
  }

  private learn(update: Uint8Array): void {
    const inspected = inspectUpdate(update)
    if (inspected !== null) this.known.add(inspected)
  }
}

function isStateVector(bytes: Uint8Array): boolean {
  try {
    decodeStateVector(bytes)
    return true
  } catch {
    return false
  }
}
