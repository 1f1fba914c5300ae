import { beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import { startJoin } from '../../../src/app/join/joinSession.ts'
import { changeLinks, closeForEverybody, hasLinksToFinish } from '../../../src/app/room/changeLinks.ts'
import type { AppServices } from '../../../src/app/services.ts'
import type { WorkshopSession } from '../../../src/app/session/workshopSession.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { editWorkshop } from '../../../src/model/commands/editWorkshop.ts'
import { deriveCapability, type Role, type Secret } from '../../../src/protocol/capability.ts'
import { ROOM_ROTATE_PATH } from '../../../src/protocol/roomAdmin.ts'
import { askRoom } from '../../../src/sync/roomAdmin.ts'
import { startRelay } from '../../sync/syncFixture.ts'
import { deviceOf, freshBrowser, mustOk, openTab, staysOpen } from '../support/testServices.ts'

const LONG = 30_000
let tablets = 0

beforeEach(() => {
  freshBrowser()
  vi.unstubAllGlobals()
  vi.stubGlobal('WebSocket', NodeWebSocket)
})

async function shared() {
  const relay = await startRelay()
  const services = await openTab()
  const texts = { title: 'Bahnreise', template: 'firstWorkshop', locale: 'de', t: translator('de') } as const
  const session = staysOpen(services, await makeWorkshop(services, texts))
  mustOk(await session.share(relay.origin))
  await until(session, 'online')
  return { relay, services, session }
}

async function until(session: WorkshopSession, state: string): Promise<void> {
  await vi.waitFor(() => expect(session.connection.get().state.get().state).toBe(state), LONG)
}

function linkOf(session: WorkshopSession, role: Role) {
  const { secret, relayOrigin } = session.entry.get()
  const held = { role: 'moderator', secret: secret as Secret } as const
  return { origin: relayOrigin ?? '', capability: mustOk(deriveCapability(held, role)) }
}

async function tablet(): Promise<AppServices> {
  freshBrowser()
  tablets += 1
  return openTab(`room tablet ${String(tablets)}`)
}

async function enter(services: AppServices, link: ReturnType<typeof linkOf>): Promise<WorkshopSession> {
  const join = startJoin(services, link)
  await vi.waitFor(() => expect(join.phase.get().phase).toBe('ready'), LONG)
  const workshopId = mustOk(await join.enter({ kind: 'looker' }))
  const held = services.sessions.hold(workshopId)
  join.close()
  return mustOk(await held.opened)
}

/** Requests arrive, their answers do not. Returns the network as it was. */
function loseEveryAnswer(): typeof fetch {
  const real = globalThis.fetch
  vi.stubGlobal('fetch', async (input: URL, init?: RequestInit) => {
    await real(input, init)
    throw new TypeError('the network went away')
  })
  return real
}

describe('new links', () => {
  it(
    'end the old ones at once, and whoever was in goes on with a new one and brings what they wrote',
    async () => {
      const { session } = await shared()
      const old = linkOf(session, 'writer')
      const services = await tablet()
      const guest = await enter(services, old)
      await until(guest, 'online')
      mustOk(await changeLinks(session))
      await until(session, 'online')
      await until(guest, 'refused')
      mustOk(editWorkshop(guest.document, { personId: null }, { goal: 'written while locked out' }))
      expect(await askRoom(old)).toBe('closed')
      const again = await enter(services, linkOf(session, 'writer'))
      expect(again).toBe(guest)
      await until(guest, 'online')
      const goal = () => session.document.snapshot().meta.goal
      await vi.waitFor(() => expect(goal()).toBe('written while locked out'), LONG)
    },
    LONG,
  )

  it(
    'reach a device that was asleep when the old ones ended',
    async () => {
      const { session } = await shared()
      const services = await tablet()
      const asleep = await enter(services, linkOf(session, 'writer'))
      const { workshopId } = asleep
      await services.sessions.end(workshopId)
      mustOk(await changeLinks(session))
      const woken = await enter(services, linkOf(session, 'writer'))
      await until(woken, 'online')
      expect(woken.entry.get().roomId).toBe(session.entry.get().roomId)
    },
    LONG,
  )

  it(
    'are never lost when the answer of the relay is: the key was kept before the question',
    async () => {
      const { services, session } = await shared()
      const real = loseEveryAnswer()
      expect(await changeLinks(session)).toMatchObject({ error: { from: 'relay', code: 'unreachable' } })
      vi.stubGlobal('fetch', real)
      const stored = mustOk(await deviceOf(services).catalogue.find(session.workshopId))
      expect(stored?.nextSecret).toMatch(/^[\w-]{43}$/)
      await until(session, 'refused')
      expect(hasLinksToFinish(session.entry.get())).toBe(true)
      mustOk(await changeLinks(session))
      expect(session.entry.get()).toMatchObject({ secret: stored?.nextSecret, nextSecret: null })
      await until(session, 'online')
    },
    LONG,
  )

  it(
    'keep their key while nobody can tell whether the new room is there',
    async () => {
      const { services, session } = await shared()
      const real = loseEveryAnswer()
      expect(await changeLinks(session)).toMatchObject({ error: { code: 'unreachable' } })
      const { nextSecret } = session.entry.get()
      // The old room says that it is closed; the question about the new one is not answered.
      const lost = (input: URL, init?: RequestInit) =>
        input.pathname.endsWith(ROOM_ROTATE_PATH)
          ? real(input, init)
          : Promise.reject(new TypeError('the network went away'))
      vi.stubGlobal('fetch', lost)
      expect(await changeLinks(session)).toMatchObject({ error: { from: 'relay', code: 'unreachable' } })
      vi.stubGlobal('fetch', real)
      expect(nextSecret).toMatch(/^[\w-]{43}$/)
      const stored = mustOk(await deviceOf(services).catalogue.find(session.workshopId))
      expect(stored?.nextSecret).toBe(nextSecret)
      expect(session.entry.get().nextSecret).toBe(nextSecret)
      mustOk(await changeLinks(session))
      expect(session.entry.get()).toMatchObject({ secret: nextSecret, nextSecret: null })
    },
    LONG,
  )

  it(
    'are not given out by anybody but a moderator',
    async () => {
      const { session } = await shared()
      const guest = await enter(await tablet(), linkOf(session, 'writer'))
      expect(await changeLinks(guest)).toMatchObject({ error: { code: 'notModerator' } })
      expect(await closeForEverybody(guest)).toMatchObject({ error: { code: 'notModerator' } })
    },
    LONG,
  )
})

describe('closing a workshop for everybody', () => {
  it(
    'lets nobody in any more, leaves everybody their copy, and can be shared anew',
    async () => {
      const { relay, session } = await shared()
      const old = linkOf(session, 'writer')
      const guest = await enter(await tablet(), old)
      await until(guest, 'online')
      mustOk(await closeForEverybody(session))
      expect(session.entry.get().relayOrigin).toBeNull()
      await until(guest, 'refused')
      await vi.waitFor(() => expect(guest.entry.get().roomClosedAt).toEqual(expect.any(Number)), LONG)
      expect(guest.document.snapshot().meta.title).toBe('Bahnreise')
      expect(await askRoom(old)).toBe('closed')
      mustOk(await session.share(relay.origin))
      await until(session, 'online')
      expect(linkOf(session, 'writer').capability).not.toEqual(old.capability)
    },
    LONG,
  )

  it(
    'is not taken for the end of the next room when the old one says it late',
    async () => {
      const { relay, services, session } = await shared()
      const { roomId } = session.entry.get()
      const closing = closeForEverybody(session)
      await vi.waitFor(() => expect(session.entry.get().roomId).not.toBe(roomId), LONG)
      mustOk(await session.noteClosed(roomId, 1))
      mustOk(await closing)
      mustOk(await session.share(relay.origin))
      await until(session, 'online')
      const stored = mustOk(await deviceOf(services).catalogue.find(session.workshopId))
      expect([stored?.roomClosedAt, session.entry.get().roomClosedAt]).toEqual([null, null])
    },
    LONG,
  )

  it(
    'waits until everything that the relay has is here',
    async () => {
      const { relay, session } = await shared()
      await relay.stop()
      await until(session, 'offline')
      expect(await closeForEverybody(session)).toMatchObject({ error: { code: 'notSynced' } })
      expect(session.entry.get().relayOrigin).toBe(relay.origin)
    },
    LONG,
  )
})
