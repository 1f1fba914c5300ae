import { beforeEach, describe, expect, it, vi } from 'vitest'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import type { Sessions } from '../../../src/app/session/sessions.ts'
import { createSessions } from '../../../src/app/session/sessions.ts'
import { openWorkshop } from '../../../src/app/session/openWorkshop.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { guardSessions } from '../../../src/app/session/guardSessions.ts'
import { addPhase } from '../../../src/model/commands/addPhase.ts'
import { editWorkshop } from '../../../src/model/commands/editWorkshop.ts'
import { joinPerson } from '../../../src/model/commands/joinPerson.ts'
import type { Timers } from '../../../src/shared/timers.ts'
import { logName } from '../../../src/storage/logName.ts'
import { must } from '../../model/support/testWorkshop.ts'
import { abortWrites, refuseOpens } from '../../storage/faultyIndexedDb.ts'
import { deviceOf, freshBrowser, mustOk, openTab } from '../support/testServices.ts'

beforeEach(freshBrowser)

/** Time that passes only when the test says so. */
function heldTimers() {
  const waiting = new Set<() => void>()
  const timers: Timers = {
    after: (_ms, run) => {
      waiting.add(run)
      return () => void waiting.delete(run)
    },
  }
  return {
    timers,
    pass: () => {
      for (const run of Array.from(waiting)) {
        waiting.delete(run)
        run()
      }
    },
  }
}

async function madeWorkshop() {
  const services = await openTab()
  const texts = { title: 'Bahnreise', template: 'firstWorkshop', locale: 'de', t: translator('de') } as const
  const session = mustOk(await makeWorkshop(services, texts))
  return { services, session, workshopId: session.workshopId }
}

describe('opening a workshop', () => {
  it('that is not on this device says so', async () => {
    const services = await openTab()
    expect(await openWorkshop(services, 'nowhere000000000000001')).toEqual({
      ok: false,
      error: { code: 'notHere' },
    })
  })

  it('that lies in the bin says so instead of opening it', async () => {
    const { services, session, workshopId } = await madeWorkshop()
    await session.close()
    await deviceOf(services).catalogue.bin(workshopId)
    expect(await openWorkshop(services, workshopId)).toMatchObject({ ok: false, error: { code: 'binned' } })
  })

  it('whose stored document cannot be read is an error, never an empty map', async () => {
    const { services, session, workshopId } = await madeWorkshop()
    await session.close()
    await breakStoredMap(workshopId)
    await deviceOf(services).database.checkpoints.clear()
    expect(await openWorkshop(services, workshopId)).toMatchObject({
      ok: false,
      error: { code: 'loadFailed' },
    })
  })

  it('whose log cannot be read shows the second copy, which nobody can change', async () => {
    const { services, session, workshopId } = await madeWorkshop()
    await session.close()
    refuseOpens(logName(workshopId, 'map'))
    const opened = mustOk(await openWorkshop(services, workshopId))
    expect(opened.document.snapshot().meta.title).toBe('Bahnreise')
    expect([opened.recovered, opened.persistence.status.get().state]).toEqual([true, 'loadFailed'])
    expect(editWorkshop(opened.document, opened.actor.get(), { title: 'x' })).toMatchObject({
      ok: false,
      error: { code: 'notAllowed' },
    })
    await opened.close()
  })

  it('remembers who sat here, the latest first', async () => {
    const { services, session, workshopId } = await madeWorkshop()
    const ana = must(joinPerson(session.document, session.actor.get(), { name: 'Ana' }))
    const ben = must(joinPerson(session.document, session.actor.get(), { name: 'Ben' }))
    mustOk(await session.switchPerson(ana))
    mustOk(await session.switchPerson(ben))
    expect(session.actor.get().personId).toBe(ben)
    expect(mustOk(await deviceOf(services).catalogue.find(workshopId))).toMatchObject({
      personId: ben,
      peopleHere: [ben, ana],
    })
  })
})

/** Waits until the closing under way is through, by opening once more behind it, and leaves it closed. */
async function closeAgain(sessions: Sessions, workshopId: string, pass: () => void): Promise<void> {
  pass()
  const last = sessions.hold(workshopId)
  await mustOk(await last.opened).close()
}

/** Fills the update log of the map with bytes that are no update. */
async function breakStoredMap(workshopId: string): Promise<void> {
  const request = indexedDB.open(logName(workshopId, 'map'))
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    request.onsuccess = () => resolve(request.result)
    request.onerror = () => reject(request.error ?? new Error('the log did not open'))
  })
  const transaction = database.transaction('updates', 'readwrite')
  const store = transaction.objectStore('updates')
  store.clear()
  store.add(new Uint8Array([9, 9, 9, 255, 255]))
  await new Promise<void>((resolve) => {
    transaction.oncomplete = () => resolve()
  })
  database.close()
}

