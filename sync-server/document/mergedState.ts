/**
 * A document's bytes in memory: one snapshot, a tail of merged groups and the latest single updates. Joining clients get
 * the tail first and the snapshot as step 2, both framed once for everybody: merging per join cost more than a stock
 * relay. The tail is folded into the snapshot only when it has grown, so that each byte is merged a few times at most.
 */
import { decodeStateVector, diffUpdate, parseUpdateMeta } from 'yjs'
import type { StoredDocument } from '../storage/contract.ts'
import { type Frames, step2Frames, updateFrames } from './frames.ts'
import { MERGE_GROUP, mergeSafely } from './mergeSafely.ts'

/** An update without content, as encoded by Yjs: no clients, no deletions. */
const NOTHING = Uint8Array.of(0, 0)
const SMALL_TAIL_BYTES = 64 * 1024
const CACHED_DIFFS = 16

export interface MergedState {
  readonly add: (update: Uint8Array) => void
  /** What a client with this state vector needs, in sending order; its last message is the step 2. */
  readonly answer: (stateVector: Uint8Array) => Frames[]
  /** Everything, in as few updates as possible: one, unless something could not be merged. */
  readonly compact: () => readonly Uint8Array[]
  readonly byteLength: () => number
}

export function createMergedState(stored: StoredDocument): MergedState {
  const state = new SnapshotAndTail()
  state.fold([...(stored.checkpoint === null ? [] : [stored.checkpoint]), ...stored.updates])
  return {
    add: (update) => state.add(update),
    answer: (stateVector) => [...state.tailFrames(), state.step2For(stateVector)],
    compact: () => {
      state.fold()
      return [...(state.snapshot === null ? [] : [state.snapshot]), ...state.odd]
    },
    byteLength: () => state.byteLength(),
  }
}

class SnapshotAndTail {
  snapshot: Uint8Array | null = null
  odd: readonly Uint8Array[] = []
  private groups: Uint8Array[] = []
  private recent: Uint8Array[] = []
  private tailBytes = 0
  private cachedTail: Frames[] | null = null
  /** Per client the last clock in the snapshot, behind gaps too. */
  private snapshotEnds: ReadonlyMap<number, number> = new Map()
  private readonly diffs = new Map<string, Frames>()

  add(update: Uint8Array): void {
    this.cachedTail = null
    this.recent.push(update)
    this.tailBytes += update.length
    if (this.recent.length < MERGE_GROUP) return
    const { merged, odd } = mergeSafely(this.recent)
    if (merged !== null) this.groups.push(merged)
    this.odd = [...this.odd, ...odd]
    this.recent = []
    const roomy = Math.max(SMALL_TAIL_BYTES, (this.snapshot?.length ?? 0) / 8)
    if (this.groups.length >= MERGE_GROUP || this.tailBytes > roomy) this.fold()
  }

  fold(more: readonly Uint8Array[] = []): void {
    const parts = [...more, ...this.groups, ...this.recent]
    if (parts.length === 0) return
    const { merged, odd } = mergeSafely(this.snapshot === null ? parts : [this.snapshot, ...parts])
    this.snapshot = merged
    this.odd = [...this.odd, ...odd]
    this.groups = []
    this.recent = []
    this.tailBytes = 0
    this.cachedTail = null
    this.diffs.clear()
    this.snapshotEnds = merged === null ? new Map() : parseUpdateMeta(merged).to
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
    const frames = step2Frames(this.diff(stateVector, clocks.size === 0))
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
    if (clocks.size < this.snapshotEnds.size || clocks.size === 0) return false
    for (const [client, end] of this.snapshotEnds) {
      if ((clocks.get(client) ?? 0) < end) return false
    }
    return true
  }

  private diff(stateVector: Uint8Array, everything: boolean): Uint8Array {
    if (this.snapshot === null) return NOTHING
    return everything ? this.snapshot : diffUpdate(this.snapshot, stateVector)
  }
}

/** Several updates as one for a broadcast; what cannot be merged goes by itself. */
export function mergeForBroadcast(updates: readonly Uint8Array[]): readonly Uint8Array[] {
  if (updates.length < 2) return updates
  const { merged, odd } = mergeSafely(updates)
  return merged === null ? odd : [merged, ...odd]
}
