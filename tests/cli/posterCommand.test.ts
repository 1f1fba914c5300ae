import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { fileURLToPath } from 'node:url'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { afterAll, describe, expect, it } from 'vitest'
import { csv } from '../exchange/expectedResults.ts'
import { cliRun, scratchFolder } from './cliRun.ts'

const sample = fileURLToPath(new URL('../fixtures/bahnreise', import.meta.url))
const scratch = scratchFolder()
afterAll(scratch.remove)

const MM = 25.4 / 72

async function pageOf(path: string) {
  const document = await getDocument({
    data: new Uint8Array(readFileSync(path)),
    useSystemFonts: false,
    verbosity: 0,
  }).promise
  const page = await document.getPage(1)
  const [, , width = 0, height = 0] = page.view
  const { items } = await page.getTextContent({ disableNormalization: true })
  const text = items.map((item) => ('str' in item ? item.str : '')).join('')
  await document.destroy()
  return { width: width * MM, height: height * MM, text, pages: document.numPages }
}

/** Lines are broken anywhere and words may be parted by a hyphen. */
const bare = (text: string) => text.normalize('NFC').replace(/[\s\u00ad-]/g, '')

describe('etappe poster', { timeout: 120_000 }, () => {
  it('prints the sample on A0 with every card, activity and the date, twice the same bytes', async () => {
    const one = scratch.path('one.pdf')
    const run = await cliRun(['poster', sample, one, '--size', 'A0', '--lang', 'de', '--date', '2026-10-31'])
    expect(run.code).toBe(0)
    expect(run.said[0]).toMatch(/one\.pdf geschrieben: 538 von 538 Karten, Kartentext \d+(,\d)? pt\.$/)
    const { width, height, text, pages } = await pageOf(one)
    expect([Math.round(width), Math.round(height), pages]).toEqual([1189, 841, 1])
    const found = bare(text)
    for (const row of [...csv('cards.csv'), ...csv('activities.csv')]) {
      expect(found.includes(bare(row['text'] ?? '')), row['id']).toBe(true)
    }
    for (const words of ['31. Oktober 2026', 'Merkmale', 'Ist-Journey', 'Katrin Işık'])
      expect(found).toContain(bare(words))
    const two = scratch.path('two.pdf')
    await cliRun(['poster', sample, two, '--lang=de', '--date=2026-10-31'])
    expect(readFileSync(two).equals(readFileSync(one))).toBe(true)
  })

  it('prints other sizes in English, and says when the text does not come out as wanted', async () => {
    const upright = scratch.path('a3.pdf')
    const run = await cliRun(['poster', sample, upright, '--size', 'a3', '--upright', '--reading', '18'])
    expect(run.code).toBe(0)
    expect(run.complained[0]).toMatch(/^18 pt do not fit on this sheet; the text of the cards has \d/)
    const { width, height, text } = await pageOf(upright)
    expect([Math.round(width), Math.round(height)]).toEqual([297, 420])
    expect(bare(text)).toContain(bare('21 November 2026'))
  })

  it('cuts the poster for an office printer, the plan first', async () => {
    const tiles = scratch.path('tiles.pdf')
    const run = await cliRun(['poster', sample, tiles, '--size', 'A1', '--tiles', 'a3', '--lang', 'de'])
    expect(run.code).toBe(0)
    const { width, height, text, pages } = await pageOf(tiles)
    expect([Math.round(width), Math.round(height)].toSorted((a, b) => a - b)).toEqual([297, 420])
    expect(pages).toBe(9)
    expect(bare(text)).toContain(bare('So wird aus den Blättern ein Poster'))
    const wrong = await cliRun(['poster', sample, scratch.path('no.pdf'), '--tiles', 'A9', '--lang', 'en'])
    expect(wrong.code).toBe(2)
    expect(wrong.complained[0]).toContain('cannot be cut for “A9”')
  })

  it('names what it does not know about splitting and style', async () => {
    for (const [option, value] of [
      ['--split', 'three'],
      ['--style', 'pink'],
    ] as const) {
      const run = await cliRun(['poster', sample, scratch.path('no.pdf'), option, value, '--lang', 'en'])
      expect(run.code).toBe(2)
      expect(run.complained[0]).toContain(`“${value}”`)
    }
  })

  it('prints on a roll as wide as the roll', async () => {
    const roll = scratch.path('roll.pdf')
    expect((await cliRun(['poster', sample, roll, '--size', 'roll-914', '--reading', '9'])).code).toBe(0)
    expect(Math.round((await pageOf(roll)).height)).toBe(914)
  })

  it('prints chosen lanes and phases with code, logo, colour and a font of one’s own', async () => {
    const file = scratch.path('chosen.pdf')
    const logo = fileURLToPath(new URL('../fixtures/poster/quadrants.jpg', import.meta.url))
    const font = createRequire(import.meta.url).resolve('dejavu-fonts-ttf/ttf/DejaVuSans.ttf')
    const chosen = ['--lanes', 'Was mich schmerzt;was ich fühle', '--phases', 'Buchung', '--view', 'outside']
    const house = [
      '--link',
      'https://example.org/join#1',
      '--logo',
      logo,
      '--house-colour',
      '#7a1f5c',
      '--font',
      font,
    ]
    const run = await cliRun(['poster', sample, file, '--size', 'A3', '--lang', 'de', ...chosen, ...house])
    expect(run.code).toBe(0)
    const { text } = await pageOf(file)
    for (const words of ['Zum Workshop, nur lesen', 'Buchung', 'Was mich schmerzt'])
      expect(bare(text)).toContain(bare(words))
    expect(bare(text)).not.toContain(bare('Was ich erwarte'))
  })

  it('names a lane that there is not, a font that cannot be used and a link that is none', async () => {
    const refused = async (...options: string[]) => {
      const run = await cliRun(['poster', sample, scratch.path('no.pdf'), '--lang', 'en', ...options])
      expect(run.code).toBeGreaterThan(0)
      expect(existsSync(scratch.path('no.pdf'))).toBe(false)
      return run.complained[0]
    }
    expect(await refused('--lanes', 'Wetter')).toMatch(/no lane “Wetter”.*Was mich schmerzt/)
    expect(await refused('--font', fileURLToPath(import.meta.url))).toMatch(
      /posterCommand.test.ts: .* no font/,
    )
    expect(await refused('--logo', fileURLToPath(import.meta.url))).toMatch(/is no JPEG/)
    expect(await refused('--link', 'javascript:alert(1)')).toMatch(/is no link/)
    expect(await refused('--view', 'sideways')).toMatch(/is no view/)
  })
})
