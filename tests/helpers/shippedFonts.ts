/** The committed font files and the metric made of them, read once per test file. */
import { readFileSync } from 'node:fs'
import { FONT_FILES, FONT_KEYS, type FontBytes } from '../../src/layout/font/fontFiles.ts'
import { createFontMetrics, type FontMetrics } from '../../src/layout/font/fontMetrics.ts'

export function shippedFontBytes(): FontBytes {
  return Object.fromEntries(
    FONT_KEYS.map((key) => {
      const file = readFileSync(new URL(`../../public/fonts/${FONT_FILES[key]}`, import.meta.url))
      return [key, file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength)]
    }),
  ) as unknown as FontBytes
}

let metrics: FontMetrics | undefined

export function shippedMetrics(): FontMetrics {
  metrics ??= createFontMetrics(shippedFontBytes())
  return metrics
}
