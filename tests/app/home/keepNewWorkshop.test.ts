import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { keepNewWorkshop, moderatorPatch } from '../../../src/app/home/keepNewWorkshop.ts'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import type { AppServices } from '../../../src/app/services.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { addPhase } from '../../../src/model/commands/addPhase.ts'
import { joinPerson } from '../../../src/model/commands/joinPerson.ts'
import type { WorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { createWorkshopDocument } from '../../../src/model/workshopDocument.ts'
import { createModeratorCapability, deriveCapability, roomIdOf } from '../../../src/protocol/capability.ts'
import { err } from '../../../src/shared/result.ts'
import { storageFailure } from '../../../src/storage/storageFailure.ts'
import { must } from '../../model/support/testWorkshop.ts'
import { abortWrites } from '../../storage/faultyIndexedDb.ts'
import { deviceOf, freshBrowser, mustOk, openTab, staysOpen } from '../support/testServices.ts'

beforeEach(freshBrowser)

const DOCUMENTS = ['map', 'stage', 'review'] as const

async function make(services: AppServices) {
  const texts = { title: 'Mine', template: 'firstWorkshop', locale: 'en', t: translator('en') } as const
  return staysOpen(services, await makeWorkshop(services, texts))
}

/** The same workshop as a relay has it, with a phase more. */
function grown(services: AppServices, from: WorkshopDocument) {
  const document = createWorkshopDocument({ clock: services.clock })
  for (const name of DOCUMENTS) Y.applyUpdate(document.docs[name], Y.encodeStateAsUpdate(from.docs[name]))
  const [journeyId] = document.snapshot().journeys.keys()
  if (journeyId === undefined) throw new Error('no journey')
  must(addPhase(document, { personId: null }, { journeyId, fields: { title: 'From the relay' } }))
  const personId = must(joinPerson(document, { personId: null }, { name: 'Ana' }))
  return { document, personId }
}

function writerLink() {
  const room = createModeratorCapability()
  const writer = mustOk(deriveCapability(room, 'writer'))
  return { role: 'writer', secret: writer.secret, roomId: roomIdOf(room), relayOrigin: null } as const
}

async function leftBehind(services: AppServices) {
  const { database } = deviceOf(services)
  const logs = (await indexedDB.databases())
    .map(({ name }) => name ?? '')
    .filter((name) => name.startsWith('etappe/'))
  const rows = [database.workshops, database.checkpoints, database.blobs, database.blobUses].map((table) =>
    table.count(),
  )
  return { logs, rows: await Promise.all(rows) }
}

describe('keeping a workshop that is on this device already', () => {
  it('takes nothing away when it fails', async () => {
    const services = await openTab()
    const session = await make(services)
    const { document } = grown(services, session.document)
    await session.close()
    const later = await openTab()
    const before = await leftBehind(later)
    const fault = abortWrites((store) => store === 'updates')
    const kept = await keepNewWorkshop(later, document, writerLink())
    fault.heal()
    expect(kept.ok).toBe(false)
    const after = await leftBehind(later)
    expect(after.logs).toEqual(before.logs)
    expect(after.rows[0]).toBe(1)
    expect(after.rows[1]).toBeGreaterThanOrEqual(before.rows[1] ?? 1)
    expect(mustOk(await deviceOf(later).catalogue.find(session.workshopId))).toMatchObject({
      role: 'moderator',
    })
  })

  it('merges into it, and a weaker link does not take the moderator’s rights', async () => {
    const services = await openTab()
    const session = await make(services)
    const phases = session.document.snapshot().phases.size
    const { document, personId } = grown(services, session.document)
    const before = mustOk(await deviceOf(services).catalogue.find(session.workshopId))
    const kept = mustOk(
      await keepNewWorkshop(services, document, { ...writerLink(), personId, peopleHere: [personId] }),
    )
    expect(kept).toBe(session)
    expect(session.document.snapshot().phases.size).toBe(phases + 1)
    const after = mustOk(await deviceOf(services).catalogue.find(session.workshopId))
    expect(after).toMatchObject({
      role: 'moderator',
      secret: before?.secret,
      roomId: before?.roomId,
      personId,
    })
    expect(session.history.canUndo()).toBe(false)
  })

  it('leaves it in the bin when merging into it fails', async () => {
    const services = await openTab()
    const session = await make(services)
    const { workshopId } = session
    const { document } = grown(services, session.document)
    await services.sessions.end(workshopId)
    const { catalogue } = deviceOf(services)
    mustOk(await catalogue.bin(workshopId))
    const before = mustOk(await catalogue.find(workshopId))?.deletedAt
    const full = () => Promise.resolve(err(storageFailure('quota', 'full')))
    expect(await keepNewWorkshop(services, document, writerLink(), full)).toMatchObject({ ok: false })
    expect(before).toEqual(expect.any(Number))
    expect(mustOk(await catalogue.find(workshopId))?.deletedAt).toBe(before)
  })

  it('brings it back from the bin, as somebody wants to go on with it', async () => {
    const services = await openTab()
    const session = await make(services)
    const { document } = grown(services, session.document)
    await session.close()
    const later = await openTab()
    await deviceOf(later).catalogue.bin(session.workshopId)
    const kept = mustOk(await keepNewWorkshop(later, document, writerLink()))
    expect(kept.workshopId).toBe(session.workshopId)
    expect(mustOk(await deviceOf(later).catalogue.find(session.workshopId))).toMatchObject({
      deletedAt: null,
    })
  })
})

describe('keeping a workshop that is new here', () => {
  it('lists it only when its document and its files are there', async () => {
    const services = await openTab()
    const original = await make(services)
    const elsewhere = grown(services, original.document).document
    await original.close()
    freshBrowser()
    const fresh = await openTab()
    let listedMeanwhile = -1
    const bytes = new TextEncoder().encode('a,b')
    mustOk(
      await keepNewWorkshop(fresh, elsewhere, moderatorPatch(), async (workshopId) => {
        listedMeanwhile = mustOk(await deviceOf(fresh).catalogue.list()).length
        const saved = await deviceOf(fresh).media.save(workshopId, bytes, 'text/csv')
        return saved.ok ? { ok: true, value: undefined } : saved
      }),
    )
    expect(listedMeanwhile).toBe(0)
    expect((await leftBehind(fresh)).rows).toEqual([1, expect.any(Number), 1, 1])
  })

  it('leaves nothing of it when a file beside it cannot be kept', async () => {
    const services = await openTab()
    const original = await make(services)
    const elsewhere = grown(services, original.document).document
    await original.close()
    freshBrowser()
    const fresh = await openTab()
    const kept = await keepNewWorkshop(fresh, elsewhere, moderatorPatch(), async (workshopId) => {
      mustOk(await deviceOf(fresh).media.save(workshopId, new Uint8Array([1]), 'text/csv'))
      return { ok: false, error: storageFailure('quota', 'full') }
    })
    expect(kept).toMatchObject({ ok: false, error: { code: 'quota' } })
    expect(await leftBehind(fresh)).toEqual({ logs: [], rows: [0, 0, 0, 0] })
    expect(fresh.sessions.open()).toEqual([])
  })
})
