import { beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { type HandBackAttempt, startHandBack } from '../../../src/app/handBack/handBackAttempt.ts'
import { checkRelay } from '../../../src/app/handBack/checkRelay.ts'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import type { AppServices } from '../../../src/app/services.ts'
import type { WorkshopSession } from '../../../src/app/session/workshopSession.ts'
import { packWorkshop } from '../../../src/app/workshopFile/packWorkshop.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { createRecord } from '../../../src/model/commands/createRecord.ts'
import { editWorkshop } from '../../../src/model/commands/editWorkshop.ts'
import type { Secret } from '../../../src/protocol/capability.ts'
import { hashBytes } from '../../../src/storage/hashBytes.ts'
import { refuseOpens } from '../../storage/faultyIndexedDb.ts'
import { readRelay } from '../../../src/sync/readRelay.ts'
import { startRelay } from '../../sync/syncFixture.ts'
import { deviceOf, freshBrowser, mustOk, openTab, staysOpen } from '../support/testServices.ts'

const LONG = 30_000

beforeEach(() => {
  freshBrowser()
  vi.stubGlobal('WebSocket', NodeWebSocket)
})

async function make(services: AppServices): Promise<WorkshopSession> {
  const made = await makeWorkshop(services, {
    title: 'Bahnreise',
    template: 'firstWorkshop',
    locale: 'de',
    t: translator('de'),
  })
  return staysOpen(services, made)
}

async function delivered(session: WorkshopSession): Promise<void> {
  const { delivery } = session.connection.get()
  await vi.waitFor(() => expect(delivery.get().state).toBe('delivered'), LONG)
}

/** A workshop that its relay has. */
async function shared() {
  const relay = await startRelay()
  const services = await openTab()
  const session = await make(services)
  mustOk(await session.share(relay.origin))
  await delivered(session)
  return { relay, services, session }
}

async function begin(services: AppServices, workshopId: string, withinMs = 10_000): Promise<HandBackAttempt> {
  const words = {
    reason: ({ code }: { code: string }) => code,
    closeReason: (reason: string) => reason,
    changed: () => 'changed',
    unexpected: () => 'unexpected',
  }
  const attempt = startHandBack({ services, device: deviceOf(services), workshopId, words, withinMs })
  await attempt.compare()
  return attempt
}

async function addPicture(services: AppServices, session: WorkshopSession): Promise<string> {
  const bytes = Uint8Array.from({ length: 300 }, (_, index) => index % 251)
  const sha256 = await hashBytes(bytes)
  mustOk(await deviceOf(services).media.save(session.workshopId, bytes, 'image/jpeg'))
  const media = { sha256, mime: 'image/jpeg', bytes: bytes.length, width: 1, height: 1 }
  mustOk(createRecord(session.document, session.actor.get(), { table: 'media', fields: media }))
  return sha256
}

/** Everything of the workshop that this browser still has, by the names of its databases and tables. */
async function traces(services: AppServices, workshopId: string): Promise<readonly string[]> {
  const { database } = deviceOf(services)
  const logs = (await indexedDB.databases()).flatMap(({ name = '' }) =>
    name.includes(workshopId) ? [name] : [],
  )
  const rows: string[] = []
  for (const table of database.tables) {
    const all = await table.toArray()
    if (table.name === 'blobs' ? all.length > 0 : JSON.stringify(all).includes(workshopId))
      rows.push(table.name)
  }
  return [...logs, ...rows]
}

describe('handing a device back', () => {
  it(
    'removes everything when the relay has all of it, and another device still gets it from there',
    async () => {
      const relay = await startRelay()
      const services = await openTab()
      const session = await make(services)
      const { workshopId } = session
      mustOk(await session.share(relay.origin))
      await addPicture(services, session)
      await delivered(session)
      await services.settings.change({ name: 'Ana', lastPersonId: 'ana' })
      const attempt = await begin(services, workshopId)
      expect(attempt.state.get()).toMatchObject({ phase: 'onRelay', pictures: 1 })
      const left = vi.fn()
      expect(await attempt.remove(left)).toEqual({ ok: true, value: undefined })
      expect(left).toHaveBeenCalledOnce()
      expect(await traces(services, workshopId)).toEqual([])
      const capability = { role: 'moderator', secret: session.entry.get().secret as Secret } as const
      const there = mustOk(await readRelay({ relay: { origin: relay.origin, capability }, withinMs: LONG }))
      expect(there.map.getMap('meta').get('title')).toBe('Bahnreise')
      expect(services.settings.get()).toMatchObject({ name: '', lastPersonId: null })
    },
    LONG,
  )

  it(
    'refuses what was never shared, and gives way to a file that was read again',
    async () => {
      const services = await openTab()
      const session = await make(services)
      const attempt = await begin(services, session.workshopId)
      expect(attempt.state.get()).toEqual({ phase: 'onlyHere', reason: { code: 'noRelay' }, file: 'none' })
      const { file } = await packWorkshop(services, session.document, 'x')
      mustOk(editWorkshop(session.document, session.actor.get(), { goal: 'written after the file' }))
      await attempt.checkFile(() => Promise.resolve(file.bytes))
      expect(attempt.state.get()).toMatchObject({ phase: 'onlyHere', file: 'incomplete' })
      const { file: whole } = await packWorkshop(services, session.document, 'x')
      await attempt.checkFile(() => Promise.resolve(whole.bytes.subarray(0, whole.bytes.length / 2)))
      expect(attempt.state.get()).toMatchObject({ phase: 'onlyHere', file: 'unreadable' })
      await attempt.checkFile(() => Promise.resolve(whole.bytes))
      expect(attempt.state.get()).toEqual({ phase: 'inFile' })
      expect(await attempt.remove(() => undefined)).toEqual({ ok: true, value: undefined })
      expect(await traces(services, session.workshopId)).toEqual([])
    },
    LONG,
  )

  it(
    'removes nothing of which only the second copy could be read, whatever file there is of that',
    async () => {
      const services = await openTab()
      const session = await make(services)
      const { workshopId } = session
      const { checkpoints } = deviceOf(services).database
      await session.persistence.checkpoint()
      const older = await checkpoints.toArray()
      mustOk(editWorkshop(session.document, session.actor.get(), { goal: 'only in the log' }))
      await services.sessions.end(workshopId)
      await checkpoints.clear()
      await checkpoints.bulkPut(older)
      const heal = refuseOpens(`etappe/${workshopId}/map`)
      const attempt = await begin(services, workshopId)
      heal()
      const refused = { phase: 'onlyHere', reason: { code: 'damaged' }, file: 'none' }
      expect(attempt.state.get()).toEqual(refused)
      const recovered = attempt.session()
      expect(recovered?.recovered).toBe(true)
      if (recovered === null) return
      const { file } = await packWorkshop(services, recovered.document, 'x')
      await attempt.checkFile(() => Promise.resolve(file.bytes))
      expect(attempt.state.get()).toEqual(refused)
      const left = vi.fn()
      expect(await attempt.remove(left)).toBeNull()
      expect(left).not.toHaveBeenCalled()
      expect(attempt.state.get()).toEqual(refused)
      attempt.close()
      await services.sessions.end(workshopId)
      const held = services.sessions.hold(workshopId)
      expect(mustOk(await held.opened).document.snapshot().meta.goal).toBe('only in the log')
      held.release()
    },
    LONG,
  )

  it(
    'refuses a file without the pictures of this device, and the file of another workshop',
    async () => {
      const services = await openTab()
      const session = await make(services)
      const other = await make(services)
      const attempt = await begin(services, session.workshopId)
      const { file: foreign } = await packWorkshop(services, other.document, 'x')
      await attempt.checkFile(() => Promise.resolve(foreign.bytes))
      expect(attempt.state.get()).toMatchObject({ file: 'otherWorkshop' })
      await addPicture(services, session)
      const blind = { ...services, device: { ok: false, error: { code: 'unknown', detail: '' } } as const }
      const { file: bare } = await packWorkshop(blind, session.document, 'x')
      await attempt.checkFile(() => Promise.resolve(bare.bytes))
      expect(attempt.state.get()).toMatchObject({ file: 'pictures' })
      attempt.close()
    },
    LONG,
  )

  it(
    'refuses to rely on a file once something was written after it',
    async () => {
      const services = await openTab()
      const session = await make(services)
      const attempt = await begin(services, session.workshopId)
      const { file } = await packWorkshop(services, session.document, 'x')
      await attempt.checkFile(() => Promise.resolve(file.bytes))
      mustOk(editWorkshop(session.document, session.actor.get(), { goal: 'just now' }))
      const left = vi.fn()
      expect(await attempt.remove(left)).toBeNull()
      expect(left).not.toHaveBeenCalled()
      expect(attempt.state.get()).toMatchObject({ phase: 'failed', reason: 'changed' })
      expect(mustOk(await deviceOf(services).catalogue.find(session.workshopId))).not.toBeNull()
      attempt.close()
    },
    LONG,
  )

  it(
    'names the reason of a relay that is there and asks to come back later',
    async () => {
      const { services, session } = await shared()
      const state = { state: 'offline', because: 'storageFailed' } as const
      const full = {
        ...session.connection.get(),
        state: { get: () => state, subscribe: () => () => undefined },
        reconnect: () => undefined,
      }
      const checked = await checkRelay({
        device: deviceOf(services),
        session: { ...session, connection: { get: () => full, subscribe: () => () => undefined } },
        closeReasonText: (reason) => reason,
        withinMs: 1,
      })
      expect(checked).toMatchObject({ safe: false, reason: { code: 'refused', reason: 'storageFailed' } })
    },
    LONG,
  )

  it(
    'refuses while the relay cannot be reached, and when it has lost what it once confirmed',
    async () => {
      const { relay, services, session } = await shared()
      await relay.stop()
      const offline = await begin(services, session.workshopId, 300)
      expect(offline.state.get()).toMatchObject({ reason: { code: 'offline' } })
      offline.close()
      // The counter still says "delivered" for a moment, as after a relay that came back with an older backup.
      const empty = await startRelay()
      const entry = session.entry.get()
      const forged = {
        ...session,
        entry: { get: () => ({ ...entry, relayOrigin: empty.origin }), subscribe: () => () => undefined },
        connection: {
          get: () => ({
            ...session.connection.get(),
            state: { get: () => ({ state: 'online' as const }), subscribe: () => () => undefined },
            delivery: {
              get: () => ({ state: 'delivered' as const, at: 1 }),
              subscribe: () => () => undefined,
            },
          }),
          subscribe: () => () => undefined,
        },
      }
      const { checkRelay } = await import('../../../src/app/handBack/checkRelay.ts')
      const check = await checkRelay({
        device: deviceOf(services),
        session: forged,
        closeReasonText: (reason) => reason,
      })
      expect(check).toMatchObject({ safe: false, reason: { code: 'differs' } })
    },
    LONG,
  )

  it(
    'refuses when the relay does not take a picture',
    async () => {
      const relay = await startRelay()
      const services = await openTab()
      const session = await make(services)
      mustOk(await session.share(relay.origin))
      const sha256 = await addPicture(services, session)
      await delivered(session)
      const real = globalThis.fetch
      vi.stubGlobal('fetch', (input: URL, init?: RequestInit) => {
        if (init?.method === 'PUT') return Promise.resolve(new Response('full', { status: 507 }))
        if (init?.method === 'POST' && input.pathname === '/blob')
          return Promise.resolve(Response.json({ missing: [sha256] }))
        return real(input, init)
      })
      const attempt = await begin(services, session.workshopId)
      expect(attempt.state.get()).toMatchObject({ reason: { code: 'pictures', n: 1 } })
      attempt.close()
      vi.unstubAllGlobals()
    },
    LONG,
  )
})
