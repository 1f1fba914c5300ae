import { rm } from 'node:fs/promises'
import { join as pathOf } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { changeLinks, closeForEverybody } from '../../../src/app/room/changeLinks.ts'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import type { JoinPhase, JoinSession } from '../../../src/app/join/joinSession.ts'
import { startJoin } from '../../../src/app/join/joinSession.ts'
import type { AppServices } from '../../../src/app/services.ts'
import { translator } from '../../../src/i18n/translate.ts'
import type { PersonId } from '../../../src/model/records/person.ts'
import type { Capability, Role, Secret } from '../../../src/protocol/capability.ts'
import { createModeratorCapability, deriveCapability } from '../../../src/protocol/capability.ts'
import { abortWrites } from '../../storage/faultyIndexedDb.ts'
import { startRelay } from '../../sync/syncFixture.ts'
import { deviceOf, freshBrowser, mustOk, openTab, staysOpen } from '../support/testServices.ts'

beforeEach(() => {
  freshBrowser()
  vi.stubGlobal('WebSocket', NodeWebSocket)
})

async function sharedWorkshop() {
  const relay = await startRelay()
  const moderator = await openTab()
  const texts = { title: 'Bahnreise', template: 'firstWorkshop', locale: 'de', t: translator('de') } as const
  const session = staysOpen(moderator, await makeWorkshop(moderator, texts))
  mustOk(await session.share(relay.origin))
  await vi.waitFor(() => expect(session.connection.get().delivery.get().state).toBe('delivered'), 10_000)
  const held: Capability = { role: 'moderator', secret: session.entry.get().secret as Secret }
  const link = (role: Role) => ({ origin: relay.origin, capability: mustOk(deriveCapability(held, role)) })
  return { relay, session, link }
}

let tablets = 0

/** Another tablet: its own storage. */
async function tablet(): Promise<AppServices> {
  freshBrowser()
  tablets += 1
  return openTab(`tablet ${String(tablets)}`)
}

/** A tablet that came in as a reader and was told that the room is closed; then the relay's operator opens it again. */
async function closedByMistake() {
  const { relay, session, link } = await sharedWorkshop()
  const services = await tablet()
  const first = startJoin(services, link('reader'))
  await until(first, 'ready')
  const workshopId = mustOk(await first.enter({ kind: 'looker' }))
  first.close()
  const guest = mustOk(await services.sessions.hold(workshopId).opened)
  const { roomId } = guest.entry.get()
  mustOk(await closeForEverybody(session))
  const { catalogue } = deviceOf(services)
  const closedAt = async () => mustOk(await catalogue.find(workshopId))?.roomClosedAt
  await vi.waitFor(async () => expect(await closedAt()).toEqual(expect.any(Number)), 10_000)
  const reopen = async () => {
    await relay.stop()
    await rm(pathOf(relay.dataDir, 'rooms', roomId ?? '', 'closed.json'))
    await relay.restart()
  }
  return { services, guest, link, closedAt, reopen }
}

async function until(join: JoinSession, phase: JoinPhase['phase']): Promise<JoinPhase> {
  await vi.waitFor(() => expect(join.phase.get().phase).toBe(phase), 10_000)
  return join.phase.get()
}

