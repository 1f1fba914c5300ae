/** Sheets that printers have: DIN A4 to A0 both ways round, and rolls whose length follows from the reading size. */

/** A cut sheet, or a roll: `height` is across the roll then, and the length is computed. Millimetres. */
export type PosterSheet =
  | { readonly kind: 'sheet'; readonly width: number; readonly height: number; readonly margin: number }
  | { readonly kind: 'roll'; readonly height: number; readonly margin: number }

export const SHEET_SIZES = {
  A4: [210, 297],
  A3: [297, 420],
  A2: [420, 594],
  A1: [594, 841],
  A0: [841, 1189],
} as const satisfies Readonly<Record<string, readonly [number, number]>>

export type SheetName = keyof typeof SHEET_SIZES
export type Orientation = 'portrait' | 'landscape'

export const ROLL_WIDTHS = [610, 914, 1067] as const

/** What stands in every office: a poster is cut for it. */
export const TILE_PAPERS = ['A4', 'A3'] as const

export type TilePaper = (typeof TILE_PAPERS)[number]

/** One poster, two side by side, or a page for every phase. */
export const POSTER_SPLITS = ['one', 'two', 'phases'] as const

export type PosterSplit = (typeof POSTER_SPLITS)[number]

/** In colour, in greys that keep their contrast, or with hardly any area of ink. */
export const POSTER_STYLES = ['colour', 'grey', 'saving'] as const

export type PosterStyle = (typeof POSTER_STYLES)[number]

/** Plotters cannot print the outermost millimetres; large sheets look better with more air. */
function marginOf(shortSide: number): number {
  return Math.max(5, Math.round(shortSide / 60))
}

export function cutSheet(name: SheetName, orientation: Orientation, margin?: number): PosterSheet {
  const [short, long] = SHEET_SIZES[name]
  const landscape = orientation === 'landscape'
  return {
    kind: 'sheet',
    width: landscape ? long : short,
    height: landscape ? short : long,
    margin: margin ?? marginOf(short),
  }
}

export function rollSheet(height: number, margin?: number): PosterSheet {
  return { kind: 'roll', height, margin: margin ?? marginOf(height) }
}
