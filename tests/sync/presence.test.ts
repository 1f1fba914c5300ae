import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { Awareness } from 'y-protocols/awareness'
import * as Y from 'yjs'
import type { Timers } from '../../src/shared/timers.ts'
import { announcePresence } from '../../src/sync/announcePresence.ts'
import { readPresenceState } from '../../src/sync/presenceState.ts'
import { syncEnvironment } from '../../src/sync/syncEnvironment.ts'
import { startTcpProxy } from '../helpers/tcpProxy.ts'
import { newRoom, startDevice, startRelay, until, untilState } from './syncFixture.ts'

// Real sockets on a machine that may be busy; nothing waits for this time unless it fails.
vi.setConfig({ testTimeout: 20_000 })

const ANNA = { id: 'anna', name: 'Anna', initials: 'AN', colour: 'blue' }
const BEN = { id: 'ben', name: 'Ben', initials: 'BE', colour: '#ff8800' }

/** Time that passes only when the test says so. */
function playedTimers(): Timers & { readonly pass: (ms: number) => void } {
  let now = 0
  const due = new Set<{ at: number; run: () => void }>()
  return {
    after: (ms, run) => {
      const entry = { at: now + ms, run }
      due.add(entry)
      return () => void due.delete(entry)
    },
    pass: (ms) => {
      now += ms
      for (const entry of [...due].sort((a, b) => a.at - b.at)) {
        if (entry.at <= now && due.delete(entry)) entry.run()
      }
    },
  }
}

function announced() {
  const timers = playedTimers()
  const awareness = new Awareness(new Y.Doc())
  awareness.setLocalState(null)
  const { presence, close } = announcePresence(awareness, syncEnvironment({ timers }))
  onTestFinished(() => {
    close()
    awareness.destroy()
  })
  const hear = (clientId: number, state: unknown, origin = 'test'): void => {
    const known = awareness.states.has(clientId)
    if (state === null) awareness.states.delete(clientId)
    else awareness.states.set(clientId, state as Record<string, unknown>)
    awareness.meta.set(clientId, { clock: 1, lastUpdated: 0 })
    const change = { added: [] as number[], updated: [] as number[], removed: [] as number[] }
    change[state === null ? 'removed' : known ? 'updated' : 'added'].push(clientId)
    awareness.emit('change', [change, origin])
  }
  return { timers, awareness, presence, hear, close }
}

describe('people in a workshop', () => {
  it('see who is here, where, and whether they type; the wall is nobody', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const anna = startDevice({ origin, capability: room.capability('moderator') })
    await untilState(anna, 'online')
    const ben = startDevice({ origin, capability: room.capability('writer') })
    anna.connection.presence.setPerson(ANNA)
    anna.connection.presence.setPlace({ kind: 'cell', laneId: 'lane1', activityId: 'act1' })
    anna.connection.presence.setTyping(true)
    await until(() => ben.connection.presence.others.get()[0]?.typing === true, 'Ben sees Anna type')
    expect(ben.connection.presence.others.get()).toMatchObject([
      {
        person: ANNA,
        place: { kind: 'cell', laneId: 'lane1', activityId: 'act1' },
        away: false,
        wall: false,
      },
    ])
    expect(anna.connection.presence.others.get()).toEqual([])
  })

  it('take turns at one tablet', async () => {
    const { origin } = await startRelay()
    const room = newRoom()
    const wall = startDevice({ origin, capability: room.capability('moderator') })
    await untilState(wall, 'online')
    const tablet = startDevice({ origin, capability: room.capability('writer') })
    tablet.connection.presence.setPerson(ANNA)
    await until(() => wall.connection.presence.others.get()[0]?.person.id === 'anna', 'Anna is here')
    tablet.connection.presence.setPerson(BEN)
    await until(() => wall.connection.presence.others.get()[0]?.person.id === 'ben', 'Ben is here')
    expect(wall.connection.presence.others.get()).toHaveLength(1)
  })

  it('whose network goes away are shown as away and do not flicker', async () => {
    const relay = await startRelay()
    const proxy = await startTcpProxy(relay.port)
    onTestFinished(() => proxy.close())
    const room = newRoom()
    const anna = startDevice({ origin: relay.origin, capability: room.capability('moderator') })
    await untilState(anna, 'online')
    const ben = startDevice({
      origin: `http://127.0.0.1:${proxy.port}`,
      capability: room.capability('writer'),
    })
    ben.connection.presence.setPerson(BEN)
    await until(() => anna.connection.presence.others.get().length === 1, 'Ben is here')
    const counts: number[] = []
    anna.connection.presence.others.subscribe((others) => counts.push(others.length))
    proxy.cut()
    await until(() => anna.connection.presence.others.get()[0]?.away === true, 'Ben is away')
    proxy.restore()
    await until(() => anna.connection.presence.others.get()[0]?.away === false, 'Ben is back')
    expect(counts.every((count) => count === 1)).toBe(true)
  })
})

