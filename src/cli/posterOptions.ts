/** Paper, text size and date as they are written on the command line. Undefined is what cannot be understood. */
import {
  cutSheet,
  type PosterSheet,
  rollSheet,
  SHEET_SIZES,
  type SheetName,
  TILE_PAPERS,
  type TilePaper,
} from '../layout/poster/posterSheets.ts'

export function parseSheet(text: string, upright: boolean): PosterSheet | undefined {
  const roll = /^roll-(\d{3,4})$/i.exec(text)?.[1]
  if (roll !== undefined) {
    const width = Number(roll)
    return width >= 300 && width <= 2000 ? rollSheet(width) : undefined
  }
  const name = (Object.keys(SHEET_SIZES) as SheetName[]).find((known) => known === text.toUpperCase())
  return name === undefined ? undefined : cutSheet(name, upright ? 'portrait' : 'landscape')
}

export function parseTiles(text: string): TilePaper | undefined {
  return TILE_PAPERS.find((known) => known === text.toUpperCase())
}

export function parseReadingSize(text: string): number | undefined {
  const size = /^\d{1,2}([.,]\d)?$/.test(text) ? Number(text.replace(',', '.')) : 0
  return size >= 4 && size <= 96 ? size : undefined
}

export function parseDay(text: string): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return undefined
  const time = Date.parse(`${text}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text) ? text : undefined
}
