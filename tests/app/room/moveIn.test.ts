import { beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import { startJoin } from '../../../src/app/join/joinSession.ts'
import { moveIn } from '../../../src/app/room/moveIn.ts'
import { newAddressOf, tellNewAddress } from '../../../src/app/room/newAddressOf.ts'
import type { WorkshopSession } from '../../../src/app/session/workshopSession.ts'
import { packWorkshop } from '../../../src/app/workshopFile/packWorkshop.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { deriveCapability, type Role, type Secret } from '../../../src/protocol/capability.ts'
import { startRelay } from '../../sync/syncFixture.ts'
import { deviceOf, freshBrowser, mustOk, openTab, staysOpen } from '../support/testServices.ts'

const LONG = 30_000
let origins = 0

beforeEach(() => {
  freshBrowser()
  vi.unstubAllGlobals()
  vi.stubGlobal('WebSocket', NodeWebSocket)
})

async function workshopAt(origin: string) {
  const services = await openTab()
  const texts = { title: 'Bahnreise', template: 'firstWorkshop', locale: 'de', t: translator('de') } as const
  const session = staysOpen(services, await makeWorkshop(services, texts))
  mustOk(await session.share(origin))
  await until(session, 'online')
  return { services, session }
}

async function until(session: WorkshopSession, state: string): Promise<void> {
  await vi.waitFor(() => expect(session.connection.get().state.get().state).toBe(state), LONG)
}

/** A page of another address has its own storage. */
async function pageOfOtherOrigin() {
  freshBrowser()
  origins += 1
  return openTab(`origin ${String(origins)}`)
}

function capabilityOf(session: WorkshopSession, role: Role) {
  const held = { role: 'moderator', secret: session.entry.get().secret as Secret } as const
  return mustOk(deriveCapability(held, role))
}

describe('a workshop that moves to another relay', () => {
  it(
    'has the same links there, and whoever follows theirs finds the whole workshop',
    async () => {
      const [old, next] = [await startRelay(), await startRelay()]
      const { services, session } = await workshopAt(old.origin)
      const { file } = await packWorkshop(services, session.document, 'x')
      const moderator = { origin: next.origin, capability: capabilityOf(session, 'moderator') }
      const there = await pageOfOtherOrigin()
      const picked = new File([file.bytes], 'Bahnreise.etappe')
      const workshopId = mustOk(await moveIn(there, moderator, picked))
      expect(workshopId).toBe(session.workshopId)
      expect(mustOk(await deviceOf(there).catalogue.find(workshopId))).toMatchObject({
        role: 'moderator',
        secret: session.entry.get().secret,
        roomId: session.entry.get().roomId,
        relayOrigin: next.origin,
      })
      const guest = startJoin(await pageOfOtherOrigin(), {
        origin: next.origin,
        capability: capabilityOf(session, 'writer'),
      })
      await vi.waitFor(() => expect(guest.phase.get().phase).toBe('ready'), LONG)
      const phase = guest.phase.get()
      expect(phase.phase === 'ready' && phase.document.snapshot().meta.title).toBe('Bahnreise')
      guest.close()
      expect(session.connection.get().state.get().state).toBe('online')
    },
    LONG,
  )

  it(
    'takes a file that was opened there before under its links, and merges what is newer',
    async () => {
      const [old, next] = [await startRelay(), await startRelay()]
      const { services, session } = await workshopAt(old.origin)
      const there = await pageOfOtherOrigin()
      const { file } = await packWorkshop(services, session.document, 'x')
      const picked = new File([file.bytes], 'Bahnreise.etappe')
      const moderator = { origin: next.origin, capability: capabilityOf(session, 'moderator') }
      mustOk(await moveIn(there, { ...moderator, origin: old.origin }, picked))
      const workshopId = mustOk(await moveIn(there, moderator, picked))
      expect(mustOk(await deviceOf(there).catalogue.find(workshopId))?.relayOrigin).toBe(next.origin)
      expect(mustOk(await deviceOf(there).catalogue.list())).toHaveLength(1)
    },
    LONG,
  )

  it(
    'is not confused with another one, whose file was chosen by mistake: that keeps its own links',
    async () => {
      const relay = await startRelay()
      const { session } = await workshopAt(relay.origin)
      const target = { origin: 'http://127.0.0.1:9', capability: capabilityOf(session, 'moderator') }
      freshBrowser()
      const other = await workshopAt(relay.origin)
      const { file } = await packWorkshop(other.services, other.session.document, 'x')
      const picked = new File([file.bytes], 'Bahnreise.etappe')
      const before = mustOk(await deviceOf(other.services).catalogue.find(other.session.workshopId))
      const host = new URL(relay.origin).host
      expect(await moveIn(other.services, target, picked)).toMatchObject({
        error: { from: 'otherWorkshop', title: 'Bahnreise', host },
      })
      const after = mustOk(await deviceOf(other.services).catalogue.find(other.session.workshopId))
      expect(after).toMatchObject({
        secret: before?.secret,
        roomId: before?.roomId,
        relayOrigin: relay.origin,
      })
      mustOk(await other.session.noteClosed(other.session.entry.get().roomId, 1))
      mustOk(await moveIn(other.services, target, picked))
      expect(other.session.entry.get().secret).toBe(target.capability.secret)
    },
    LONG,
  )

  it(
    'keeps nothing of a file that is damaged',
    async () => {
      const { services, session } = await workshopAt((await startRelay()).origin)
      const { file } = await packWorkshop(services, session.document, 'x')
      const there = await pageOfOtherOrigin()
      const target = { origin: 'http://127.0.0.1:9', capability: capabilityOf(session, 'moderator') }
      const cut = new File([file.bytes.subarray(0, 900)], 'Bahnreise.etappe')
      expect(await moveIn(there, target, cut)).toMatchObject({ error: { from: 'file' } })
      expect(mustOk(await deviceOf(there).catalogue.list())).toEqual([])
    },
    LONG,
  )
})

describe('the new address', () => {
  it(
    'reaches the other devices, and leads nobody away from the old one by itself',
    async () => {
      const relay = await startRelay()
      const { session } = await workshopAt(relay.origin)
      const services = await pageOfOtherOrigin()
      const join = startJoin(services, { origin: relay.origin, capability: capabilityOf(session, 'reader') })
      await vi.waitFor(() => expect(join.phase.get().phase).toBe('ready'), LONG)
      const held = services.sessions.hold(mustOk(await join.enter({ kind: 'looker' })))
      join.close()
      const guest = mustOk(await held.opened)
      const address = { origin: 'https://gone.example', isOnly: true }
      mustOk(tellNewAddress(session, address))
      const heard = () => newAddressOf(guest.document.snapshot().stage.newAddress, guest.entry.get())
      await vi.waitFor(() => expect(heard()).toEqual(address), LONG)
      await until(guest, 'online')
      expect(guest.entry.get().relayOrigin).toBe(relay.origin)
      mustOk(tellNewAddress(session, null))
      await vi.waitFor(() => expect(heard()).toBeNull(), LONG)
      expect(tellNewAddress(guest, address).ok).toBe(false)
    },
    LONG,
  )
})
