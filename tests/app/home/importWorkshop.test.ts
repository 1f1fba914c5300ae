import { readFile, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeEach, describe, expect, it } from 'vitest'
import { importWorkshop } from '../../../src/app/home/importWorkshop.ts'
import { translator } from '../../../src/i18n/translate.ts'
import { inputFileOf } from '../../../src/exchange/inputFile.ts'
import { deviceOf, freshBrowser, mustOk, openTab } from '../support/testServices.ts'

const SAMPLE = join(import.meta.dirname, '../../fixtures/bahnreise')

async function sample(
  change: (name: string, text: string) => string = (_name, text) => text,
): Promise<File[]> {
  const names = (await readdir(SAMPLE)).filter((name) => name.endsWith('.csv'))
  return Promise.all(
    names.map(async (name) => {
      const text = change(name, await readFile(join(SAMPLE, name), 'utf8'))
      return inputFileOf(name, new TextEncoder().encode(text)) as unknown as File
    }),
  )
}

const basics = { locale: 'de', t: translator('de'), onProgress: () => undefined } as const

beforeEach(freshBrowser)

describe('opening the files of a workshop', { timeout: 30_000 }, () => {
  it('gives a workshop with every card, kept on the device before anybody sees it', async () => {
    const services = await openTab()
    const done: number[] = []
    const imported = mustOk(
      await importWorkshop(services, {
        ...basics,
        files: await sample(),
        signal: new AbortController().signal,
        onProgress: (value) => done.push(value),
      }),
    )
    const { session } = imported
    expect(session.document.snapshot().cards.size).toBe(538)
    expect(session.document.snapshot().ratings.size).toBe(1176)
    expect(session.persistence.status.get().state).toBe('saved')
    expect([...done].sort((a, b) => a - b)).toEqual(done)
    expect(done.at(-1)).toBe(1)
    const entry = mustOk(await deviceOf(services).catalogue.find(session.workshopId))
    expect(entry).toMatchObject({
      role: 'moderator',
      relayOrigin: null,
      title: session.document.snapshot().meta.title,
    })
  })

  it('is there again in the next tab', async () => {
    const first = await openTab()
    const signal = new AbortController().signal
    const { session } = mustOk(await importWorkshop(first, { ...basics, files: await sample(), signal }))
    await session.close()
    const second = await openTab()
    const held = second.sessions.hold(session.workshopId)
    const reopened = mustOk(await held.opened)
    expect(reopened.document.snapshot().cards.size).toBe(538)
    held.release()
  })

  it('with a mistake in them names file, line and column, and leaves nothing on the device', async () => {
    const services = await openTab()
    const files = await sample((name, text) =>
      name === 'cards.csv' ? text.replace('l-storyboard,a-traum', 'l-nowhere,a-traum') : text,
    )
    const result = await importWorkshop(services, { ...basics, files, signal: new AbortController().signal })
    expect(result).toMatchObject({
      ok: false,
      error: { code: 'problems', problems: [{ file: 'cards.csv', line: 2, column: 'lane_id' }] },
    })
    expect(mustOk(await deviceOf(services).catalogue.list())).toEqual([])
  })

  it('can be cancelled, and then nothing is left of it', async () => {
    const services = await openTab()
    const controller = new AbortController()
    const result = await importWorkshop(services, {
      ...basics,
      files: await sample(),
      signal: controller.signal,
      onProgress: (done) => (done > 0.3 ? controller.abort() : undefined),
    })
    expect(result).toMatchObject({ ok: false })
    expect(mustOk(await deviceOf(services).catalogue.list())).toEqual([])
    expect(services.sessions.open()).toEqual([])
  })

  it('that do not fit beside the document leave nothing on the device', async () => {
    const services = await openTab()
    const { database } = deviceOf(services)
    const full = () => {
      throw new DOMException('The disk is full.', 'QuotaExceededError')
    }
    database.blobs.hook('creating', full)
    const signal = new AbortController().signal
    const result = await importWorkshop(services, { ...basics, files: await sample(), signal })
    database.blobs.hook('creating').unsubscribe(full)
    expect(result).toMatchObject({ ok: false, error: { code: 'notKept' } })
    expect(mustOk(await deviceOf(services).catalogue.list())).toEqual([])
    expect([await database.checkpoints.count(), await database.blobUses.count()]).toEqual([0, 0])
    expect(services.sessions.open()).toEqual([])
  })
})
