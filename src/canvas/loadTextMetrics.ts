/**
 * The widths of the shipped fonts in the browser, loaded once for all maps of this page. Layout waits for them: a line
 * broken with other fonts would stand elsewhere than on the poster.
 */
import { FONT_FILES, FONT_KEYS, type FontBytes } from '../layout/font/fontFiles.ts'
import { createFontMetrics, type FontMetrics } from '../layout/font/fontMetrics.ts'

let loading: Promise<FontMetrics> | null = null

export function loadTextMetrics(): Promise<FontMetrics> {
  loading ??= load().catch((cause: unknown) => {
    loading = null
    throw cause
  })
  return loading
}

async function load(): Promise<FontMetrics> {
  const files = await Promise.all(
    FONT_KEYS.map(async (key) => {
      const response = await fetch(`${import.meta.env.BASE_URL}fonts/${FONT_FILES[key]}`)
      if (!response.ok) throw new Error(`font ${FONT_FILES[key]}: ${response.status}`)
      return [key, await response.arrayBuffer()] as const
    }),
  )
  return createFontMetrics(Object.fromEntries(files) as FontBytes)
}
