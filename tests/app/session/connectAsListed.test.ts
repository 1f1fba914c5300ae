import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket } from 'ws'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import { translator } from '../../../src/i18n/translate.ts'
import type { Capability } from '../../../src/protocol/capability.ts'
import { createModeratorCapability, deriveCapability, roomIdOf } from '../../../src/protocol/capability.ts'
import type { Role } from '../../../src/protocol/capability.ts'
import { deviceOf, freshBrowser, mustOk, openTab, staysOpen } from '../support/testServices.ts'

beforeAll(() => vi.stubGlobal('WebSocket', WebSocket))
afterAll(() => vi.unstubAllGlobals())
beforeEach(freshBrowser)

/** Nobody listens there; that a connection is tried is what counts. */
const RELAY = 'http://127.0.0.1:9'

function linkOf(room: Capability, role: Role) {
  const { secret } = mustOk(deriveCapability(room, role))
  return { role, secret, roomId: roomIdOf(room) } as const
}

async function openInTwoTabs(role: Role) {
  const first = await openTab()
  const room = createModeratorCapability()
  const texts = { title: 'W', template: 'empty', locale: 'en', t: translator('en') } as const
  const made = staysOpen(first, await makeWorkshop(first, texts))
  const { workshopId } = made
  mustOk(await deviceOf(first).catalogue.update(workshopId, { ...linkOf(room, role), relayOrigin: null }))
  await made.close()
  const tab = await openTab()
  const held = tab.sessions.hold(workshopId)
  const session = mustOk(await held.opened)
  return { session, workshopId, room, other: deviceOf(first).catalogue }
}

describe('an open workshop, when another tab', () => {
  it('begins to share it, connects to the relay too', async () => {
    const { session, workshopId, other } = await openInTwoTabs('moderator')
    const before = session.connection.get()
    expect(before.state.get()).toEqual({ state: 'noRelay' })
    mustOk(await other.update(workshopId, { relayOrigin: RELAY }))
    await vi.waitFor(() => expect(session.connection.get()).not.toBe(before))
    expect(session.connection.get().state.get().state).not.toBe('noRelay')
  })

  it('opened a stronger link, connects with it and may write what that one allows', async () => {
    const { session, workshopId, room, other } = await openInTwoTabs('reader')
    const before = session.connection.get()
    expect(session.actor.get().mayWrite).toEqual([])
    mustOk(await other.update(workshopId, { ...linkOf(room, 'writer'), relayOrigin: RELAY }))
    await vi.waitFor(() => expect(session.connection.get()).not.toBe(before))
    expect(session.actor.get().mayWrite).toContain('map')
  })

  it('changes nothing about its relay, stays connected as it is', async () => {
    const { session, workshopId, other } = await openInTwoTabs('moderator')
    const before = session.connection.get()
    mustOk(await other.update(workshopId, { lastExportAt: 5 }))
    await vi.waitFor(() => expect(session.entry.get().lastExportAt).toBe(5))
    expect(session.connection.get()).toBe(before)
  })

  it('is not needed: sharing again with another token connects anew to the same relay', async () => {
    const { session } = await openInTwoTabs('moderator')
    mustOk(await session.share(RELAY))
    const before = session.connection.get()
    expect(before.state.get().state).not.toBe('noRelay')
    mustOk(await session.share(RELAY, 'leave'))
    expect(session.connection.get()).not.toBe(before)
  })
})