describe('presence on the way out', () => {
  it('says the last of many quick moves, and not every one of them', () => {
    const { awareness, presence, timers } = announced()
    let said = 0
    awareness.on('update', () => {
      said += 1
    })
    presence.setPerson(ANNA)
    for (let n = 0; n < 100; n += 1) presence.setPlace({ kind: 'card', cardId: `card${n}` })
    expect(said).toBe(1)
    timers.pass(200)
    expect(said).toBe(2)
    expect(awareness.getLocalState()).toMatchObject({ place: { kind: 'card', cardId: 'card99' } })
    presence.setPlace({ kind: 'card', cardId: 'card99' })
    timers.pass(200)
    expect(said).toBe(2)
  })

  it('announces nobody before there is somebody', () => {
    const { awareness, presence } = announced()
    presence.setPlace({ kind: 'card', cardId: 'card1' })
    presence.setTyping(true)
    expect(awareness.getLocalState()).toBeNull()
  })
})

describe('presence from outside', () => {
  it.each([
    ['nothing', undefined],
    ['a number', 7],
    ['an empty object', {}],
    ['a person without a name', { person: { id: 'a', initials: 'A' } }],
    ['an id that is a path', { person: { ...ANNA, id: '../x' } }],
    ['an id that is a prototype', { person: { ...ANNA, id: '__proto__' } }],
  ])('that is %s is nobody', (_what, raw) => {
    expect(readPresenceState(raw)).toBeNull()
  })

  it('is cut to size and loses what it should not have', () => {
    const state = readPresenceState({
      person: {
        id: 'a',
        name: `\u202eevil\u0000${'x'.repeat(10_000)}`,
        initials: 'ABCDEFG',
        colour: 'red;background:url(//x)',
        token: 'secret',
      },
      place: { kind: 'cell', laneId: '<img>', activityId: 'a' },
      typing: 'yes',
      html: '<script>',
    })
    expect(state).toEqual({
      person: { id: 'a', name: `evil${'x'.repeat(76)}`, initials: 'ABCD', colour: '' },
      place: null,
      typing: false,
      wall: false,
    })
  })

  it('shows a bounded number of people, however many somebody invents', () => {
    const { presence, hear } = announced()
    for (let n = 1; n <= 2_000; n += 1) hear(n, { person: { ...ANNA, id: `p${n}` } })
    expect(presence.others.get()).toHaveLength(300)
  })

  it.each([
    ['two minutes when it only fell silent, as pages in the background do', 'timeout', 120_000],
    ['half a minute when it is said to be gone', 'test', 30_000],
  ])('keeps somebody as away for %s, then forgets every trace', (_what, origin, patience) => {
    const { presence, hear, timers, awareness } = announced()
    hear(5, { person: BEN, typing: true })
    hear(5, null, origin)
    expect(presence.others.get()).toMatchObject([{ away: true, typing: false }])
    timers.pass(patience - 1_000)
    expect(presence.others.get()).toHaveLength(1)
    timers.pass(2_000)
    expect(presence.others.get()).toEqual([])
    expect(awareness.meta.has(5)).toBe(false)
  })

  it('shows one who reloaded the page once', () => {
    const { presence, hear } = announced()
    hear(5, { person: BEN })
    hear(5, null)
    hear(6, { person: BEN })
    expect(presence.others.get()).toMatchObject([{ clientId: 6, away: false }])
  })
})
