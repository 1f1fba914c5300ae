import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it } from 'vitest'
import { sampleContents } from '../exchange/sample.ts'
import { cliRun, scratchFolder } from './cliRun.ts'

const fixture = (name: string) => fileURLToPath(new URL(`../fixtures/${name}`, import.meta.url))
const sample = fixture('bahnreise')
const scratch = scratchFolder()
afterAll(scratch.remove)

const text = (name: string) => readFileSync(scratch.path(name), 'utf8')
const convert = async (from: string, to: string, ...options: string[]) =>
  (await cliRun(['convert', from, scratch.path(to), ...options])).code

describe('etappe convert, from one format to another', { timeout: 300_000 }, () => {
  it('gives the same JSON by way of a workbook, log and survey included', async () => {
    expect(await convert(sample, 'a.json')).toBe(0)
    expect(await convert(sample, 'a.xlsx')).toBe(0)
    expect(await convert(scratch.path('a.xlsx'), 'b.json')).toBe(0)
    expect(text('b.json')).toBe(text('a.json'))
    expect(await convert(scratch.path('a.json'), 'c.json')).toBe(0)
    expect(text('c.json')).toBe(text('a.json'))
  })

  it('defuses tables that come from elsewhere, and gives a program its own tables back', async () => {
    expect(await convert(scratch.path('a.xlsx'), 'tables')).toBe(0)
    expect(text('tables/cards.csv')).toContain(`"'=3 Brezn`)
    expect(readFileSync(scratch.path('tables/event_log.csv'))).toEqual(
      Buffer.from(sampleContents()['event_log.csv'] ?? []),
    )
    expect(await convert(scratch.path('tables'), 'd.json')).toBe(0)
    expect(text('d.json')).toBe(text('a.json'))
  })

  it('reads a diagram and writes it again', async () => {
    const input = fixture('mermaid/10-comment-repeated-section-tab.mmd')
    expect(await convert(input, 'day.mmd')).toBe(0)
    expect(text('day.mmd')).toContain('      Do work: 1: Me, Cat\n')
    expect(await convert(input, 'day.md')).toBe(0)
    expect(text('day.md')).toContain('# My working day')
    const wrong = scratch.path('wrong.mmd')
    writeFileSync(wrong, 'journey\n  A: 12: B')
    expect(await cliRun(['convert', wrong, scratch.path('none.json')], 'de')).toEqual({
      code: 1,
      said: [],
      complained: [
        'wrong.mmd, Zeile 2: „12“ ist keine Wertung. Wertungen gehen von 1 bis 5.',
        'Es wurde nichts geschrieben.',
      ],
    })
    expect(existsSync(scratch.path('none.json'))).toBe(false)
  })

  it('draws the map as one picture and one page, each without a trace of the outside', async () => {
    expect(await convert(sample, 'map.svg')).toBe(0)
    expect(await convert(sample, 'map.html')).toBe(0)
    const [svg, html] = [text('map.svg'), text('map.html')]
    expect(svg).toContain('>Ich entdecke aus der')
    expect(html).toContain('<summary>Ich sehne mich im grauen November nach dem Meer.</summary>')
    for (const file of [svg, html]) {
      expect(file).not.toMatch(/<script|javascript:| on[a-z]+=/i)
      const addresses = [...file.matchAll(/(?:src|href)\s*[=:(]\s*["(]?([^"')]+)/g)].map(
        ([, address]) => address,
      )
      expect(addresses.filter((address) => /^(https?:)?\/\//.test(address ?? '')).length).toBe(
        [...file.matchAll(/<a href="https?:/g)].length,
      )
    }
    expect(await convert(fixture('mermaid/06-de-todo-app.mmd'), 'map.png', '--width', '800')).toBe(0)
    const png = readFileSync(scratch.path('map.png'))
    expect(png.subarray(1, 4).toString()).toBe('PNG')
    expect(png.readUInt32BE(16)).toBe(800)
    expect(png.length).toBeGreaterThan(20_000)
    expect(await convert(sample, 'again.svg')).toBe(0)
    expect(text('again.svg')).toBe(svg)
  })
})