describe('the open workshops of a tab', () => {
  it('are opened once however many screens show them, and closed a moment after the last one left', async () => {
    const { services, session, workshopId } = await madeWorkshop()
    await session.close()
    let opened = 0
    const held = heldTimers()
    const sessions = createSessions((id) => {
      opened += 1
      return openWorkshop(services, id)
    }, held.timers)
    const one = sessions.hold(workshopId)
    const two = sessions.hold(workshopId)
    await Promise.all([one.opened, two.opened])
    one.release()
    one.release()
    held.pass()
    expect(sessions.open()).toHaveLength(1)
    two.release()
    const three = sessions.hold(workshopId)
    held.pass()
    expect(sessions.open()).toHaveLength(1)
    expect(opened).toBe(1)
    three.release()
    held.pass()
    await vi.waitFor(() => expect(sessions.open()).toHaveLength(0))
    await closeAgain(sessions, workshopId, held.pass)
  })

  it('are opened anew only when the last closing is through', async () => {
    const { services, session, workshopId } = await madeWorkshop()
    await session.close()
    const order: string[] = []
    const held = heldTimers()
    const sessions = createSessions(async (id) => {
      order.push('open')
      const result = await openWorkshop(services, id)
      if (!result.ok) return result
      const close = async () => {
        order.push('closing')
        await result.value.close()
        order.push('closed')
      }
      return { ok: true, value: { ...result.value, close } }
    }, held.timers)
    const first = sessions.hold(workshopId)
    mustOk(await first.opened)
    first.release()
    held.pass()
    await vi.waitFor(() => expect(order).toContain('closing'))
    const second = sessions.hold(workshopId)
    mustOk(await second.opened)
    expect(order).toEqual(['open', 'closing', 'closed', 'open'])
    second.release()
    await closeAgain(sessions, workshopId, held.pass)
  })

  it('forget a failed opening, so that trying again tries again', async () => {
    const services = await openTab()
    let attempts = 0
    const sessions = createSessions((id) => {
      attempts += 1
      return openWorkshop(services, id)
    })
    const first = sessions.hold('nowhere000000000000001')
    expect((await first.opened).ok).toBe(false)
    first.release()
    const second = sessions.hold('nowhere000000000000001')
    await second.opened
    expect(attempts).toBe(2)
  })
})

describe('leaving a workshop that is not saved', () => {
  async function leftUnsaved() {
    const { services, session, workshopId } = await madeWorkshop()
    await session.close()
    const held = heldTimers()
    const sessions = createSessions((id) => openWorkshop(services, id), held.timers)
    const screen = sessions.hold(workshopId)
    const open = mustOk(await screen.opened)
    const fault = abortWrites((store) => store === 'updates')
    const phases = open.document.snapshot().phases.size
    const journeyId = [...open.document.snapshot().journeys.keys()][0]
    if (journeyId === undefined) throw new Error('no journey')
    must(addPhase(open.document, open.actor.get(), { journeyId, fields: { title: 'Only here' } }))
    await vi.waitFor(() => expect(open.persistence.status.get().state).toBe('notSaved'))
    screen.release()
    held.pass()
    return { services, sessions, workshopId, open, fault, held, phases }
  }

  it('keeps it open, so that coming back finds the work', async () => {
    const { sessions, workshopId, open, fault, held, phases } = await leftUnsaved()
    held.pass()
    expect(sessions.open()).toEqual([open])
    const back = sessions.hold(workshopId)
    expect(mustOk(await back.opened)).toBe(open)
    expect(open.document.snapshot().phases.size).toBe(phases + 1)
    fault.heal()
    // A try that had begun before may still fail; the next one does not.
    await vi.waitFor(async () => expect(mustOk(await open.persistence.flush())).toBeUndefined(), {
      timeout: 20_000,
    })
    back.release()
    held.pass()
    await vi.waitFor(() => expect(sessions.open()).toEqual([]))
  })

  it('closes it by itself as soon as the device has it, and then it is there again', async () => {
    const { sessions, workshopId, open, fault, held, phases } = await leftUnsaved()
    fault.heal()
    open.persistence.retry()
    await vi.waitFor(() => expect(sessions.open()).toEqual([]), { timeout: 5_000 })
    const again = sessions.hold(workshopId)
    const reopened = mustOk(await again.opened)
    expect(reopened).not.toBe(open)
    expect(reopened.document.snapshot().phases.size).toBe(phases + 1)
    again.release()
    held.pass()
  })

  it('holds back an update, and the browser asks before it closes, though no screen shows the workshop', async () => {
    const { services, sessions, open, fault } = await leftUnsaved()
    const page = new EventTarget() as Window
    const stop = guardSessions({ ...services, sessions }, page)
    const isAsked = () => !page.dispatchEvent(new Event('beforeunload', { cancelable: true }))
    expect([services.readiness.busy(), isAsked()]).toEqual(['unsaved', true])
    fault.heal()
    open.persistence.retry()
    await vi.waitFor(() => expect(services.readiness.busy()).toBeNull(), { timeout: 5_000 })
    mustOk(await open.beginExport()())
    await vi.waitFor(() => expect(isAsked()).toBe(false), { timeout: 5_000 })
    stop()
  })

  it('closes one that was removed from this device, which is not to be kept any more', async () => {
    const { services, sessions, workshopId, open, fault } = await leftUnsaved()
    mustOk(await deviceOf(services).catalogue.remove(workshopId, ['map', 'stage', 'review']))
    fault.heal()
    open.persistence.retry()
    await vi.waitFor(() => expect(sessions.open()).toEqual([]), { timeout: 5_000 })
  })
})
