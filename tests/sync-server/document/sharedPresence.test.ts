import { describe, expect, it } from 'vitest'
import type { Peer } from '../../../sync-server/document/peer.ts'
import { createPresenceTable } from '../../../sync-server/document/presenceTable.ts'
import { sharePresence } from '../../../sync-server/document/sharedPresence.ts'
import type { DocumentBus } from '../../../sync-server/storage/contract.ts'

type Listener = (node: string, message: Uint8Array) => void

/** Several nodes in one process; one can be cut off. */
function createBuses() {
  const listeners = new Map<string, Listener>()
  const cut = new Set<string>()
  const busOf = (name: string): DocumentBus => ({
    say: (message) => {
      for (const [other, listener] of listeners) {
        if (other !== name && !cut.has(name) && !cut.has(other)) listener(name, message)
      }
    },
    listen: (listener) => listeners.set(name, listener),
  })
  return { busOf, cut }
}

function nodeOn(bus: DocumentBus) {
  const table = createPresenceTable<Peer>()
  const shared = sharePresence({ bus, table, onChanged: () => void table.takeChanges() })
  const flush = () => shared.say(table.takeChanges())
  return {
    shared,
    names: () => table.all().map(({ client, state }) => `${client} ${state?.slice(5, -1)}`),
    speak: (peer: Peer, client: number, clock: number, name: string | null) => {
      const { probe } = table.accept(peer, [
        { client, clock, state: name === null ? null : `{"n":"${name}"}` },
      ])
      probe?.probe(() => table.keep(probe))
      flush()
    },
    leave: (peer: Peer) => {
      table.leave(peer)
      flush()
    },
  }
}

function peer(isAlive = true): Peer & { readonly heard: unknown[] } {
  const heard: unknown[] = []
  return {
    heard,
    mayWrite: true,
    send: (frames) => void heard.push(frames),
    isFull: () => false,
    acknowledge: () => undefined,
    close: () => undefined,
    probe: (onAlive) => (isAlive ? onAlive() : undefined),
  }
}

describe('people at another node', () => {
  it('are seen, renamed and gone as if they were here, also by a node that comes later', () => {
    const { busOf } = createBuses()
    const [a, b, anna] = [nodeOn(busOf('a')), nodeOn(busOf('b')), peer()]
    a.speak(anna, 1, 1, 'Anna')
    expect(b.names()).toEqual(['1 "Anna"'])
    a.speak(anna, 1, 2, 'Anna B.')
    const late = nodeOn(busOf('c'))
    expect([b.names(), late.names()]).toEqual([['1 "Anna B."'], ['1 "Anna B."']])
    a.leave(anna)
    expect([a.names(), b.names(), late.names()]).toEqual([[], [], []])
  })

  it('keep their name while their socket lives, and lose it to who comes back once it is dead', () => {
    const { busOf } = createBuses()
    const [a, b, alive, dead] = [nodeOn(busOf('a')), nodeOn(busOf('b')), peer(), peer(false)]
    a.speak(alive, 1, 1, 'Anna')
    b.speak(peer(), 1, 5, 'not Anna')
    expect([a.names(), b.names()]).toEqual([['1 "Anna"'], ['1 "Anna"']])
    a.leave(alive)
    a.speak(dead, 2, 3, 'Ben, half gone')
    b.speak(peer(), 2, 4, 'Ben')
    expect(b.names()).toEqual(['2 "Ben, half gone"'])
    a.leave(dead)
    expect(b.names()).toEqual(['2 "Ben"'])
  })

  it('go when their node dies without a word, and are there again when it is heard again', () => {
    const { busOf, cut } = createBuses()
    const [a, b, anna, ben] = [nodeOn(busOf('a')), nodeOn(busOf('b')), peer(), peer()]
    a.speak(anna, 1, 1, 'Anna')
    b.speak(ben, 2, 1, 'Ben')
    cut.add('a')
    const start = performance.now()
    for (let ms = 1_000; ms <= 15_000; ms += 1_000) b.shared.tick(start + ms)
    expect(b.names()).toEqual(['1 "Anna"', '2 "Ben"'])
    for (let ms = 16_000; ms <= 17_000; ms += 1_000) b.shared.tick(start + ms)
    expect(b.names()).toEqual(['2 "Ben"'])
    cut.delete('a')
    a.shared.tick(performance.now() + 5_000)
    expect(b.names()).toEqual(['2 "Ben"', '1 "Anna"'])
    expect(anna.heard, 'she counts on from where they last saw her').toHaveLength(1)
  })

  it('are not gone when it was this node that stood still, and it says at once who is here', () => {
    const { busOf, cut } = createBuses()
    const [a, b] = [nodeOn(busOf('a')), nodeOn(busOf('b'))]
    a.speak(peer(), 1, 1, 'Anna')
    b.speak(peer(), 2, 1, 'Ben')
    const start = performance.now()
    cut.add('b')
    for (let ms = 1_000; ms <= 20_000; ms += 1_000) a.shared.tick(start + ms)
    expect(a.names()).toEqual(['1 "Anna"'])
    cut.delete('b')
    b.shared.tick(start + 20_000)
    expect(a.names()).toEqual(['1 "Anna"', '2 "Ben"'])
    expect(b.names().toSorted()).toEqual(['1 "Anna"', '2 "Ben"'])
  })

  it('are gone at once when their node puts the document away', () => {
    const { busOf } = createBuses()
    const [a, b] = [nodeOn(busOf('a')), nodeOn(busOf('b'))]
    a.speak(peer(), 1, 1, 'Anna')
    a.shared.close()
    expect(b.names()).toEqual([])
  })
})
