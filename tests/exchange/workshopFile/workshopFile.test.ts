import { readFileSync } from 'node:fs'
import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { writeJson } from '../../../src/exchange/json/writeJson.ts'
import { hashOf } from '../../../src/exchange/workshopFile/hashOf.ts'
import { isWorkshopFile } from '../../../src/exchange/workshopFile/openArchive.ts'
import { readWorkshopFile } from '../../../src/exchange/workshopFile/readWorkshopFile.ts'
import { scratchWorkshop } from '../../../src/exchange/workshopFile/scratchWorkshop.ts'
import { WORKSHOP_FILE_LIMITS } from '../../../src/exchange/workshopFile/workshopFileLimits.ts'
import { writeWorkshopFile } from '../../../src/exchange/workshopFile/writeWorkshopFile.ts'
import { bytesOf, contentOf, must, picture, workshopWithPicture, WRITTEN_AT } from './smallWorkshop.ts'

const fixture = (name: string) =>
  readFileSync(new URL(`../../fixtures/workshopFile/${name}`, import.meta.url))

describe('a workshop file', { timeout: 60_000 }, () => {
  it('brings back everything: documents, pictures, title, and when it was written', async () => {
    const { workshop, media } = await workshopWithPicture()
    const file = must(await readWorkshopFile(await bytesOf(workshop, media)))
    expect(file.workshopId).toBe(workshop.snapshot().meta.workshopId)
    expect(file.createdAt).toBe(WRITTEN_AT)
    expect(file.journeys).toEqual(['Unsere Reise'])
    expect(file.media).toEqual(media)
    const opened = must(scratchWorkshop(file.documents))
    expect(opened.snapshot().cards.size).toBe(20)
    expect(writeJson(opened.snapshot())).toBe(writeJson(workshop.snapshot()))
  })

  it('carries earlier states that somebody wants to take along', async () => {
    const { workshop } = await workshopWithPicture()
    const content = contentOf(workshop)
    const checkpoint = {
      document: 'map',
      at: 5,
      label: 'vor der Pause',
      state: content.documents.map,
    } as const
    const written = must(await writeWorkshopFile({ ...content, checkpoints: [checkpoint] }))
    expect(must(await readWorkshopFile(written.bytes)).checkpoints).toEqual([checkpoint])
  })

  it('is the same bytes for the same workshop', async () => {
    const { workshop, media } = await workshopWithPicture()
    expect(await bytesOf(workshop, media)).toEqual(await bytesOf(workshop, media))
  })

  it('is known by its content, also when its end is missing, and tables are not taken for it', async () => {
    const { workshop } = await workshopWithPicture()
    const bytes = await bytesOf(workshop)
    expect(isWorkshopFile(bytes)).toBe(true)
    expect(isWorkshopFile(bytes.subarray(0, 200))).toBe(true)
    expect(isWorkshopFile(new TextEncoder().encode('id,title'))).toBe(false)
  })

  it('leaves out pictures that are too much, says which, and never the work itself', async () => {
    const { workshop } = await workshopWithPicture()
    const media = [await picture(1), await picture(2, 9_000)]
    const limits = { ...WORKSHOP_FILE_LIMITS, mediaBytes: 5_000 }
    const written = must(await writeWorkshopFile(contentOf(workshop, media), {}, limits))
    expect(written.leftOut).toEqual([media[1]?.sha256])
    expect(must(await readWorkshopFile(written.bytes)).media).toEqual([media[0]])
  })

  it('stores what packs like a bomb unpacked, so that no reader refuses our own file', async () => {
    const { workshop } = await workshopWithPicture()
    const bytes = new TextEncoder().encode('0,0\n'.repeat(1_000_000))
    const log = { sha256: await hashOf(bytes), mime: 'text/csv', bytes }
    expect(must(await readWorkshopFile(await bytesOf(workshop, [log]))).media).toHaveLength(1)
  })

  it('stops when somebody cancels, in both directions', async () => {
    const { workshop, media } = await workshopWithPicture()
    const signal = AbortSignal.abort()
    const cancelled = { ok: false, error: [{ code: 'cancelled', entry: '', value: '' }] }
    expect(await readWorkshopFile(await bytesOf(workshop, media), { signal })).toEqual(cancelled)
    expect(await writeWorkshopFile(contentOf(workshop, media), { signal })).toMatchObject({ ok: false })
  })

  it('carries stored changes that its device could not read', async () => {
    const { workshop } = await workshopWithPicture()
    const setAside = [{ document: 'stage', at: 7, bytes: Uint8Array.of(9, 255, 9) }] as const
    const written = must(await writeWorkshopFile({ ...contentOf(workshop), setAside }))
    expect(must(await readWorkshopFile(written.bytes)).setAside).toEqual(setAside)
  })

  it.each([
    [1, 0],
    [2, 1],
  ])('of version %d is read by this version as it was written', async (version, setAside) => {
    const bytes = new Uint8Array(fixture(`version${String(version)}.etappe`))
    expect(Object.keys(unzipSync(bytes))[0]).toBe('etappe.json')
    const file = must(await readWorkshopFile(bytes))
    const opened = must(scratchWorkshop(file.documents))
    expect(writeJson(opened.snapshot())).toBe(fixture(`version${String(version)}.json`).toString())
    expect([file.media.length, file.setAside.length]).toEqual([1, setAside])
  })
})
