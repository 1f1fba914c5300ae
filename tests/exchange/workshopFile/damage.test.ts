import { strToU8, unzipSync, zipSync, type Zippable } from 'fflate'
import { beforeAll, describe, expect, it } from 'vitest'
import { writeJson } from '../../../src/exchange/json/writeJson.ts'
import { hashOf } from '../../../src/exchange/workshopFile/hashOf.ts'
import { readWorkshopFile } from '../../../src/exchange/workshopFile/readWorkshopFile.ts'
import { salvageWorkshopFile } from '../../../src/exchange/workshopFile/salvageWorkshopFile.ts'
import { scratchWorkshop } from '../../../src/exchange/workshopFile/scratchWorkshop.ts'
import {
  WORKSHOP_FILE_LIMITS,
  type WorkshopFileLimits,
} from '../../../src/exchange/workshopFile/workshopFileLimits.ts'
import { isDamage } from '../../../src/exchange/workshopFile/workshopFileProblem.ts'
import { readDirectory } from '../../../src/exchange/zip/readDirectory.ts'
import { seededNumbers } from '../../model/support/testWorkshop.ts'
import { bytesOf, workshopWithPicture } from './smallWorkshop.ts'

const SEED = 21_11_2026

let whole: Uint8Array
let parts: Record<string, Uint8Array>
let content: string

beforeAll(async () => {
  const { workshop, media } = await workshopWithPicture()
  whole = await bytesOf(workshop, media)
  parts = unzipSync(whole)
  content = writeJson(workshop.snapshot())
})

async function codesOf(
  bytes: Uint8Array,
  limits: WorkshopFileLimits = WORKSHOP_FILE_LIMITS,
): Promise<readonly string[]> {
  const read = await readWorkshopFile(bytes, {}, limits)
  return read.ok ? [] : read.error.map(({ code }) => code)
}

function archiveWith(changes: Record<string, Uint8Array | null>): Uint8Array {
  const kept = Object.entries({ ...parts, ...changes }).filter((entry) => entry[1] !== null)
  return zipSync(Object.fromEntries(kept) as Zippable)
}

function manifestWith(change: (manifest: string) => string): Uint8Array {
  const manifest = new TextDecoder().decode(parts['etappe.json'])
  const changed = change(manifest)
  if (changed === manifest) throw new Error('the manifest was not changed')
  return archiveWith({ 'etappe.json': strToU8(changed) })
}

/** With a manifest that has the right hash for what stands there now. */
async function honestly(name: string, bytes: Uint8Array, more: Record<string, Uint8Array | null> = {}) {
  const manifest = JSON.parse(new TextDecoder().decode(parts['etappe.json'])) as {
    entries: { name: string; bytes: number; sha256: string }[]
  }
  for (const entry of manifest.entries) {
    if (entry.name === name) Object.assign(entry, { bytes: bytes.length, sha256: await hashOf(bytes) })
  }
  return archiveWith({ ...more, [name]: bytes, 'etappe.json': strToU8(JSON.stringify(manifest)) })
}

function salvagedContent(documents: Parameters<typeof scratchWorkshop>[0]): string {
  const opened = scratchWorkshop(documents)
  if (!opened.ok) throw new Error('what was salvaged cannot be read')
  return writeJson(opened.value.snapshot())
}

