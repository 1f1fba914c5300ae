/** `etappe poster IN OUT.pdf --sheet KIND`: paper that is no poster, from the command line. */
import { existsSync, readFileSync } from 'node:fs'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { openPdf, qpdfCheck, textOf } from '../helpers/pdfTools.ts'
import { cliRun, scratchFolder } from './cliRun.ts'

// Slow machines take their time; nothing here waits for anything but work.
vi.setConfig({ testTimeout: 60_000 })

const { path, remove } = scratchFolder()
afterAll(remove)
const SAMPLE = 'tests/fixtures/bahnreise'

async function wordsIn(file: string): Promise<string> {
  const pdf = await openPdf(new Uint8Array(readFileSync(path(file))))
  const pages = await Promise.all(Array.from({ length: pdf.numPages }, (_, index) => textOf(pdf, index + 1)))
  return pages.flatMap((page) => page.map(({ text }) => text)).join(' ')
}

describe('poster --sheet', () => {
  it.each([
    ['persona', 'Katrin Işık', 1],
    ['touchpoints', 'Kontaktpunkte', 30],
    ['actions', 'Maßnahmen', 8],
    ['empty', 'Map zum Beschreiben', 1],
    ['cards', 'Ich erwarte …', 18],
  ])('writes %s as a well-formed PDF and says how many pages it has', async (kind, words, pages) => {
    const out = path(`${kind}.pdf`)
    const { code, said } = await cliRun(['poster', SAMPLE, out, '--sheet', kind, '--lang', 'de'])
    expect(code).toBe(0)
    expect(said).toEqual([`${out} geschrieben: ${pages} Seite${pages === 1 ? '' : 'n'}.`])
    expect(qpdfCheck(readFileSync(out))).toContain('No syntax or stream encoding errors found')
    expect(await wordsIn(`${kind}.pdf`)).toContain(words)
  })

  it('prints codes only from a workshop file, because tables have no ids that last, and says so', async () => {
    const file = path('workshop.etappe')
    await cliRun(['convert', SAMPLE, file])
    const fromTables = await cliRun(['poster', SAMPLE, path('bare.pdf'), '--sheet', 'cards'])
    expect(fromTables.complained.join(' ')).toContain('tables have no lasting ids')
    expect(await wordsIn('bare.pdf')).not.toMatch(/[0-9A-Z]{4}-[0-9A-Z]{4}/)
    const fromFile = await cliRun([
      'poster',
      file,
      path('coded.pdf'),
      '--sheet',
      'cards',
      '--copies',
      'any:2',
    ])
    expect(fromFile.complained).toEqual([])
    expect(await wordsIn('coded.pdf')).toMatch(/[0-9A-Z]{4}-0000/)
  })

  it('says when the cells of an empty map are too small for codes', async () => {
    const file = path('map.etappe')
    await cliRun(['convert', SAMPLE, file])
    const small = await cliRun(['poster', file, path('a4.pdf'), '--sheet', 'empty'])
    expect(small.complained.join(' ')).toContain('too small for codes')
    const large = await cliRun(['poster', file, path('a0.pdf'), '--sheet', 'empty', '--size', 'a0'])
    expect(large.complained).toEqual([])
  })

  it.each([
    [['--sheet', 'menu'], '“menu” is no kind of sheet'],
    [['--sheet', 'cards', '--size', 'A0'], 'cannot be printed on “A0”'],
    [['--sheet', 'empty', '--columns', '2'], 'cannot have “2” as its columns'],
    [['--sheet', 'cards', '--copies', 'any:99'], '“any:99” is no number of cards'],
    [['--sheet', 'cards', '--tiles', 'A4'], '“--tiles” is for posters'],
    [['--copies', '3'], '“--copies” only goes with --sheet'],
  ])('refuses %j and writes nothing', async (options, words) => {
    const { code, complained } = await cliRun(['poster', SAMPLE, path('no.pdf'), ...options])
    expect(code).toBe(2)
    expect(complained.join(' ')).toContain(words)
    expect(existsSync(path('no.pdf'))).toBe(false)
  })
})
