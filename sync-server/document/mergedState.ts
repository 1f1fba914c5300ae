/**
 * A document's bytes in memory: one snapshot, a tail of merged groups and the latest single updates. Joining clients get
 * the tail first and the snapshot as step 2, both framed once for everybody: merging per join cost more than a stock
 * relay. The tail is folded into the snapshot only when it has grown, so that each byte is merged a few times at most.
 */
import { decodeStateVector, diffUpdate, parseUpdateMeta } from 'yjs'
import type { StoredDocument } from '../storage/contract.ts'
import { type Frames, keptStep2Frames, step2Frames, updateFrames } from './frames.ts'
import { heldBytes, keepBytes, type KeptBytes } from './keptBytes.ts'
import { MERGE_GROUP, mergeSafely } from './mergeSafely.ts'

/** An update without content, as encoded by Yjs: no clients, no deletions. */
const NOTHING = Uint8Array.of(0, 0)
const SMALL_TAIL_BYTES = 256 * 1024
/** What may stay behind the snapshot when nobody writes: whoever comes back is sent it again. */
const RESTING_TAIL_BYTES = 64 * 1024
const CACHED_DIFFS = 16

export interface MergedState {
  readonly add: (update: Uint8Array) => void
  /** What a client with this state vector needs, in sending order; its last message is the step 2. */
  readonly answer: (stateVector: Uint8Array) => Frames[]
  /** Everything, in as few updates as possible: one, unless something could not be merged. */
  readonly merge: () => readonly Uint8Array[]
  /** How much came since what was overwritten and deleted was last collected. */
  readonly uncollectedBytes: () => number
  /**
   * Hands out everything as one update, or null when it is not one. It stays as it is until `endCollection`, whatever is
   * added meanwhile. Only to be copied from: many rooms that were left at once wait for the one compaction thread.
   */
  readonly beginCollection: () => Uint8Array | null
  /** The same without garbage, or null to keep what there was. */
  readonly endCollection: (collected: Uint8Array | null) => void
  readonly byteLength: () => number
  /** Nobody has written for a while: makes it cheap to hold and to send. */
  readonly rest: () => void
}

export function createMergedState(stored: StoredDocument): MergedState {
  const state = new SnapshotAndTail()
  state.load(stored)
  return {
    add: (update) => state.add(update),
    answer: (stateVector) => [...state.tailFrames(), state.step2For(stateVector)],
    merge: () => {
      state.fold()
      return [...(state.snapshot === null ? [] : [state.snapshot.read()]), ...state.odd]
    },
    uncollectedBytes: () => state.uncollectedBytes,
    beginCollection: () => state.beginCollection(),
    endCollection: (collected) => state.endCollection(collected),
    byteLength: () => state.byteLength(),
    rest: () => state.rest(),
  }
}

class SnapshotAndTail {
  snapshot: KeptBytes | null = null
  odd: readonly Uint8Array[] = []
  private groups: Uint8Array[] = []
  private recent: Uint8Array[] = []
  uncollectedBytes = 0
  private collectingBytes: number | null = null
  private tailBytes = 0
  private cachedTail: Frames[] | null = null
  /** Per client the last clock in the snapshot, behind gaps too; found when first asked for, which costs a walk. */
  private snapshotEnds: ReadonlyMap<number, number> | null = null
  private readonly diffs = new Map<string, Frames>()
  private isAtRest = false

  /** A few updates stay the tail that they are: folding them in would read through the whole checkpoint. */
  load({ checkpoint, updates }: StoredDocument): void {
    this.replaceSnapshot(checkpoint)
    const bytes = updates.reduce((sum, { length }) => sum + length, 0)
    if (checkpoint !== null && bytes <= this.roomyTail()) return updates.forEach((update) => this.add(update))
    this.uncollectedBytes = bytes
    this.fold(updates)
  }

  add(update: Uint8Array): void {
    this.cachedTail = null
    this.recent.push(update)
    this.tailBytes += update.length
    this.uncollectedBytes += update.length
    if (this.recent.length < MERGE_GROUP) return
    this.mergeRecent()
    if (this.groups.length >= MERGE_GROUP || this.tailBytes > this.roomyTail()) this.fold()
  }