describe('a workshop file that is not what it should be', { timeout: 60_000 }, () => {
  it('is refused with a reason when it is something else', async () => {
    expect(await codesOf(strToU8('%PDF-1.7'))).toEqual(['foreign'])
    expect(await codesOf(new Uint8Array())).toEqual(['foreign'])
    expect(await codesOf(zipSync({ 'cards.csv': strToU8('id') }))).toEqual(['foreign'])
    expect(await codesOf(zipSync({ 'etappe.json': strToU8('{"format":"other"}') }))).toEqual(['foreign'])
  })

  it('is refused when it was written by a later version that this one cannot read', async () => {
    const later = manifestWith((text) => text.replace('"minReader": 1', '"minReader": 3'))
    expect(await codesOf(later)).toEqual(['futureVersion'])
    const additive = manifestWith((text) => text.replace('"version": 2', '"version": 3'))
    expect(await codesOf(additive)).toEqual([])
  })

  it('is refused when its manifest is missing, no JSON, wrong in a field, or plays with prototypes', async () => {
    expect(await codesOf(archiveWith({ 'etappe.json': null }))).toEqual(['manifestMissing'])
    expect(await codesOf(archiveWith({ 'etappe.json': strToU8('{"format"') }))).toEqual(['manifestDamaged'])
    expect(await codesOf(archiveWith({ 'etappe.json': strToU8('['.repeat(1_000_000)) }))).toEqual([
      'manifestDamaged',
    ])
    const wrong = manifestWith((text) => text.replace(/"bytes": \d+/, '"bytes": -1'))
    expect(await codesOf(wrong)).toEqual(['manifestDamaged'])
    const hostile = manifestWith((text) => text.replace('{', '{"__proto__": {"polluted": true},'))
    expect(await codesOf(hostile)).toEqual(['manifestUnsafe'])
    expect('polluted' in {}).toBe(false)
  })

  it('is refused when a part is missing, has another hash, or cannot be read as what it says', async () => {
    expect(await codesOf(archiveWith({ 'documents/stage.yjs': null }))).toEqual(['entryMissing'])
    expect(await codesOf(archiveWith({ 'documents/map.yjs': strToU8('other') }))).toEqual(['wrongHash'])
    const sameLength = Uint8Array.from(parts['documents/map.yjs'] ?? [], (byte, at) =>
      at === 40 ? byte ^ 1 : byte,
    )
    expect(await codesOf(archiveWith({ 'documents/map.yjs': sameLength }))).toEqual(['wrongHash'])
    const nonsense = await honestly('documents/map.yjs', Uint8Array.of(9, 250, 3, 7))
    expect(await codesOf(nonsense)).toEqual(['documentUnreadable'])
    const empty = await honestly('documents/map.yjs', Uint8Array.of(0, 0))
    expect(await codesOf(empty)).toEqual(['noWorkshop'])
  })

  it('is refused when it claims to be another workshop than its map is', async () => {
    const other = manifestWith((text) =>
      text.replace(/"workshopId": "[^"]+"/, `"workshopId": "${'a'.repeat(22)}"`),
    )
    expect(await codesOf(other)).toEqual(['idMismatch'])
  })

  it('is refused when it holds too much, counted on what comes out of it', async () => {
    const limits = { ...WORKSHOP_FILE_LIMITS, documentBytes: 500 }
    expect(await codesOf(whole, limits)).toEqual(['entryTooLarge'])
    const total = { ...WORKSHOP_FILE_LIMITS, totalBytes: 6_000 }
    expect(await codesOf(whole, total)).toEqual(['totalTooLarge'])
    const small = { ...WORKSHOP_FILE_LIMITS, archiveBytes: 100 }
    expect(await codesOf(whole, small)).toEqual(['fileTooLarge'])
    const few = { ...WORKSHOP_FILE_LIMITS, entries: 3 }
    expect(await codesOf(whole, few)).toEqual(['tooManyEntries'])
  })

  it('costs no more than the limit when it is a zip bomb, whatever sizes it declares', async () => {
    const bomb = await honestly('documents/map.yjs', new Uint8Array(20_000_000))
    expect(await codesOf(bomb)).toEqual(['bomb'])
    expect(
      await salvageWorkshopFile(
        await honestly('documents/map.yjs', new Uint8Array(20_000_000), { 'spare/map.yjs': null }),
      ),
    ).toBeNull()
  })

  it('is refused when a part has a name that leads elsewhere', async () => {
    expect(await codesOf(archiveWith({ '../../evil': strToU8('x') }))).toEqual(['unsafeEntry'])
    expect(await codesOf(archiveWith({ 'Documents/Map.yjs': strToU8('x') }))).toEqual(['unsafeEntry'])
  })
})

