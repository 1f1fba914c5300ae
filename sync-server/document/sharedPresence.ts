/**
 * Who is in a document on the other nodes. Their people sit in the same table as one's own, held by an owner that stands
 * for a socket elsewhere: so a name can be taken over from there only as from here, by proving that its socket is dead.
 * A node that falls silent takes its people with it.
 */
import { createDecoder, readTailAsUint8Array, readVarUint } from 'lib0/decoding'
import { createEncoder, toUint8Array, writeUint8Array, writeVarUint } from 'lib0/encoding'
import type { DocumentBus } from '../storage/contract.ts'
import type { Peer } from './peer.ts'
import { encodePresence, type PresenceEntry, readPresence } from './presence.ts'
import type { Held, PresenceTable } from './presenceTable.ts'
import { awarenessFrames } from './frames.ts'

export interface SharedPresence {
  /** What changed here; what came from other nodes is left out. */
  readonly say: (changes: readonly Held<Peer>[]) => void
  /** Called about once a second. */
  readonly tick: (now: number) => void
  /** Nobody of this node is in the document any more. */
  readonly close: () => void
}

export interface SharedPresenceOptions {
  readonly bus: DocumentBus
  readonly table: PresenceTable<Peer>
  /** The table has changes to send. */
  readonly onChanged: () => void
}

/** How often a node says who is there, and how long one that says nothing is believed to live. */
const REPEAT_MS = 5_000
const SILENT_MS = 16_000
/** Called so much later than it should have been, this process stood still itself: its silence, not that of the others. */
const STOOD_STILL_MS = 5_000

const CHANGED = 0
const ALL = 1
const ASK = 2
const PROBE = 3
const ALIVE = 4
const NUDGE = 5

/** A client whose socket is at another node. */
interface Distant extends Peer {
  entry: PresenceEntry
  readonly waiting: (() => void)[]
}

interface Node {
  heardAt: number
  readonly people: Map<number, Distant>
}

export function sharePresence(options: SharedPresenceOptions): SharedPresence {
  const shared = new BusPresence(options)
  return { say: shared.say, tick: shared.tick, close: shared.close }
}

class BusPresence {
  private readonly options: SharedPresenceOptions
  private readonly nodes = new Map<string, Node>()
  private readonly distant = new Set<Peer>()
  private saidAt = performance.now()
  private tickedAt = performance.now()

  constructor(options: SharedPresenceOptions) {
    this.options = options
    options.bus.listen(this.hear)
    options.bus.say(Uint8Array.of(ASK))
  }

  say = (changes: readonly Held<Peer>[]): void => {
    const own = changes.filter(({ owner }) => !this.distant.has(owner)).map(({ entry }) => entry)
    if (own.length > 0) this.send(CHANGED, encodePresence(own))
  }

  tick = (now: number): void => {
    const stoodStill = now - this.tickedAt >= STOOD_STILL_MS
    this.tickedAt = now
    if (stoodStill) return this.goOn(now)
    if (now - this.saidAt >= REPEAT_MS) this.sayAll()
    for (const [name, node] of this.nodes) {
      if (now - node.heardAt >= SILENT_MS) this.forgetAllBut(name, node, new Set())
    }
  }

  close = (): void => this.send(ALL, encodePresence([]))

  /** The others may have forgotten the people here. */
  private goOn(now: number): void {
    for (const node of this.nodes.values()) node.heardAt = now
    this.sayAll()
    this.options.bus.say(Uint8Array.of(ASK))
  }

  private sayAll(): void {
    this.saidAt = performance.now()
    const own = this.options.table.held().filter(({ owner }) => !this.distant.has(owner))
    this.send(ALL, encodePresence(own.map(({ entry }) => entry).filter(({ state }) => state !== null)))
  }

  private send(kind: number, body: Uint8Array): void {
    const encoder = createEncoder()
    writeVarUint(encoder, kind)
    writeUint8Array(encoder, body)
    this.options.bus.say(toUint8Array(encoder))
  }

  private hear = (name: string, message: Uint8Array): void => {
    const decoder = createDecoder(message)
    const kind = readVarUint(decoder)
    if (kind === ASK) return this.sayAll()
    if (kind === PROBE) return this.probeHere(readVarUint(decoder))
    const node = this.nodes.get(name) ?? { heardAt: 0, people: new Map<number, Distant>() }
    this.nodes.set(name, node)
    node.heardAt = performance.now()
    if (kind === ALIVE)
      return node.people
        .get(readVarUint(decoder))
        ?.waiting.splice(0)
        .forEach((tell) => tell())
    const entries = readPresence(readTailAsUint8Array(decoder))
    if (!entries.ok) return
    if (kind === NUDGE) return this.nudgeHere(entries.value)
    for (const entry of entries.value) this.take(node, entry)
    if (kind === ALL) this.forgetAllBut(name, node, new Set(entries.value.map(({ client }) => client)))
    this.options.onChanged()
  }

  private take(node: Node, entry: PresenceEntry): void {
    const known = node.people.get(entry.client)
    if (entry.state === null) return this.forget(node, entry.client)
    if (known !== undefined && known.entry.clock === entry.clock && known.entry.state === entry.state) return
    const owner = known ?? this.arrive(node, entry)
    owner.entry = entry
    const { probe, nudge } = this.options.table.accept(owner, [entry])
    probe?.probe(() => this.options.table.keep(probe))
    if (nudge !== null) this.send(NUDGE, encodePresence([nudge]))
  }

  private arrive(node: Node, entry: PresenceEntry): Distant {
    const waiting: (() => void)[] = []
    const owner: Distant = {
      entry,
      waiting,
      mayWrite: false,
      send: () => undefined,
      isFull: () => false,
      acknowledge: () => undefined,
      close: () => undefined,
      probe: (onAlive) => {
        waiting.push(onAlive)
        this.send(PROBE, clientBytes(entry.client))
      },
    }
    node.people.set(entry.client, owner)
    this.distant.add(owner)
    return owner
  }

  private forgetAllBut(name: string, node: Node, kept: ReadonlySet<number>): void {
    for (const client of node.people.keys()) if (!kept.has(client)) this.forget(node, client)
    if (node.people.size === 0) this.nodes.delete(name)
    this.options.onChanged()
  }

  private forget(node: Node, client: number): void {
    const owner = node.people.get(client)
    if (owner === undefined) return
    node.people.delete(client)
    this.options.table.leave(owner)
    this.distant.delete(owner)
  }

  private holderHere(client: number): Peer | null {
    const held = this.options.table.held().find(({ entry }) => entry.client === client)
    return held === undefined || this.distant.has(held.owner) ? null : held.owner
  }

  /** A dead socket is ended by this, which the others then hear as its leaving. */
  private probeHere(client: number): void {
    this.holderHere(client)?.probe(() => this.send(ALIVE, clientBytes(client)))
  }

  private nudgeHere(entries: readonly PresenceEntry[]): void {
    for (const entry of entries) {
      this.holderHere(entry.client)?.send(awarenessFrames(encodePresence([entry])))
    }
  }
}

function clientBytes(client: number): Uint8Array {
  const encoder = createEncoder()
  writeVarUint(encoder, client)
  return toUint8Array(encoder)
}
