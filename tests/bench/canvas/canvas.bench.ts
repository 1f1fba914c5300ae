/**
 * The map against tldraw's own notes with the same texts, in the same browser and the same run, at 4× throttle. Prints
 * ratios (peer ÷ Etappe: above 1 we are faster); absolute times on a shared machine prove nothing.
 */
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import type { Editor } from 'tldraw'
import { build } from 'vite'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { translator } from '../../../src/i18n/translate.ts'
import { openStage, type Stage } from '../../e2e/harness/stage.ts'
import { tablesWith } from './generatedTables.ts'
import { framesDuring, keyToPaint, seenAt, type Spread, throttle, watchFor } from './pageClock.ts'
import { serveFolder } from './serveFolder.ts'

const RATE = 4
const root = join(import.meta.dirname, '../../..')
const peerFolder = join(root, '.cache/bench/tldraw-notes')
const t = translator('de')

interface Figures {
  readonly load: number
  readonly nodes: number
  readonly pan: Spread
  readonly zoom: Spread
  readonly key: Spread
}

let stage: Stage
let peer: Awaited<ReturnType<typeof serveFolder>>

beforeAll(async () => {
  await build({
    root: join(import.meta.dirname, 'tldrawNotes'),
    configFile: false,
    logLevel: 'error',
    build: { outDir: peerFolder, emptyOutDir: true, chunkSizeWarningLimit: 4000 },
  })
  peer = await serveFolder(peerFolder)
  stage = await openStage()
})

afterAll(async () => {
  peer.close()
  await stage.browser.close()
  await stage.relay.close()
})

async function pan(page: Page): Promise<void> {
  await page.mouse.move(700, 400)
  for (let step = 0; step < 40; step += 1)
    await page.mouse.wheel(step < 20 ? 60 : -60, step % 2 === 0 ? 30 : -30)
}

async function zoom(page: Page): Promise<void> {
  await page.mouse.move(700, 400)
  await page.keyboard.down('Control')
  for (let step = 0; step < 24; step += 1) await page.mouse.wheel(0, step < 12 ? 60 : -60)
  await page.keyboard.up('Control')
}

async function nodes(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('.tl-container *').length)
}

async function measureEtappe(cards: number): Promise<Figures> {
  const device = await stage.newDevice()
  const { page } = device
  await device.open('/')
  await page.locator('input[type=file]').first().setInputFiles(tablesWith(cards).files)
  await page.waitForURL(/\/w\/[\w-]+$/)
  await page.locator('.tl-container .etappe-text').first().waitFor({ state: 'attached', timeout: 60_000 })
  await page.getByText(t('health.onThisDevice'), { exact: true }).first().waitFor({ timeout: 60_000 })
  await watchFor(page, '.tl-container .etappe-text', 20)
  await throttle(page, RATE)
  await page.reload()
  const load = await seenAt(page)
  const count = await nodes(page)
  const panned = await framesDuring(page, () => pan(page))
  const zoomed = await framesDuring(page, () => zoom(page))
  await page.getByRole('button', { name: t('frame.toolCard'), exact: true }).click()
  await page.mouse.click(760, 640)
  await page.locator('textarea').first().waitFor()
  const key = await keyToPaint(page, 'Ich vergleiche zwei Angebote')
  await device.context.close()
  return { load, nodes: count, pan: panned, zoom: zoomed, key }
}

async function measureNotes(cards: number): Promise<Figures> {
  const { texts } = tablesWith(cards)
  const context = await stage.browser.newContext({ viewport: { width: 1440, height: 900 } })
  const page = await context.newPage()
  await page.goto(peer.origin)
  await page.waitForFunction(() => 'fillPeer' in globalThis)
  await page.evaluate(
    (all) => (globalThis as unknown as { fillPeer: (texts: string[]) => void }).fillPeer(all),
    texts,
  )
  await page.waitForFunction(
    (count) => document.querySelectorAll('.tl-shape').length >= count,
    texts.length,
    {
      timeout: 120_000,
    },
  )
  await page.waitForTimeout(1_500)
  await watchFor(page, '.tl-shape', texts.length)
  await throttle(page, RATE)
  await page.goto(`${peer.origin}/?again#expect=${texts.length}`)
  const load = await seenAt(page)
  const count = await nodes(page)
  const panned = await framesDuring(page, () => pan(page))
  const zoomed = await framesDuring(page, () => zoom(page))
  await page.evaluate(() => {
    const { peer: editor } = globalThis as unknown as { peer: Editor }
    const [id] = editor.getCurrentPageShapeIds()
    if (id === undefined) throw new Error('the peer has no notes')
    editor.zoomToBounds(editor.getShapePageBounds(id) ?? editor.getViewportPageBounds(), {
      targetZoom: 1,
      immediate: true,
    })
    editor.select(id)
    editor.setEditingShape(id)
    editor.setCurrentTool('select.editing_shape', { target: 'shape', shape: editor.getShape(id) })
  })
  await page.locator('[contenteditable=true]').first().waitFor()
  const key = await keyToPaint(page, 'Ich vergleiche zwei Angebote')
  await context.close()
  return { load, nodes: count, pan: panned, zoom: zoomed, key }
}

function print(cards: number, ours: Figures, notes: Figures): void {
  const row = (name: string, mine: number, theirs: number) =>
    console.log(`| ${name} | ${mine.toFixed(0)} | ${theirs.toFixed(0)} | ${(theirs / mine).toFixed(1)}× |`)
  console.log(`\n${cards} cards, ${RATE}× throttle | Etappe | tldraw notes | ratio`)
  console.log('| --- | --- | --- | --- |')
  row('load to map, ms', ours.load, notes.load)
  row('DOM nodes', ours.nodes, notes.nodes)
  row('pan frame p50, ms', ours.pan.p50, notes.pan.p50)
  row('pan frame p95, ms', ours.pan.p95, notes.pan.p95)
  row('zoom frame p50, ms', ours.zoom.p50, notes.zoom.p50)
  row('zoom frame p95, ms', ours.zoom.p95, notes.zoom.p95)
  row('key to paint p50, ms', ours.key.p50, notes.key.p50)
  row('key to paint p95, ms', ours.key.p95, notes.key.p95)
}

describe('canvas', () => {
  it.each([538, 1_000])('compares the map of %i cards with as many notes', async (cards) => {
    const ours = await measureEtappe(cards)
    const notes = await measureNotes(cards)
    print(cards, ours, notes)
    expect(ours.nodes).toBeGreaterThan(0)
  })
})