describe('a damaged workshop file', { timeout: 120_000 }, () => {
  it('is never taken for whole, wherever it was cut off, and the map comes back from every cut after it', async () => {
    const directory = readDirectory(whole) ?? []
    const mapEnd = directory.find(({ name }) => name === 'documents/stage.yjs')?.offset ?? 0
    const ends = directory.flatMap(({ offset, packedSize, name }) => {
      const data = offset + 30 + name.length
      return [offset, offset + 1, offset + 29, data, data + 1, data + packedSize - 1, data + packedSize]
    })
    for (const end of [...ends, whole.length - 1, whole.length - 22]) {
      const cut = whole.slice(0, end)
      const read = await readWorkshopFile(cut)
      expect(read.ok, `cut after ${end} of ${whole.length} bytes`).toBe(false)
      const salvaged = await salvageWorkshopFile(cut)
      if (end >= mapEnd) expect(salvaged?.title, `cut after ${end}`).toBeDefined()
      if (end >= mapEnd && salvaged !== null) {
        if (salvaged.lostDocuments.length === 0) expect(salvagedContent(salvaged.documents)).toBe(content)
      }
    }
  })

  it('with one bit flipped anywhere is refused or unharmed, and all of the map comes back', async () => {
    const next = seededNumbers(SEED)
    let refused = 0
    for (let run = 0; run < 200; run += 1) {
      const at = Math.floor(next() * whole.length)
      const bit = Math.floor(next() * 8)
      const flipped = whole.slice()
      flipped[at] = (flipped[at] ?? 0) ^ (1 << bit)
      const place = `seed ${SEED}, byte ${at}, bit ${bit}`
      const read = await readWorkshopFile(flipped)
      if (read.ok) {
        expect(salvagedContent(read.value.documents), place).toBe(content)
        continue
      }
      refused += 1
      const salvaged = await salvageWorkshopFile(flipped)
      if (at < 4) continue
      expect(salvaged, `${place}: ${read.error[0]?.code}`).not.toBeNull()
      if (salvaged !== null) expect(salvagedContent(salvaged.documents), place).toBe(content)
    }
    expect(refused).toBeGreaterThan(100)
  })

  it('with a run of bytes overwritten never throws and never gives wrong work', async () => {
    const next = seededNumbers(SEED + 1)
    for (let run = 0; run < 120; run += 1) {
      const bad = whole.slice()
      const at = Math.floor(next() * bad.length)
      const length = 1 + Math.floor(next() * 600)
      for (let n = at; n < Math.min(bad.length, at + length); n += 1) bad[n] = Math.floor(next() * 256)
      const read = await readWorkshopFile(bad)
      if (read.ok) expect(salvagedContent(read.value.documents)).toBe(content)
      const salvaged = await salvageWorkshopFile(bad)
      if (salvaged !== null && salvaged.lostDocuments.length === 0) {
        expect(salvagedContent(salvaged.documents), `seed ${SEED + 1}, run ${run}`).toBe(content)
      }
    }
  })

  it('whose documents are nonsense with the right hash is refused, never thrown', async () => {
    const next = seededNumbers(SEED + 2)
    const map = parts['documents/map.yjs'] ?? new Uint8Array()
    for (let run = 0; run < 120; run += 1) {
      const bad = map.slice()
      for (let n = 0; n <= run % 3; n += 1) bad[Math.floor(next() * bad.length)] = Math.floor(next() * 256)
      const read = await readWorkshopFile(await honestly('documents/map.yjs', bad))
      if (!read.ok) expect(['documentUnreadable', 'noWorkshop', 'idMismatch']).toContain(read.error[0]?.code)
    }
  })

  it('says what is lost: a picture that has another hash', async () => {
    const name = Object.keys(parts).find((entry) => entry.startsWith('media/')) ?? ''
    const bad = archiveWith({ [name]: strToU8('no picture') })
    const read = await readWorkshopFile(bad)
    expect(read.ok ? [] : isDamage(read.error)).toBe(true)
    expect(await salvageWorkshopFile(bad)).toMatchObject({ lostDocuments: [], lostMedia: 1, media: [] })
  })
})
