/** The bytes of the shipped fonts for layout and PDF, fetched once for this page. */
import { FONT_FILES, FONT_KEYS, type FontBytes } from '../../layout/font/fontFiles.ts'

let loading: Promise<FontBytes> | null = null

/** Rejects while the files cannot be had; the next call tries again. */
export function loadPosterFonts(): Promise<FontBytes> {
  loading ??= fetchFonts().catch((cause: unknown) => {
    loading = null
    throw cause
  })
  return loading
}

async function fetchFonts(): Promise<FontBytes> {
  const files = await Promise.all(
    FONT_KEYS.map(async (key) => {
      const response = await fetch(`${import.meta.env.BASE_URL}fonts/${FONT_FILES[key]}`)
      if (!response.ok) throw new Error(`font ${FONT_FILES[key]}: ${String(response.status)}`)
      return [key, await response.arrayBuffer()] as const
    }),
  )
  return Object.fromEntries(files) as FontBytes
}
