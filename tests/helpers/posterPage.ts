/** The page of tests/poster/posterInBrowser.test.ts: loads the shipped fonts and makes posters with the real worker. */
import { FONT_FILES, FONT_KEYS, type FontBytes } from '../../src/layout/font/fontFiles.ts'
import { createFontMetrics } from '../../src/layout/font/fontMetrics.ts'
import type { WorkshopSnapshot } from '../../src/model/snapshot.ts'
import type { PosterChoices } from '../../src/poster/composePoster.ts'
import { createPosterWorker } from '../../src/poster/createPosterWorker.ts'
import type { SheetChoices } from '../../src/poster/sheets/composeSheets.ts'
import { featureScene } from '../poster/featureScene.ts'
import { posterScene } from '../poster/fixtureScene.ts'
import { photoScene } from '../poster/photoScene.ts'

const meta = { title: 'Bahnreise – Łódź 😀', language: 'de', createdAt: 0 }

async function loadFonts(): Promise<FontBytes> {
  const files = await Promise.all(
    FONT_KEYS.map(
      async (key) => [key, await (await fetch(`/fonts/${FONT_FILES[key]}`)).arrayBuffer()] as const,
    ),
  )
  return Object.fromEntries(files) as unknown as FontBytes
}

function toBase64(bytes: Uint8Array): string {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return btoa(text)
}

const scenes = {
  feature: featureScene,
  map: (fonts: FontBytes, cards: number) => posterScene(createFontMetrics(fonts), cards),
}

/** One poster; `cancelAt` aborts as soon as progress reaches it. */
async function makePoster(order: { scene: 'feature' | 'map'; cards: number; cancelAt?: number }) {
  const fonts = await loadFonts()
  const poster = createPosterWorker(fonts)
  const cancel = new AbortController()
  const progress: number[] = []
  const scene = order.scene === 'map' ? scenes.map(fonts, order.cards) : scenes.feature()
  const result = await poster.renderPoster(
    { scenes: [scene], pictures: new Map(), meta },
    {
      signal: cancel.signal,
      onProgress: (fraction) => {
        progress.push(fraction)
        if (order.cancelAt !== undefined && fraction >= order.cancelAt) cancel.abort()
      },
    },
  )
  poster.dispose()
  return { progress, outcome: result.ok ? toBase64(result.value) : result.error.code }
}

/** Photos are shrunk in the worker. */
async function makePhotos() {
  const poster = createPosterWorker(await loadFonts())
  const { scene, pictures } = photoScene()
  const result = await poster.renderPoster({ scenes: [scene], pictures, meta })
  poster.dispose()
  return result.ok ? toBase64(result.value) : result.error.code
}

/** Layout and file of an imported workshop, both in the worker. */
async function makeMap(order: { snapshot: string; choices: PosterChoices }) {
  const poster = createPosterWorker(await loadFonts())
  const composed = await poster.composePoster(fromJson(order.snapshot), order.choices)
  if (!composed.ok) return composed.error.code
  const result = await poster.renderPoster(composed.value.job)
  poster.dispose()
  return result.ok ? toBase64(result.value) : result.error.code
}

/** Sheets of an imported workshop, each kind a file. */
async function makeSheets(order: { snapshot: string; choices: readonly SheetChoices[] }) {
  const poster = createPosterWorker(await loadFonts())
  const files: string[] = []
  for (const choices of order.choices) {
    const composed = await poster.composeSheets(fromJson(order.snapshot), choices)
    if (!composed.ok) return [composed.error.code]
    const result = await poster.renderPoster(composed.value.job)
    files.push(result.ok ? toBase64(result.value) : result.error.code)
  }
  poster.dispose()
  return files
}

/** Maps cross over as lists of entries marked `$map`. */
function fromJson(text: string): WorkshopSnapshot {
  return JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && '$map' in value
      ? new Map(value.$map as [string, unknown][])
      : value,
  ) as WorkshopSnapshot
}

export type MakePoster = typeof makePoster
export type MakePhotos = typeof makePhotos
export type MakeMap = typeof makeMap
export type MakeSheets = typeof makeSheets
Object.assign(globalThis, { makePoster, makeMap, makePhotos, makeSheets })
