/** What the command line was asked to do, after its words were understood. */
import type { PosterContent } from './parsePosterContent.ts'
import type { SheetWish } from '../layout/sheetKinds.ts'
import type { PosterSheet, PosterSplit, PosterStyle, TilePaper } from '../layout/poster/posterSheets.ts'
import type { NotesOptions } from './notesOptions.ts'

export type CliCommand =
  | { readonly kind: 'help' }
  | {
      readonly kind: 'convert'
      readonly input: string
      readonly output: string
      readonly notes: NotesOptions
      readonly pixels: number
    }
  | ({ readonly kind: 'poster'; readonly input: string; readonly output: string } & PosterWish)
  | SheetsCommand

/** Personas, touchpoints, actions, an empty map or theme cards. */
export interface SheetsCommand {
  readonly kind: 'sheets'
  readonly input: string
  readonly output: string
  readonly wish: SheetWish
  readonly style: PosterStyle
  readonly day: string
}

export interface PosterWish {
  readonly sheet: PosterSheet
  /** Points; null is the largest that fits. */
  readonly readingSize: number | null
  /** Paper of an office printer; null prints the poster in one piece. */
  readonly tiles: TilePaper | null
  readonly split: PosterSplit
  readonly style: PosterStyle
  readonly forPrintShop: boolean
  readonly day: string
  readonly content: PosterContent
}
