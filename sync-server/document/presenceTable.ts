/**
 * Which connection holds which awareness entry, and what changed since the last broadcast. A connection speaks for one
 * awareness client only, so nobody can rename or remove somebody else. A tab that comes back before its old, half-open
 * socket is noticed has to be told from an impostor: the old holder is asked whether it lives.
 */
import type { PresenceEntry } from './presence.ts'

export interface Held<Owner> {
  readonly owner: Owner
  readonly entry: PresenceEntry
}

export interface Accepted<Owner> {
  /** The entry names a client that this connection holds already: it must prove that it lives, or lose it. */
  readonly probe: Owner | null
  /** To be sent back: tells a client that returned which clock its peers saw last, so that it counts on from there. */
  readonly nudge: PresenceEntry | null
}

export interface PresenceTable<Owner> {
  readonly accept: (owner: Owner, entries: readonly PresenceEntry[]) => Accepted<Owner>
  /** The holder answered its probe: whoever waited for its client waits in vain. */
  readonly keep: (owner: Owner) => void
  /** The connection ended: its entry goes, and a connection that waited for that client gets it. */
  readonly leave: (owner: Owner) => void
  readonly all: () => readonly PresenceEntry[]
  readonly held: () => readonly Held<Owner>[]
  readonly takeChanges: () => readonly Held<Owner>[]
}

const REMEMBERED_GONE = 256
const NOTHING = { probe: null, nudge: null } as const

export function createPresenceTable<Owner>(): PresenceTable<Owner> {
  const table = new Table<Owner>()
  return {
    accept: (owner, entries) => table.accept(owner, entries),
    keep: (owner) => table.keep(owner),
    leave: (owner) => table.leave(owner),
    all: () => table.all(),
    held: () => table.held(),
    takeChanges: () => table.takeChanges(),
  }
}

class Table<Owner> {
  private readonly byClient = new Map<number, Held<Owner>>()
  private readonly clientOf = new Map<Owner, number>()
  private readonly waiting = new Map<Owner, PresenceEntry>()
  private readonly changes = new Map<number, Held<Owner>>()
  private readonly goneClocks = new Map<number, number>()
  private readonly spoke = new Set<Owner>()

  accept(owner: Owner, entries: readonly PresenceEntry[]): Accepted<Owner> {
    const own = this.clientOf.get(owner)
    if (own === undefined) return this.claim(owner, entries)
    for (const entry of entries) {
      const held = this.byClient.get(own)
      if (entry.client === own && entry.clock >= (held?.entry.clock ?? 0)) this.hold(owner, entry)
    }
    return NOTHING
  }

  keep(owner: Owner): void {
    const client = this.clientOf.get(owner)
    for (const [waiter, entry] of this.waiting) if (entry.client === client) this.waiting.delete(waiter)
  }

  leave(owner: Owner): void {
    this.waiting.delete(owner)
    this.spoke.delete(owner)
    const client = this.clientOf.get(owner)
    this.clientOf.delete(owner)
    const held = client === undefined ? undefined : this.byClient.get(client)
    if (client === undefined || held?.owner !== owner) return
    const heir = [...this.waiting].find(([, entry]) => entry.client === client)
    if (heir === undefined) this.forget(client, held)
    else this.hold(...heir)
  }

  all(): readonly PresenceEntry[] {
    return [...this.byClient.values()].map((held) => held.entry).filter((entry) => entry.state !== null)
  }

  held(): readonly Held<Owner>[] {
    return [...this.byClient.values()]
  }

  takeChanges(): readonly Held<Owner>[] {
    const taken = [...this.changes.values()]
    this.changes.clear()
    return taken
  }

  /** A client's own announcement has one entry; what it repeats of others is old news about somebody else. */
  private claim(owner: Owner, entries: readonly PresenceEntry[]): Accepted<Owner> {
    const isFirst = !this.spoke.has(owner)
    this.spoke.add(owner)
    const [entry, ...others] = entries
    if (entry === undefined || others.length > 0 || entry.state === null) return NOTHING
    const holder = this.byClient.get(entry.client)
    if (holder !== undefined) {
      if (!isFirst) return NOTHING
      this.waiting.set(owner, entry)
      return { probe: holder.owner, nudge: null }
    }
    const goneClock = this.goneClocks.get(entry.client) ?? -1
    if (goneClock >= entry.clock && !isFirst) return NOTHING
    this.hold(owner, entry)
    return {
      probe: null,
      nudge: goneClock >= entry.clock ? { ...entry, clock: goneClock, state: null } : null,
    }
  }

  private hold(owner: Owner, entry: PresenceEntry): void {
    this.clientOf.set(owner, entry.client)
    this.waiting.delete(owner)
    this.byClient.set(entry.client, { owner, entry })
    this.changes.set(entry.client, { owner, entry })
  }

  private forget(client: number, held: Held<Owner>): void {
    this.byClient.delete(client)
    this.goneClocks.delete(client)
    this.goneClocks.set(client, held.entry.clock)
    const [oldest] = this.goneClocks.keys()
    if (this.goneClocks.size > REMEMBERED_GONE && oldest !== undefined) this.goneClocks.delete(oldest)
    if (held.entry.state === null) return
    this.changes.set(client, { owner: held.owner, entry: { ...held.entry, state: null } })
  }
}
