/** The shipped font files, found beside the program: in the sources' `public` or in the built app. */
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FONT_FILES, FONT_KEYS, type FontBytes } from '../layout/font/fontFiles.ts'

const PLACES = ['public/fonts', 'dist/app/fonts', 'app/fonts'] as const
const LEVELS = 4

/** Undefined when they are nowhere. */
export async function loadFonts(from: string = import.meta.url): Promise<FontBytes | undefined> {
  let folder = dirname(fileURLToPath(from))
  for (let level = 0; level < LEVELS; level += 1) {
    for (const place of PLACES) {
      const fonts = await readFonts(join(folder, place))
      if (fonts !== undefined) return fonts
    }
    folder = dirname(folder)
  }
  return undefined
}

async function readFonts(folder: string): Promise<FontBytes | undefined> {
  try {
    const files = await Promise.all(
      FONT_KEYS.map(async (key) => {
        const bytes = await readFile(join(folder, FONT_FILES[key]))
        return [key, new Uint8Array(bytes).buffer] as const
      }),
    )
    return Object.fromEntries(files) as unknown as FontBytes
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
    throw error
  }
}
