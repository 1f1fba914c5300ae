/**
 * The metric against a browser that draws with the same files: what layout breaks by number must be what Chromium
 * shows, on a canvas and in the page, with the faces that the metric chose.
 */
import { type Browser, chromium, type Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { drawableText } from '../../../src/layout/font/clusters.ts'
import { CHROMIUM, openPageWithFonts } from '../../helpers/chromiumWithFonts.ts'
import { shippedMetrics } from '../../helpers/shippedFonts.ts'

const metrics = shippedMetrics()
const SIZE = 100
const FAMILIES: Readonly<Record<string, string>> = {
  regular: 'Etappe Sans',
  bold: 'Etappe Sans',
  symbols: 'Etappe Symbols',
  emoji: 'Etappe Emoji',
}

const LINES = [
  'AVATAR Tokyo LTAV Wir. „Typ“ fi fl ffi',
  'Łódź Přibyl Işık Größe naïve Ångström Čeština ĞİŞ ạấềởữ',
  'Ελληνικά Привет Ђорђе Ґанок',
  '12,50 € · 100 % – 3×4 → Ziel ← ↑ ↔ ✓ ✗ ★ ➔ ⇒ ☐ ① ½',
  'gut 😀 sehr gut 🎉🎉 Zug 🚆 Koffer 🧳',
  'Familie 👨‍👩‍👧‍👦 Beruf 👩🏽‍💻 Flagge 🇩🇪🇵🇱 Daumen 👍🏿 Taste 1️⃣ Auge 👁️‍🗨️',
  'Herz ❤️ ❤ Haken ✔ ✔️ Warnung ⚠️ ⚠ Sonne ☀ Kaffee ☕ lachen ☺ ☺️ © ®️',
  'שלום Հայերեն ქართული',
  'a\u0308 e\u0301 Soft\u00adhyphen zero\u200bwidth q\u0303',
].map(drawableText)

/** In the page: widths on a canvas and in an element, after every face that the lines need has arrived. */
async function measureThere(order: { lines: readonly string[]; weight: number; size: number }) {
  const font = `${order.weight} ${order.size}px 'Etappe Sans', 'Etappe Symbols', 'Etappe Emoji', sans-serif`
  for (const line of order.lines) await document.fonts.load(font, line)
  document.body.replaceChildren()
  const context = document.createElement('canvas').getContext('2d')
  if (!context) throw new Error('no canvas')
  context.font = font
  context.fontKerning = 'none'
  context.textRendering = 'geometricPrecision'
  return order.lines.map((line) => {
    const span = document.createElement('span')
    span.className = 'etappe-text'
    span.style.fontSize = `${order.size}px`
    span.style.fontWeight = `${order.weight}`
    span.textContent = line
    document.body.append(span, document.createElement('br'))
    return { canvas: context.measureText(line).width, page: span.getBoundingClientRect().width }
  })
}

async function facesUsed(page: Page): Promise<readonly string[][]> {
  const session = await page.context().newCDPSession(page)
  await session.send('DOM.enable')
  await session.send('CSS.enable')
  const { root } = await session.send('DOM.getDocument', { depth: -1 })
  const { nodeIds } = await session.send('DOM.querySelectorAll', { nodeId: root.nodeId, selector: 'span' })
  const used: string[][] = []
  for (const nodeId of nodeIds) {
    const { fonts } = await session.send('CSS.getPlatformFontsForNode', { nodeId })
    used.push(fonts.map((font) => font.familyName).toSorted())
  }
  return used
}

describe('Chromium draws every line as wide as layout measured it', () => {
  let browser: Browser
  let page: Page
  beforeAll(async () => {
    browser = await chromium.launch(CHROMIUM)
    page = await browser.newPage()
    await openPageWithFonts(page)
  }, 60_000)
  afterAll(async () => {
    await browser.close()
  })

  it.each([
    ['regular', 400],
    ['bold', 700],
  ] as const)('%s, on a canvas and in the page', { timeout: 60_000 }, async (face, weight) => {
    const measured = await page.evaluate(measureThere, { lines: LINES, weight, size: SIZE })
    for (const [index, text] of LINES.entries()) {
      const expected = metrics.measure(text, face, SIZE)
      expect(Math.abs((measured[index]?.canvas ?? 0) / expected - 1), `canvas: ${text}`).toBeLessThan(1e-4)
      expect(Math.abs((measured[index]?.page ?? 0) / expected - 1), `page: ${text}`).toBeLessThan(1e-4)
    }
    const expectedFaces = LINES.map((text) => [
      ...new Set(metrics.runs(text, face).map((run) => FAMILIES[run.font] ?? run.font)),
    ])
    expect(await facesUsed(page)).toEqual(expectedFaces.map((faces) => faces.toSorted()))
  })
})
