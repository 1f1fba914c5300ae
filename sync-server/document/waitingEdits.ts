/**
 * Which edits cannot be shown yet, as every Yjs client finds out anew with each update: those behind a gap of their own
 * client, and those that hang on or delete what another client wrote and nobody brought. Counted, because what waits costs
 * everybody more with each update that is added. Keeps clocks only, and nothing at all of a document where nothing waits.
 */
import type { ClockRange, InspectedUpdate } from './inspectUpdate.ts'
import { type Piece, readPieces } from './readPieces.ts'

export interface WaitingEdits {
  /** Called before the clocks of the update are known. */
  readonly add: (update: InspectedUpdate) => void
  /** How many runs of edits and deletions wait, counted as they came. */
  readonly count: () => number
  /** Whether all of it can be shown at once; what waits already is left out of account. */
  readonly canShow: (update: InspectedUpdate) => boolean
}

/** What is known of clocks without a look at what they hang on. */
export interface HeldClocks {
  /** Up to where the clocks of a client are known without a gap. */
  readonly end: (client: number) => number
  readonly holds: (range: ClockRange) => boolean
  /** Known to be deleted, here or not. */
  readonly deleted: (range: ClockRange) => boolean
}

/** A client of which something waits. */
interface Queue {
  /** Up to where its edits can be shown. */
  shown: number
  /** In ascending order. */
  pieces: Piece[]
  /** The ends of ranges that were deleted before they came. */
  deleted: number[]
}

/** So many pieces of one long run count as a further one: they take memory here. */
const PIECES_OF_A_RUN = 50

export function createWaitingEdits(held: HeldClocks): WaitingEdits {
  return new Waiting(held)
}

class Waiting implements WaitingEdits {
  private readonly held: HeldClocks
  private readonly queues = new Map<number, Queue>()
  /** Per client those that can go on when it does. */
  private readonly dependents = new Map<number, Set<number>>()
  private runs = 0
  private pieces = 0
  private deletions = 0

  constructor(held: HeldClocks) {
    this.held = held
  }

  count = (): number => Math.max(this.runs, Math.ceil(this.pieces / PIECES_OF_A_RUN)) + this.deletions

  add = (update: InspectedUpdate): void => {
    if (this.queues.size === 0 && this.isNext(update)) return
    const clients = new Set([...update.inserts, ...update.deletes].map(({ client }) => client))
    for (const client of clients) this.queueOf(client)
    const touched = new Set<Queue>()
    for (const piece of readPieces(update, this.held.holds)) {
      const queue = this.queueOf(piece.client)
      queue.pieces.push(piece)
      touched.add(queue)
      this.pieces += 1
      this.runs += piece.endsRun ? 1 : 0
    }
    for (const { pieces } of touched) pieces.sort((a, b) => a.clock - b.clock)
    for (const range of update.deletes) {
      if (this.held.deleted(range)) continue
      this.queueOf(range.client).deleted.push(range.clock + range.length)
      this.deletions += 1
    }
    this.settle(clients)
  }

  canShow = (update: InspectedUpdate): boolean => {
    const trial = new Waiting({ ...this.held, end: this.shownOf })
    trial.add(update)
    return trial.count() === 0
  }

  /** The usual case, without a look at the single edits: it hangs on nothing but what can be shown before it. */
  private isNext({ inserts, deletes, hangsOn }: InspectedUpdate): boolean {
    const { end } = this.held
    if (!inserts.every(({ client, clock }) => clock <= end(client))) return false
    if (hangsOn !== undefined) for (const [client, clock] of hangsOn) if (clock >= end(client)) return false
    const early = deletes.filter(({ client, clock, length }) => clock + length > end(client))
    const ends = new Map(early.length === 0 ? [] : inserts.map((one) => [one.client, one.clock + one.length]))
    return early.every(({ client, clock, length }) => clock + length <= (ends.get(client) ?? 0))
  }

  private shownOf = (client: number): number => this.queues.get(client)?.shown ?? this.held.end(client)

  private queueOf(client: number): Queue {
    const queue = this.queues.get(client) ?? { shown: this.held.end(client), pieces: [], deleted: [] }
    this.queues.set(client, queue)
    return queue
  }

  /** One client's progress may be what another one waited for. */
  private settle(clients: ReadonlySet<number>): void {
    const looked = new Set(clients)
    const work = [...clients]
    for (let client = work.pop(); client !== undefined; client = work.pop()) {
      const queue = this.queues.get(client)
      if (queue === undefined || !this.advance(client, queue)) continue
      for (const dependent of this.dependents.get(client) ?? []) {
        work.push(dependent)
        looked.add(dependent)
      }
      this.dependents.delete(client)
    }
    for (const client of looked) this.putAway(client)
  }

  /** Shows what can be shown of one client; false when that is nothing. */
  private advance(client: number, queue: Queue): boolean {
    const before = queue.shown
    let done = 0
    for (const { clock, end, needs, endsRun } of queue.pieces) {
      if (end > queue.shown) {
        const missing = needs.find((id) => id.clock >= this.shownOf(id.client))
        if (missing !== undefined) this.dependentsOf(missing.client).add(client)
        if (missing !== undefined || clock > queue.shown) break
        queue.shown = end
      }
      done += 1
      this.pieces -= 1
      this.runs -= endsRun ? 1 : 0
    }
    if (done > 0) queue.pieces.splice(0, done)
    return queue.shown > before
  }

  private dependentsOf(client: number): Set<number> {
    const dependents = this.dependents.get(client) ?? new Set()
    this.dependents.set(client, dependents)
    return dependents
  }

  private putAway(client: number): void {
    const queue = this.queues.get(client)
    if (queue === undefined) return
    const waiting = queue.deleted.filter((end) => end > queue.shown)
    this.deletions -= queue.deleted.length - waiting.length
    queue.deleted = waiting
    if (waiting.length === 0 && queue.pieces.length === 0) this.queues.delete(client)
  }
}