describe('joining', () => {
  it('fetches the map while the name is typed, and keeps nothing before the button is pressed', async () => {
    const { link } = await sharedWorkshop()
    const services = await tablet()
    const join = startJoin(services, link('writer'))
    const ready = await until(join, 'ready')
    expect(ready.phase === 'ready' && ready.document.snapshot().meta.title).toBe('Bahnreise')
    expect(mustOk(await deviceOf(services).catalogue.list())).toEqual([])
    join.close()
  }, 20_000)

  it('under a name gives a workshop that is kept here, and everybody sees who came', async () => {
    const { session, link } = await sharedWorkshop()
    const services = await tablet()
    const join = startJoin(services, link('writer'))
    await until(join, 'ready')
    const workshopId = mustOk(await join.enter({ kind: 'new', name: 'Ana', colour: '#D9583B' }))
    join.close()
    expect(workshopId).toBe(session.workshopId)
    const entry = mustOk(await deviceOf(services).catalogue.find(workshopId))
    expect(entry).toMatchObject({
      role: 'writer',
      title: 'Bahnreise',
      personId: expect.any(String) as string,
    })
    const names = () => [...session.document.snapshot().persons.values()].map(({ name }) => name)
    await vi.waitFor(() => expect(names()).toEqual(['Ana']), 10_000)
  }, 20_000)

  it('as somebody who is in the list already enters nobody twice', async () => {
    const { session, link } = await sharedWorkshop()
    const first = startJoin(await tablet(), link('writer'))
    await until(first, 'ready')
    mustOk(await first.enter({ kind: 'new', name: 'Ana', colour: '' }))
    await vi.waitFor(() => expect(session.document.snapshot().persons.size).toBe(1), 10_000)
    const [ana] = session.document.snapshot().persons.keys()
    const other = await tablet()
    const second = startJoin(other, link('writer'))
    await vi.waitFor(() => {
      const phase = second.phase.get()
      expect(phase.phase === 'ready' && phase.document.snapshot().persons.size).toBe(1)
    }, 10_000)
    const workshopId = mustOk(await second.enter({ kind: 'known', personId: ana as PersonId }))
    expect(mustOk(await deviceOf(other).catalogue.find(workshopId))?.personId).toBe(ana)
    expect(session.document.snapshot().persons.size).toBe(1)
    first.close()
    second.close()
  }, 30_000)

  it('with a reader’s link looks only: nobody is entered and nothing can be written', async () => {
    const { session, link } = await sharedWorkshop()
    const services = await tablet()
    const join = startJoin(services, link('reader'))
    await until(join, 'ready')
    expect(await join.enter({ kind: 'new', name: 'Eve', colour: '' })).toMatchObject({
      ok: false,
      error: { code: 'notAllowed' },
    })
    const workshopId = mustOk(await join.enter({ kind: 'looker' }))
    join.close()
    const held = services.sessions.hold(workshopId)
    expect(mustOk(await held.opened).actor.get()).toEqual({ personId: null, mayWrite: [] })
    held.release()
    expect(session.document.snapshot().persons.size).toBe(0)
  }, 20_000)

  it('a workshop that is here already needs no relay, and a stronger link makes the device stronger', async () => {
    const { relay, link } = await sharedWorkshop()
    const services = await tablet()
    const first = startJoin(services, link('reader'))
    await until(first, 'ready')
    const workshopId = mustOk(await first.enter({ kind: 'looker' }))
    first.close()
    await Promise.all(services.sessions.open().map((session) => session.close()))
    await relay.stop()
    const later = await openTab(`tablet ${String(tablets)}`)
    const second = startJoin(later, link('writer'))
    const ready = await until(second, 'ready')
    expect(ready).toMatchObject({ isKnown: true })
    const role = async () => mustOk(await deviceOf(later).catalogue.find(workshopId))?.role
    expect(await role()).toBe('reader')
    mustOk(await second.enter({ kind: 'new', name: 'Ana', colour: '' }))
    expect(await role()).toBe('writer')
    const weaker = startJoin(later, link('reader'))
    await until(weaker, 'ready')
    mustOk(await weaker.enter({ kind: 'looker' }))
    expect(await role()).toBe('writer')
    second.close()
    weaker.close()
  }, 30_000)

  it('with new links on a tablet that knows the workshop says who wrote on it', async () => {
    const { session, link } = await sharedWorkshop()
    const services = await tablet()
    const first = startJoin(services, link('writer'))
    await until(first, 'ready')
    const workshopId = mustOk(await first.enter({ kind: 'new', name: 'Ana', colour: '' }))
    first.close()
    const { personId } = mustOk(await deviceOf(services).catalogue.find(workshopId)) ?? {}
    await vi.waitFor(() => expect(session.document.snapshot().persons.size).toBe(1), 10_000)
    mustOk(await changeLinks(session))
    const held: Capability = { role: 'moderator', secret: session.entry.get().secret as Secret }
    const capability = mustOk(deriveCapability(held, 'writer'))
    const again = startJoin(services, { origin: link('writer').origin, capability })
    expect(await until(again, 'ready')).toMatchObject({ isKnown: false, peopleHere: [personId] })
    again.close()
  }, 30_000)

  it('with the old link after new ones were made says that it leads nowhere, also without the relay', async () => {
    const { relay, session, link } = await sharedWorkshop()
    const services = await tablet()
    const old = link('writer')
    const first = startJoin(services, old)
    await until(first, 'ready')
    const workshopId = mustOk(await first.enter({ kind: 'new', name: 'Ana', colour: '' }))
    await vi.waitFor(() => expect(session.document.snapshot().persons.size).toBe(1), 10_000)
    first.close()
    await Promise.all(services.sessions.open().map((open) => open.close()))
    mustOk(await changeLinks(session))
    const asleep = await openTab(`tablet ${String(tablets)}`)
    const told = startJoin(asleep, old)
    expect(await until(told, 'closed')).toEqual({ phase: 'closed', workshopId })
    told.close()
    await Promise.all(asleep.sessions.open().map((open) => open.close()))
    await relay.stop()
    const later = await openTab(`tablet ${String(tablets)}`)
    const again = startJoin(later, old)
    expect(await until(again, 'closed')).toEqual({ phase: 'closed', workshopId })
    expect(later.sessions.open()).toEqual([])
    again.close()
  }, 30_000)

  it('with a link to a room that was opened again asks the relay, and the link gives all it is good for', async () => {
    const { services, guest, link, closedAt, reopen } = await closedByMistake()
    await services.sessions.end(guest.workshopId)
    const later = await openTab(`tablet ${String(tablets)}`)
    const early = startJoin(later, link('writer'))
    await until(early, 'closed')
    early.close()
    await reopen()
    const join = startJoin(later, link('writer'))
    const phases: string[] = []
    join.phase.subscribe(({ phase }) => phases.push(phase))
    expect(await until(join, 'ready')).toMatchObject({ isKnown: true })
    expect(phases).toEqual(['closed', 'ready'])
    const workshopId = mustOk(await join.enter({ kind: 'new', name: 'Ana', colour: '' }))
    expect(await closedAt()).toBeNull()
    expect(mustOk(await deviceOf(later).catalogue.find(workshopId))?.role).toBe('writer')
    join.close()
  }, 30_000)

  it('with a link to a room that was opened again connects the workshop that stayed open here meanwhile', async () => {
    const { services, guest, link, reopen } = await closedByMistake()
    expect(guest.connection.get().state.get().state).toBe('refused')
    await reopen()
    const join = startJoin(services, link('reader'))
    await until(join, 'ready')
    await vi.waitFor(() => expect(guest.connection.get().state.get().state).toBe('online'), 10_000)
    expect(guest.entry.get().roomClosedAt).toBeNull()
    join.close()
  }, 30_000)

  it('is not needed after a room was opened again: opening the workshop on this device is enough', async () => {
    const { services, guest, closedAt, reopen } = await closedByMistake()
    await services.sessions.end(guest.workshopId)
    await reopen()
    const held = services.sessions.hold(guest.workshopId)
    const session = mustOk(await held.opened)
    await vi.waitFor(() => expect(session.entry.get().roomClosedAt).toBeNull(), 10_000)
    await vi.waitFor(async () => expect(await closedAt()).toBeNull(), 10_000)
    held.release()
  }, 30_000)

  it('a room that nobody has opened on the relay yet waits and says so', async () => {
    const relay = await startRelay()
    const writer = mustOk(deriveCapability(createModeratorCapability(), 'writer'))
    const join = startJoin(await tablet(), { origin: relay.origin, capability: writer })
    const waiting = await until(join, 'waiting')
    expect(waiting).toEqual({ phase: 'waiting', because: 'roomNotThereYet' })
    join.close()
  }, 20_000)

  it('on a device that breaks off while it is asked says so, and never stays on "fetching"', async () => {
    const services = await tablet()
    vi.spyOn(deviceOf(services).catalogue, 'findByRoom').mockRejectedValue(new Error('gone'))
    const writer = mustOk(deriveCapability(createModeratorCapability(), 'writer'))
    const join = startJoin(services, { origin: 'http://127.0.0.1:9', capability: writer })
    expect(await until(join, 'failed')).toMatchObject({ failure: { code: 'unknown' } })
    join.close()
  })

  it('without a relay in reach waits instead of showing an empty map', async () => {
    const capability = mustOk(deriveCapability(createModeratorCapability(), 'writer'))
    const join = startJoin(await tablet(), { origin: 'http://127.0.0.1:9', capability })
    expect(await until(join, 'waiting')).toEqual({ phase: 'waiting', because: 'unreachable' })
    join.close()
  }, 20_000)

  it('again after the device could not keep it enters nobody twice', async () => {
    const { session, link } = await sharedWorkshop()
    const join = startJoin(await tablet(), link('writer'))
    await until(join, 'ready')
    const fault = abortWrites((store) => store === 'updates')
    expect((await join.enter({ kind: 'new', name: 'An', colour: '' })).ok).toBe(false)
    fault.heal()
    mustOk(await join.enter({ kind: 'new', name: 'Ana', colour: '' }))
    join.close()
    const names = () => [...session.document.snapshot().persons.values()].map(({ name }) => name)
    await vi.waitFor(() => expect(names()).toEqual(['Ana']), 10_000)
  }, 30_000)
})
