/**
 * Sends what was written to everybody who reads a document, as one shared message; readers that wrote part of it get
 * the others' updates one by one, which are framed once too. Presence is gathered for 20 ms. A reader that does not keep
 * up gets nothing until it has drained and then what it missed, so that what waits for it stays bounded.
 */
import { awarenessFrames, type Frames, updateFrames } from './frames.ts'
import { mergeForBroadcast } from './mergedState.ts'
import type { Peer } from './peer.ts'
import { encodePresence, type PresenceEntry } from './presence.ts'

export interface WrittenUpdate {
  /** Null when it came from another node. */
  readonly from: Peer | null
  readonly update: Uint8Array
}

/** What a reader that does not keep up has to get later; `updates` is null once it is too much to keep. */
interface Missed {
  updates: WrittenUpdate[] | null
  bytes: number
}

interface Said {
  readonly owner: Peer
  readonly entry: PresenceEntry
}

export interface BroadcasterOptions {
  readonly coalesceMs: number
  /** What a reader that fell behind by more than was kept gets: the whole document. */
  readonly wholeDocument: () => readonly Frames[]
  readonly takePresence: () => readonly Said[]
  readonly allPresence: () => readonly PresenceEntry[]
}

export interface Broadcaster {
  readonly written: (updates: readonly WrittenUpdate[]) => void
  readonly presenceChanged: () => void
  /** From now on this peer gets everything that follows; what is waiting to be sent it has already. */
  readonly include: (peer: Peer) => void
  readonly exclude: (peer: Peer) => void
  /** A peer that was full has taken everything: give it what it missed. */
  readonly drained: (peer: Peer) => void
  readonly flush: () => void
  readonly stop: () => void
}

/** How much of what a slow reader missed is kept for it; beyond that the whole document is sent, which is shared. */
const MISSED_BYTES = 1024 * 1024
const ONE_WRITE_BYTES = 16 * 1024

export function createBroadcaster(options: BroadcasterOptions): Broadcaster {
  return new TimedBroadcaster(options)
}

class TimedBroadcaster implements Broadcaster {
  private readonly options: BroadcasterOptions
  private readonly readers = new Set<Peer>()
  private readonly behind = new Map<Peer, Missed>()
  private window: WrittenUpdate[] = []
  private timer: NodeJS.Timeout | null = null
  private lastFlush = Number.NEGATIVE_INFINITY

  constructor(options: BroadcasterOptions) {
    this.options = options
  }

  written = (updates: readonly WrittenUpdate[]): void => {
    this.window.push(...updates)
    this.flush()
  }

  presenceChanged = (): void => this.flushSoon()

  include = (peer: Peer): void => {
    this.flush()
    this.readers.add(peer)
  }

  exclude = (peer: Peer): void => {
    this.readers.delete(peer)
    this.behind.delete(peer)
  }

  drained = (peer: Peer): void => {
    const missed = this.behind.get(peer)
    if (missed === undefined) return
    this.behind.delete(peer)
    const { updates } = missed
    const owed = updates === null ? this.options.wholeDocument() : this.framesWithout(peer, updates)
    for (const frames of owed) peer.send(frames)
    const present = this.options.allPresence()
    if (present.length > 0) peer.send(awarenessFrames(encodePresence(present)))
  }

  flush = (): void => {
    this.stop()
    this.lastFlush = performance.now()
    const written = this.window
    const said = this.options.takePresence()
    this.window = []
    if (written.length > 0) this.sendWritten(written)
    if (said.length > 0) this.sendSaid(said)
  }

  stop = (): void => {
    if (this.timer !== null) clearTimeout(this.timer)
    this.timer = null
  }

  private flushSoon(): void {
    if (this.timer !== null) return
    const wait = this.lastFlush + this.options.coalesceMs - performance.now()
    if (wait <= 0) this.flush()
    else this.timer = setTimeout(this.flush, wait)
  }

  private sendWritten(written: readonly WrittenUpdate[]): void {
    const writers = new Set(written.map(({ from }) => from))
    let shared: readonly Frames[] | null = null
    let single: readonly { readonly from: Peer | null; readonly frames: Frames }[] | null = null
    for (const peer of this.readers) {
      if (this.isBehind(peer)) {
        this.remember(peer, written)
        continue
      }
      if (!writers.has(peer)) {
        shared ??= framesOf(written)
        for (const message of shared) peer.send(message)
        continue
      }
      single ??= written.map(({ from, update }) => ({ from, frames: updateFrames(update) }))
      const others = single.filter(({ from }) => from !== peer).flatMap(({ frames }) => frames)
      if (others.length > 0) peer.send(inOneWrite(others))
    }
  }

  private sendSaid(said: readonly Said[]): void {
    const speakers = new Set(said.map(({ owner }) => owner))
    let shared: Frames | null = null
    for (const peer of this.readers) {
      if (this.isBehind(peer)) continue
      if (!speakers.has(peer)) {
        peer.send((shared ??= awarenessFrames(encodePresence(said.map(({ entry }) => entry)))))
        continue
      }
      const others = said.filter(({ owner }) => owner !== peer).map(({ entry }) => entry)
      if (others.length > 0) peer.send(awarenessFrames(encodePresence(others)))
    }
  }

  private isBehind(peer: Peer): boolean {
    if (this.behind.has(peer)) return true
    if (!peer.isFull()) return false
    this.behind.set(peer, { updates: [], bytes: 0 })
    return true
  }

  private remember(peer: Peer, written: readonly WrittenUpdate[]): void {
    const missed = this.behind.get(peer)
    if (missed === undefined || missed.updates === null) return
    missed.updates.push(...written)
    for (const { update } of written) missed.bytes += update.length
    if (missed.bytes > MISSED_BYTES) missed.updates = null
  }

  private framesWithout(peer: Peer, written: readonly WrittenUpdate[]): readonly Frames[] {
    return framesOf(written.filter(({ from }) => from !== peer))
  }
}

/** Whole messages behind each other: a stock client reads them one by one, the system is asked only once. */
function inOneWrite(frames: Frames): Frames {
  const bytes = frames.reduce((sum, frame) => sum + frame.length, 0)
  return frames.length > 1 && bytes <= ONE_WRITE_BYTES ? [Buffer.concat(frames, bytes)] : frames
}

function framesOf(written: readonly WrittenUpdate[]): readonly Frames[] {
  return mergeForBroadcast(written.map(({ update }) => update)).map(updateFrames)
}