  private mergeRecent(): void {
    const { merged, odd } = mergeSafely(this.recent)
    if (merged !== null) this.groups.push(merged)
    this.odd = [...this.odd, ...odd]
    this.recent = []
  }

  private roomyTail(): number {
    return Math.max(SMALL_TAIL_BYTES, (this.snapshot?.length ?? 0) / 4)
  }

  rest(): void {
    const isFirst = this.snapshot === null
    if (isFirst || this.tailBytes > Math.max(RESTING_TAIL_BYTES, this.byteLength() / 8)) this.fold()
    if (this.isAtRest || this.snapshot === null || this.collectingBytes !== null) return
    this.isAtRest = true
    this.diffs.clear()
    this.snapshot = keepBytes(this.snapshot.read())
  }

  beginCollection(): Uint8Array | null {
    this.fold()
    if (this.odd.length > 0 || this.snapshot === null || this.collectingBytes !== null) return null
    this.collectingBytes = this.uncollectedBytes
    return this.snapshot.view
  }

  endCollection(collected: Uint8Array | null): void {
    if (collected !== null) this.uncollectedBytes -= this.collectingBytes ?? 0
    this.collectingBytes = null
    if (collected !== null) this.replaceSnapshot(collected)
  }

  /** Not while the snapshot is being collected: what is folded in then would be lost by the replacement. */
  fold(more: readonly Uint8Array[] = []): void {
    if (this.collectingBytes !== null) return
    const parts = [...more, ...this.groups, ...this.recent]
    if (parts.length === 0) return
    const { merged, odd } = mergeSafely(this.snapshot === null ? parts : [this.snapshot.read(), ...parts])
    this.odd = [...this.odd, ...odd]
    this.groups = []
    this.recent = []
    this.tailBytes = 0
    this.cachedTail = null
    this.replaceSnapshot(merged)
  }

  private replaceSnapshot(snapshot: Uint8Array | null): void {
    this.snapshot = snapshot === null ? null : heldBytes(snapshot)
    this.isAtRest = false
    this.diffs.clear()
    this.snapshotEnds = null
  }

  tailFrames(): Frames[] {
    this.cachedTail ??= [...this.odd, ...this.groups, ...this.recent].map(updateFrames)
    return this.cachedTail
  }

  step2For(stateVector: Uint8Array): Frames {
    const clocks = decodeStateVector(stateVector)
    const key = this.isAhead(clocks) ? 'ahead' : Buffer.from(stateVector).toString('latin1')
    const cached = this.diffs.get(key)
    if (cached !== undefined) return cached
    const frame = this.isAtRest ? keptStep2Frames : step2Frames
    const frames = frame(this.diff(stateVector, clocks.size === 0))
    if (this.diffs.size >= CACHED_DIFFS) this.diffs.clear()
    this.diffs.set(key, frames)
    return frames
  }

  byteLength(): number {
    const oddBytes = this.odd.reduce((sum, update) => sum + update.length, 0)
    return (this.snapshot?.length ?? 0) + this.tailBytes + oddBytes
  }

  /** Then only deletions can be missing, whatever else the client has: one answer serves all of them. */
  private isAhead(clocks: ReadonlyMap<number, number>): boolean {
    if (clocks.size === 0 || this.snapshot === null) return false
    this.snapshotEnds ??= parseUpdateMeta(this.snapshot.read()).to
    if (clocks.size < this.snapshotEnds.size) return false
    for (const [client, end] of this.snapshotEnds) {
      if ((clocks.get(client) ?? 0) < end) return false
    }
    return true
  }

  private diff(stateVector: Uint8Array, everything: boolean): Uint8Array {
    if (this.snapshot === null) return NOTHING
    return everything ? this.snapshot.view : diffUpdate(this.snapshot.read(), stateVector)
  }
}

/** Several updates as one for a broadcast; what cannot be merged goes by itself. */
export function mergeForBroadcast(updates: readonly Uint8Array[]): readonly Uint8Array[] {
  if (updates.length < 2) return updates
  const { merged, odd } = mergeSafely(updates)
  return merged === null ? odd : [merged, ...odd]
}
