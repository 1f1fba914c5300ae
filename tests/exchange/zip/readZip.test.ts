import { fc, test } from '@fast-check/vitest'
import { deflateSync, zipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { inputFileOf } from '../../../src/exchange/inputFile.ts'
import { type Limits, LIMITS } from '../../../src/exchange/limits.ts'
import { readTables } from '../../../src/exchange/readTables.ts'
import { type FixtureEntry, zipOf } from './zipFixture.ts'

const cards: FixtureEntry = { name: 'cards.csv', content: 'id,text\r\nc-1,=SUM(1)\r\n' }

async function read(entries: readonly FixtureEntry[], limits: Limits = LIMITS) {
  return readBytes(zipOf(entries), limits)
}

async function readBytes(bytes: Uint8Array, limits: Limits = LIMITS) {
  return readTables([inputFileOf('archive.zip', bytes)], {}, limits)
}

async function problemsOf(entries: readonly FixtureEntry[], limits: Limits = LIMITS) {
  const result = await read(entries, limits)
  return result.ok ? [] : result.error
}

async function textsOf(entries: readonly FixtureEntry[]) {
  const result = await read(entries)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value.tables.map(({ file, bytes }) => [file, new TextDecoder().decode(bytes)])
}

describe('an archive', { timeout: 60_000 }, () => {
  it('is read packed, stored and with 64-bit sizes, and with one folder around its tables', async () => {
    for (const variant of [{}, { method: 0 }, { zip64: true }]) {
      expect(await textsOf([{ ...cards, ...variant }])).toEqual([['cards.csv', cards.content]])
    }
    expect(
      await textsOf([
        { name: 'reise/', content: '', method: 0 },
        { ...cards, name: 'reise/cards.csv' },
      ]),
    ).toEqual([['cards.csv', cards.content]])
  })

  it('may hold what macOS and editors leave behind, and other files, which are named as ignored', async () => {
    const result = await read([
      { ...cards, name: 'reise/cards.csv' },
      { name: '__MACOSX/reise/._cards.csv', content: 'x' },
      { name: 'reise/.DS_Store', content: 'x' },
      { name: 'reise/README.md', content: 'x' },
    ])
    expect(result).toMatchObject({
      ok: true,
      value: { tables: [{ table: 'cards' }], notices: [{ code: 'fileIgnored', file: 'README.md' }] },
    })
  })

  it.each([
    '../cards.csv',
    'a/../../cards.csv',
    '/cards.csv',
    'a\\cards.csv',
    'C:cards.csv',
    'c:/cards.csv',
    './cards.csv',
  ])('with the name %s is refused', async (name) => {
    expect(await problemsOf([cards, { ...cards, name }])).toEqual([{ code: 'zipUnsafeName', file: name }])
  })

  it('with a control character in a name is refused, and the message stays readable', async () => {
    expect(await problemsOf([{ ...cards, name: 'a\n\u001b[31mcards.csv' }])).toEqual([
      { code: 'zipUnsafeName', file: 'a??[31mcards.csv' },
    ])
  })

  it('with a symbolic link, a secret or a repeated name is refused', async () => {
    expect(await problemsOf([{ ...cards, unixMode: 0o120777 }])).toEqual([
      { code: 'zipSymlink', file: 'cards.csv' },
    ])
    expect(await problemsOf([{ ...cards, flags: 0x801 }])).toEqual([
      { code: 'zipEncrypted', file: 'cards.csv' },
    ])
    expect(await problemsOf([cards, { ...cards, name: 'CARDS.csv' }])).toEqual([
      { code: 'duplicateFile', file: 'CARDS.csv' },
    ])
  })

  it('with an archive inside is refused without opening that', async () => {
    const inner = zipSync({ 'cards.csv': new Uint8Array(10) })
    expect(await problemsOf([cards, { name: 'more.zip', content: inner }])).toEqual([
      { code: 'nestedArchive', file: 'more.zip' },
    ])
  })

  it('with tables in two folders is refused', async () => {
    expect(await problemsOf([cards, { ...cards, name: 'old/cards.csv' }])).toEqual([
      { code: 'nestedFolder', file: 'old/cards.csv' },
    ])
    expect(await problemsOf([{ ...cards, name: 'a/b/cards.csv' }])).toEqual([
      { code: 'nestedFolder', file: 'a/b/cards.csv' },
    ])
  })

  it('without any table is refused', async () => {
    expect(await problemsOf([{ name: 'xl/workbook.xml', content: '<x/>' }])).toEqual([
      { code: 'noTables', file: 'archive.zip' },
    ])
    expect(await problemsOf([])).toEqual([{ code: 'noTables', file: 'archive.zip' }])
  })

  it('that declares 1 KB and unpacks to 64 MB is stopped at the limit', async () => {
    const megabyte = deflateSync(new Uint8Array(64 * 1024 * 1024), { level: 9 })
    const started = process.memoryUsage().arrayBuffers
    const problems = await problemsOf([
      { name: 'cards.csv', content: '', packed: megabyte, declaredSize: 1024 },
    ])
    expect(problems).toEqual([{ code: 'zipBomb', file: 'cards.csv', limit: String(LIMITS.ratio) }])
    expect(process.memoryUsage().arrayBuffers - started).toBeLessThan(32 * 1024 * 1024)
  })

  it('whose tables unpack to too much, alone or together, is stopped by the bytes that came out', async () => {
    const limits = { ...LIMITS, fileBytes: 1000, totalBytes: 1500 }
    const noise = (length: number) => Uint8Array.from({ length }, (_, index) => (index * 7919) % 251)
    expect(await problemsOf([{ ...cards, content: noise(1001), declaredSize: 1 }], limits)).toEqual([
      { code: 'fileTooLarge', file: 'cards.csv', limit: '0 MiB' },
    ])
    const two = ['cards.csv', 'lanes.csv'].map((name) => ({ name, content: noise(800) }))
    expect(await problemsOf(two, limits)).toEqual([
      { code: 'totalTooLarge', file: 'lanes.csv', limit: '0 MiB' },
    ])
    expect(await problemsOf([{ ...cards, content: noise(1001), method: 0 }], limits)).toMatchObject([
      { code: 'fileTooLarge' },
    ])
  })

  it('with too many entries is refused', async () => {
    const many = Array.from({ length: 6 }, (_, index) => ({ name: `${index}.txt`, content: '' }))
    expect(await problemsOf(many, { ...LIMITS, entries: 5 })).toEqual([
      { code: 'tooManyFiles', file: 'archive.zip', limit: '5' },
    ])
  })

  it('whose size or checksum lies is called damaged', async () => {
    for (const lie of [{ declaredSize: 5 }, { declaredSize: 5000 }, { crc: 1 }, { method: 0, crc: 1 }]) {
      expect(await problemsOf([{ ...cards, ...lie }])).toEqual([{ code: 'zipDamaged', file: 'cards.csv' }])
    }
    expect(await problemsOf([{ ...cards, method: 14 }])).toEqual([{ code: 'zipMethod', file: 'cards.csv' }])
  })

  it('that is no archive, or is cut off, is said to be so', async () => {
    const text = new TextEncoder().encode('just text')
    expect(await readBytes(text)).toEqual({ ok: false, error: [{ code: 'notAZip', file: 'archive.zip' }] })
    expect(await readBytes(new Uint8Array())).toEqual({
      ok: false,
      error: [{ code: 'notAZip', file: 'archive.zip' }],
    })
    const whole = zipOf([cards])
    for (let length = 4; length < whole.length; length += 1) {
      const result = await readBytes(whole.slice(0, length))
      expect(result, `${length} bytes`).toEqual({
        ok: false,
        error: [{ code: 'zipDamaged', file: 'archive.zip' }],
      })
    }
  })

  const flips = fc.array(fc.tuple(fc.nat(), fc.integer({ min: 1, max: 255 })), { minLength: 1, maxLength: 6 })
  test.prop([flips], { seed: 20_261_102, numRuns: 2000 })(
    'with flipped bits never gives other text than was packed, and never crashes',
    async (changes) => {
      const bytes = zipOf([{ ...cards, name: 'r/cards.csv' }])
      for (const [position, mask] of changes) {
        const at = position % bytes.length
        bytes[at] = (bytes[at] ?? 0) ^ mask
      }
      const result = await readBytes(bytes)
      const texts = result.ok ? result.value.tables.map((table) => new TextDecoder().decode(table.bytes)) : []
      expect(texts.every((text) => text === cards.content)).toBe(true)
    },
  )

  test.prop([fc.uint8Array({ maxLength: 400 })], { seed: 20_261_103, numRuns: 2000 })(
    'of random packed bytes is refused, never a crash',
    async (packed) => {
      const problems = await problemsOf([{ ...cards, packed }])
      expect(problems).toEqual([{ code: 'zipDamaged', file: 'cards.csv' }])
    },
  )
})
