import { describe, expect, it } from 'vitest'
import type { BusyReason } from '../../../src/app/update/readiness.ts'
import { createReadiness } from '../../../src/app/update/readiness.ts'
import type { TabMessenger } from '../../../src/app/update/tabAgreement.ts'
import { createTabAgreement } from '../../../src/app/update/tabAgreement.ts'
import type { Timers } from '../../../src/shared/timers.ts'

const immediately: Timers = {
  after: (_ms, run) => {
    const handle = setImmediate(run)
    return () => clearImmediate(handle)
  },
}

/** Tabs of one browser: each hears what the others post, never itself. */
function browser() {
  const listeners = new Map<string, (message: unknown) => void>()
  const messenger = (tab: string): TabMessenger => ({
    post: (message) => {
      for (const [other, receive] of listeners)
        if (other !== tab) queueMicrotask(() => receive(structuredClone(message)))
    },
    listen: (receive) => {
      listeners.set(tab, receive)
      return () => void listeners.delete(tab)
    },
  })
  return { messenger, listeners }
}

function openTab(
  room: ReturnType<typeof browser>,
  tabId: string,
  tabs: readonly string[],
  busy: () => BusyReason | null = () => null,
) {
  const told: string[] = []
  const agreement = createTabAgreement({
    tabId,
    messenger: room.messenger(tabId),
    openTabs: () => Promise.resolve(tabs),
    timers: immediately,
    busy,
    onAgreed: () => told.push('agreed'),
  })
  return { agreement, told }
}

describe('an update of the app', () => {
  it('goes ahead when every tab agrees, and every other tab is told', async () => {
    const room = browser()
    const tabs = ['one', 'two', 'three']
    const [one, two, three] = tabs.map((id) => openTab(room, id, tabs))
    await expect(one?.agreement.ask()).resolves.toBeNull()
    await Promise.resolve()
    expect(two?.told).toEqual(['agreed'])
    expect(three?.told).toEqual(['agreed'])
    expect(one?.told).toEqual([])
  })

  it('waits while somebody types in another tab, and nobody is told to reload', async () => {
    const room = browser()
    const tabs = ['one', 'two']
    const one = openTab(room, 'one', tabs)
    const two = openTab(room, 'two', tabs, () => 'typing')
    await expect(one.agreement.ask()).resolves.toBe('typing')
    expect(two.told).toEqual([])
  })

  it('waits for its own tab without asking the others', async () => {
    const room = browser()
    let asked = false
    room.listeners.set('two', () => (asked = true))
    const one = openTab(room, 'one', ['one', 'two'], () => 'unsaved')
    await expect(one.agreement.ask()).resolves.toBe('unsaved')
    expect(asked).toBe(false)
  })

  it('takes a tab that does not answer for one that may lose something', async () => {
    const one = openTab(browser(), 'one', ['one', 'frozen'])
    await expect(one.agreement.ask()).resolves.toBe('silent')
  })

  it('can be asked again after the typing has stopped', async () => {
    const room = browser()
    const tabs = ['one', 'two']
    let typing = true
    const one = openTab(room, 'one', tabs)
    const two = openTab(room, 'two', tabs, () => (typing ? 'typing' : null))
    await one.agreement.ask()
    typing = false
    await expect(one.agreement.ask()).resolves.toBeNull()
    expect(two.told).toEqual(['agreed'])
  })

  it('ignores messages that are none', async () => {
    const room = browser()
    const one = openTab(room, 'one', ['one'])
    for (const junk of [null, 7, 'agreed', { type: 'answer', round: 1 }, { type: 'ask' }]) {
      room.listeners.get('one')?.(junk)
    }
    expect(one.told).toEqual([])
    await expect(one.agreement.ask()).resolves.toBeNull()
  })
})

describe('the readiness of a tab', () => {
  it('names the first reason of whoever has one, and forgets guards that left', () => {
    const readiness = createReadiness()
    const leave = readiness.addGuard(() => 'presenting')
    readiness.addGuard(() => null)
    expect(readiness.busy()).toBe('presenting')
    leave()
    expect(readiness.busy()).toBeNull()
  })
})
