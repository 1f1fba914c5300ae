/**
 * Which font files exist and in which order a character is looked for. Only names: whoever needs the bytes loads them
 * (browser, worker, command line), so that layout stays free of input and output.
 */
export const FONT_FILES = {
  regular: 'etappe-sans-regular.ttf',
  bold: 'etappe-sans-bold.ttf',
  symbols: 'etappe-symbols.ttf',
  emoji: 'etappe-emoji.ttf',
} as const

export type FontKey = keyof typeof FONT_FILES

export const FONT_KEYS: readonly FontKey[] = ['regular', 'bold', 'symbols', 'emoji']

/** Fonts that a person added for characters that the shipped ones lack; asked last, in the order of adding. */
export const ADDED_KEYS = ['added0', 'added1', 'added2'] as const

export type AddedKey = (typeof ADDED_KEYS)[number]

/** The content of the four files. */
export type FontBytes = Readonly<Record<FontKey, ArrayBuffer>>
