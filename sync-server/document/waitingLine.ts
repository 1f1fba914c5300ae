/** Per client what waits, and who goes on when something came: each is looked at again only when it has a reason to. */
import type { ID } from 'yjs'
import type { ClockRange, InspectedUpdate } from './inspectUpdate.ts'
import { type Piece, readPieces } from './readPieces.ts'
import { createWakeList, type WakeList } from './wakeList.ts'

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
  /** How many of the pieces are done with, while others are looked at. */
  done: number
  /** What of another client it will be woken by. */
  sleepsOn: ID | null
  /** The ends of ranges that were deleted before they came. */
  deleted: number[]
}

/** So many pieces of one long run count as a further one: they take memory here. */
const PIECES_OF_A_RUN = 50

export class WaitingLine {
  private readonly held: HeldClocks
  private readonly queues = new Map<number, Queue>()
  /** Per client those that can go on when it does. */
  private readonly sleepers = new Map<number, WakeList>()
  private runs = 0
  private pieces = 0
  private deletions = 0

  constructor(held: HeldClocks) {
    this.held = held
  }

  count(): number {
    return Math.max(this.runs, Math.ceil(this.pieces / PIECES_OF_A_RUN)) + this.deletions
  }

  isEmpty(): boolean {
    return this.queues.size === 0
  }

  copy(): WaitingLine {
    const copy = new WaitingLine(this.held)
    for (const [client, queue] of this.queues)
      copy.queues.set(client, { ...queue, pieces: [...queue.pieces], deleted: [...queue.deleted] })
    for (const [client, list] of this.sleepers) copy.sleepers.set(client, list.copy())
    copy.runs = this.runs
    copy.pieces = this.pieces
    copy.deletions = this.deletions
    return copy
  }

  add(update: InspectedUpdate): void {
    const clients = new Set<number>()
    for (const { client } of update.inserts) clients.add(client)
    for (const { client } of update.deletes) clients.add(client)
    for (const client of clients) this.queueOf(client)
    this.addPieces(update)
    for (const range of update.deletes) {
      if (this.held.deleted(range)) continue
      this.queueOf(range.client).deleted.push(range.clock + range.length)
      this.deletions += 1
    }
    this.settle(clients)
  }

  /**
   * The usual case, without a look at the single edits: by clients of whom nothing waits, and it hangs on nothing but what
   * can be shown before it.
   */
  isNext({ inserts, deletes, hangsOn }: InspectedUpdate): boolean {
    const { end } = this.held
    const goesOn = ({ client, clock }: { readonly client: number; readonly clock: number }) =>
      clock <= end(client) && !this.queues.has(client)
    if (!inserts.every(goesOn)) return false
    if (hangsOn !== undefined)
      for (const [client, clock] of hangsOn) if (clock >= this.shownOf(client)) return false
    const early = deletes.filter(({ client, clock, length }) => clock + length > this.shownOf(client))
    const ends = new Map(early.length === 0 ? [] : inserts.map((one) => [one.client, one.clock + one.length]))
    return early.every(({ client, clock, length }) => clock + length <= (ends.get(client) ?? 0))
  }

  private addPieces(update: InspectedUpdate): void {
    const touched = new Set<Queue>()
    for (const piece of readPieces(update, this.held.holds)) {
      const queue = this.queueOf(piece.client)
      if ((queue.pieces.at(-1)?.clock ?? -1) > piece.clock) touched.add(queue)
      queue.pieces.push(piece)
      this.pieces += 1
      this.runs += piece.endsRun ? 1 : 0
    }
    for (const { pieces } of touched) pieces.sort((a, b) => a.clock - b.clock)
  }

  private shownOf(client: number): number {
    return this.queues.get(client)?.shown ?? this.held.end(client)
  }

  private queueOf(client: number): Queue {
    const known = this.queues.get(client)
    if (known !== undefined) return known
    const queue = { shown: this.held.end(client), pieces: [], done: 0, sleepsOn: null, deleted: [] }
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
      for (const woken of this.wokenBy(client, queue.shown)) {
        work.push(woken)
        looked.add(woken)
      }
    }
    for (const client of looked) this.putAway(client)
  }

  /** Shows what can be shown of one client; false when that is nothing. */
  private advance(client: number, queue: Queue): boolean {
    const before = queue.shown
    for (let piece = queue.pieces[queue.done]; piece !== undefined; piece = queue.pieces[queue.done]) {
      if (piece.end > queue.shown) {
        const missing = piece.needs.find((id) => id.clock >= this.shownOf(id.client))
        if (missing !== undefined) this.sleep(client, queue, missing)
        if (missing !== undefined || piece.clock > queue.shown) break
        queue.shown = piece.end
      }
      queue.done += 1
      this.pieces -= 1
      this.runs -= piece.endsRun ? 1 : 0
    }
    return queue.shown > before
  }

  private sleep(client: number, queue: Queue, on: ID): void {
    if (queue.sleepsOn?.client === on.client && queue.sleepsOn.clock === on.clock) return
    queue.sleepsOn = on
    const list = this.sleepers.get(on.client) ?? createWakeList()
    this.sleepers.set(on.client, list)
    list.add(on.clock, client)
  }

  private wokenBy(client: number, shown: number): number[] {
    const list = this.sleepers.get(client)
    if (list === undefined) return []
    const woken: number[] = []
    for (let next = list.takeBelow(shown); next !== null; next = list.takeBelow(shown)) {
      const queue = this.queues.get(next)
      if (queue !== undefined) queue.sleepsOn = null
      woken.push(next)
    }
    if (list.isEmpty()) this.sleepers.delete(client)
    return woken
  }

  private putAway(client: number): void {
    const queue = this.queues.get(client)
    if (queue === undefined) return
    queue.pieces.splice(0, queue.done)
    queue.done = 0
    const waiting = queue.deleted.filter((end) => end > queue.shown)
    this.deletions -= queue.deleted.length - waiting.length
    queue.deleted = waiting
    if (waiting.length === 0 && queue.pieces.length === 0) this.queues.delete(client)
  }
}
