/** A sheet before it is XML: cells by row, with looks, widths and joined ranges. */
import type { Style } from './styles.ts'

export type SheetValue = string | number | boolean

export interface SheetCell {
  readonly value: SheetValue
  readonly style: Style
}

export interface Sheet {
  readonly name: string
  readonly rows: readonly (readonly (SheetCell | null)[])[]
  /** In characters; columns that are not named get the usual width. */
  readonly widths: readonly number[]
  /** In points; 0 is the usual height. */
  readonly heights?: readonly number[]
  /** `A1:C1`. */
  readonly merges?: readonly string[]
  /** How many rows and columns stay while the rest scrolls. */
  readonly frozen: { readonly rows: number; readonly columns: number }
}
