import { beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest'
import { makeWorkshop } from '../../../src/app/home/makeWorkshop.ts'
import { mergeFile } from '../../../src/app/workshopFile/takeInFile.ts'
import { fileOfWorkshop } from '../../../src/exchange/workshopFile/fileOfWorkshop.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { editStage } from '../../../src/model/commands/editStage.ts'
import { editWorkshop } from '../../../src/model/commands/editWorkshop.ts'
import { joinPerson } from '../../../src/model/commands/joinPerson.ts'
import { must, otherDevice } from '../../model/support/testWorkshop.ts'
import { deviceOf, freshBrowser, mustOk, openTab, staysOpen } from '../support/testServices.ts'

beforeEach(freshBrowser)

/** A browser that is asked to keep what is here. */
function askedBrowser() {
  const persist = vi.fn(() => Promise.resolve(true))
  const storage = { persist, persisted: () => Promise.resolve(false), estimate: () => Promise.resolve({}) }
  vi.stubGlobal('navigator', { storage })
  onTestFinished(() => void vi.unstubAllGlobals())
  return persist
}

async function opened() {
  const persist = askedBrowser()
  const services = await openTab()
  const texts = { title: 'Bahnreise', template: 'firstWorkshop', locale: 'de', t: translator('de') } as const
  const session = staysOpen(services, await makeWorkshop(services, texts))
  return { persist, services, session, actor: session.actor.get() }
}

describe('the browser is asked to keep what is here', () => {
  it('at the first change of the course of the workshop, which no undo of the map knows, and only once', async () => {
    const { persist, services, session, actor } = await opened()
    expect(persist).not.toHaveBeenCalled()
    const { isGiven } = deviceOf(services).keeping
    must(editStage(session.document, actor, { newAddress: 'x' }))
    await vi.waitFor(() => expect(isGiven.get()).toBe(true))
    const said: boolean[] = []
    isGiven.subscribe((now) => void said.push(now))
    must(editWorkshop(session.document, actor, { title: 'Bahn' }))
    mustOk(await session.persistence.flush())
    expect(said).toEqual([])
    expect(persist).toHaveBeenCalledOnce()
  })

  it('not at what comes from a file of somebody else', async () => {
    const { persist, services, session, actor } = await opened()
    const there = otherDevice(session.document)
    must(joinPerson(there, actor, { name: 'Ben' }))
    const file = fileOfWorkshop(there, { appVersion: '1', createdAt: 1, media: [] })
    mustOk(await mergeFile(services, file))
    expect(session.document.snapshot().persons.size).toBe(1)
    expect(persist).not.toHaveBeenCalled()
  })
})
