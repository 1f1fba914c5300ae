/** The metric of the fonts that the app ships, read from disk. */
import { readFileSync } from 'node:fs'
import { FONT_FILES, type FontBytes, type FontKey } from '../../../src/layout/font/fontFiles.ts'
import { createFontMetrics, type FontMetrics } from '../../../src/layout/font/fontMetrics.ts'

function bytesOf(key: FontKey): ArrayBuffer {
  const file = readFileSync(new URL(`../../../public/fonts/${FONT_FILES[key]}`, import.meta.url))
  return new Uint8Array(file).buffer
}

let metrics: FontMetrics | undefined

export function shippedMetrics(): FontMetrics {
  const bytes: FontBytes = {
    regular: bytesOf('regular'),
    bold: bytesOf('bold'),
    symbols: bytesOf('symbols'),
    emoji: bytesOf('emoji'),
  }
  metrics ??= createFontMetrics(bytes)
  return metrics
}
